// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/faultsdialog.h"

#include "model/server/sliceserver.h"
#include "ui/capture/faultsform.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/playheadstyle.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kInset = 20;
} // namespace

FaultsDialog::FaultsDialog(SliceServer &server, QWidget *parent)
    : QDialog(parent)
    , m_server(server)
    , m_form(new FaultsForm(server.faults(), this))
    , m_apply(new QPushButton(tr("Apply"), this))
{
    setObjectName(u"faultsDialog"_s);
    setWindowTitle(tr("Faults of the local Events API"));
    m_apply->setObjectName(u"applyFaults"_s);
    auto *page = new QWidget(this);
    auto *inset = new QVBoxLayout(page);
    inset->setContentsMargins(kInset, 16, kInset, 18);
    inset->addWidget(m_form);
    inset->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new FormScroll(page, this), 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"cancel"_s);
    close->setAutoDefault(false);
    buttons->addWidget(close);
    buttons->addWidget(m_apply);
    setTabOrder(close, m_apply);
    m_apply->setDefault(true);
    setRole(m_apply, u"primary"_s);
    connect(m_form, &FaultsForm::edited, this, &FaultsDialog::enable);
    connect(m_form, &FaultsForm::copied, this, &FaultsDialog::copied);
    connect(&m_server, &SliceServer::stateChanged, this, &FaultsDialog::enable);
    connect(m_apply, &QPushButton::clicked, this, &FaultsDialog::apply);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    enable();
    keepHighEnough(this, kWidth);
}

void FaultsDialog::enable()
{
    m_apply->setEnabled(m_server.isRunning() && m_form->plan() != m_server.faults());
}

void FaultsDialog::apply()
{
    m_server.setFaults(m_form->plan());
    emit applied(m_server.faults());
    enable();
}

} // namespace playhead

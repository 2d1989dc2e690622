// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/servedialog.h"

#include "model/server/localeventsapi.h"
#include "ui/capture/servewords.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/formscroll.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 600;
} // namespace

ServeDialog::ServeDialog(ServeChoices choices, SliceServer &server, QWidget *parent)
    : QDialog(parent)
    , m_choices(std::move(choices))
    , m_server(server)
    , m_form(new ServeForm(m_choices, this))
    , m_hint(smallText(tr("Answers on this computer only, with the key %1.")
                           .arg(QString::fromLatin1(kLocalApiKey)),
                       this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_serve(new QPushButton(icon(u"server"_s, IconTint::OnAccent), {}, this))
{
    setObjectName(u"serveDialog"_s);
    setWindowTitle(tr("Serve a slice"));
    m_cancel->setObjectName(u"cancel"_s);
    m_serve->setObjectName(u"serve"_s);
    m_hint->setWordWrap(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new FormScroll(m_form, this), 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout, m_hint);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_serve);
    m_cancel->setAutoDefault(false);
    m_serve->setDefault(true);
    setRole(m_serve, u"primary"_s);
    connect(m_form, &ServeForm::edited, this, &ServeDialog::showChoice);
    connect(m_form, &ServeForm::copied, this, &ServeDialog::copied);
    connect(m_cancel, &QPushButton::clicked, this, &ServeDialog::reject);
    connect(m_serve, &QPushButton::clicked, this, &ServeDialog::start);
    connect(&m_server, &SliceServer::stateChanged, this, &ServeDialog::follow);
    if (m_server.isRunning()) {
        m_form->showNotice(tr("%1 are being served now.")
                               .arg(servedEventsText(m_server.eventCount())),
                           tr("That ends as soon as others are started."));
    }
    showChoice();
    keepHighEnough(this, kWidth);
    m_serve->setFocus();
}

void ServeDialog::showChoice()
{
    m_form->setEnabled(!m_isStarting);
    m_serve->setEnabled(!m_isStarting && m_form->eventCount() > 0);
    m_serve->setText(m_isStarting ? tr("Starting…")
                                  : tr("Serve %1").arg(servedEventsText(m_form->eventCount())));
}

void ServeDialog::start()
{
    m_isStarting = true;
    showChoice();
    m_server.start(m_form->plan(), m_form->slice());
}

void ServeDialog::follow()
{
    if (!m_isStarting || m_server.state() == SliceServer::State::Starting) {
        return;
    }
    m_isStarting = false;
    showChoice();
    if (m_server.isRunning()) {
        emit serving(m_form->plan());
        accept();
    } else if (m_server.state() == SliceServer::State::Failed) {
        m_form->showProblem(tr("Nothing is served."), m_server.error().message);
        m_serve->setFocus();
    }
}

void ServeDialog::reject()
{
    if (m_isStarting) {
        m_server.stop(); // follow() comes back to the choices.
        return;
    }
    QDialog::reject();
}

} // namespace playhead

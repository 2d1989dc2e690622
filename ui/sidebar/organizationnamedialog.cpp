// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/organizationnamedialog.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 420;
constexpr int kFieldHeight = 30;
constexpr int kMostName = 120;
} // namespace

OrganizationNameDialog::OrganizationNameDialog(const OrganizationId &organization,
                                               const QString &alias,
                                               const QString &storedName,
                                               QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(alias, this))
{
    setWindowTitle(tr("Name organization"));
    auto *label =
        new ToneLabel(tr("&Name"), uiFont(12, QFont::Medium), ToneLabel::Tone::Text, this);
    nameField(label, m_name, tr("Name"));
    m_name->setMaxLength(kMostName);
    m_name->setMinimumHeight(scaledPx(kFieldHeight));
    m_name->setPlaceholderText(storedName);
    m_name->setClearButtonEnabled(true);
    padField(m_name);
    m_name->selectAll();
    auto *id =
        new ToneLabel(organization.toString(), monoFont(12), ToneLabel::Tone::Secondary, this);
    id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *hint =
        smallText(storedName.isEmpty()
                      ? tr(
                          "No stored event tells its name. Without one the end of the id is shown.")
                      : tr("Stored events call it %1. Leave the field empty to show that name.")
                            .arg(storedName),
                  this);

    const auto [rows, body] = makeDialogColumn(this);
    body->addWidget(label);
    body->addWidget(m_name);
    body->addWidget(id);
    body->addSpacing(4);
    body->addWidget(hint);
    QHBoxLayout *footer = makeDialogFooter(this, rows);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *save = new QPushButton(tr("Save"), this);
    setRole(save, u"primary"_s);
    save->setDefault(true);
    footer->addWidget(cancel);
    footer->addWidget(save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this, organization] {
        emit named(organization, m_name->text());
        accept();
    });
    keepHighEnough(this, kWidth);
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace playhead

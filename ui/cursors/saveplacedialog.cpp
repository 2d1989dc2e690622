// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/saveplacedialog.h"

#include "ui/cursors/placetext.h"
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
constexpr int kWidth = 440;
constexpr int kFieldHeight = 30;
constexpr int kMostName = 120;
} // namespace

SavePlaceDialog::SavePlaceDialog(const SavedPlace &place,
                                 const QStringList &takenNames,
                                 const QTimeZone &zone,
                                 Instant now,
                                 QWidget *parent)
    : QDialog(parent)
    , m_place(place)
    , m_takenNames(takenNames)
    , m_name(new QLineEdit(this))
    , m_nameProblem(new FieldProblem(m_name, this))
    , m_problem(new Notice(Notice::Kind::Danger, this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(u"savePlaceDialog"_s);
    setWindowTitle(tr("Save position"));
    const DialogColumn column = makeDialogColumn(this);
    const QString at = momentText(positionTime(place.position), zone, now);
    const auto *after = std::get_if<AfterEvent>(&place.position);
    auto *text = smallText(after ? tr("%1 stands after %2, %3. Cursors can be moved to it later.")
                                       .arg(place.cursorName.toHtmlEscaped(),
                                            idRichText(after->id.toString()),
                                            at)
                                 : tr("%1 reads from %2. Cursors can be moved to it later.")
                                       .arg(place.cursorName.toHtmlEscaped(), at),
                           this);
    text->setTextFormat(Qt::RichText);
    auto *label = groupTitle(tr("Name"), this);
    m_name->setMaxLength(kMostName);
    m_name->setPlaceholderText(tr("Before release 4.12"));
    m_name->setFixedHeight(scaledPx(kFieldHeight));
    padField(m_name);
    nameField(label, m_name, tr("Name"));
    m_problem->hide();
    column.body->addWidget(label);
    column.body->addWidget(m_name);
    column.body->addWidget(m_nameProblem);
    column.body->addWidget(text);
    column.body->addWidget(m_problem);
    column.body->addStretch(1);
    QHBoxLayout *buttons = makeDialogFooter(this, column.whole);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_save->setObjectName(u"save"_s);
    m_save->setDefault(true);
    setRole(m_save, u"primary"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SavePlaceDialog::save);
    connect(m_name, &QLineEdit::textChanged, this, &SavePlaceDialog::check);
    check();
    keepHighEnough(this, kWidth);
    m_name->setFocus();
}

void SavePlaceDialog::check()
{
    const QString name = m_name->text().trimmed();
    const bool isTaken = m_takenNames.contains(name);
    m_nameProblem->setProblem(isTaken ? tr("Another saved place has this name.") : QString());
    m_save->setEnabled(!m_isStoring && !name.isEmpty() && !isTaken);
}

void SavePlaceDialog::save()
{
    m_place.name = m_name->text().trimmed();
    m_problem->hide();
    m_isStoring = true;
    check();
    emit saved(m_place);
}

void SavePlaceDialog::showRefusal(const Error &error)
{
    m_isStoring = false;
    if (error.code == ErrorCode::AlreadyExists) {
        m_takenNames << m_name->text().trimmed();
        m_name->setFocus();
        m_name->selectAll();
    } else {
        m_problem->setText({}, error.message);
        m_problem->show();
    }
    check();
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The fields of the dialog that makes and edits cursors.
#include "ui/cursors/cursordialog_p.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 20;
constexpr int kFieldHeight = 30;
constexpr int kMostName = 120;
constexpr int kMostNote = 1000;
constexpr int kTimePadding = 16;
} // namespace

void CursorDialog::Private::addRow(QGridLayout *grid, const QString &label, QWidget *field) const
{
    auto *text =
        new ToneLabel(label, uiFont(13), ToneLabel::Tone::Secondary, field->parentWidget());
    nameField(text, field, label);
    field->setFixedHeight(scaledPx(kFieldHeight));
    padField(field);
    const int row = grid->rowCount();
    grid->addWidget(text, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(field, row, 1);
}

QWidget *CursorDialog::Private::makeBody()
{
    auto *body = new QWidget(dialog);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(kInset, 16, kInset, 16);
    layout->setSpacing(14);
    changedNotice = new Notice(Notice::Kind::Info, body);
    changedNotice->hide();
    layout->addWidget(changedNotice);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, 104);
    grid->setColumnStretch(1, 1);
    name = new QLineEdit(cursor.name, body);
    name->setMaxLength(kMostName);
    name->setPlaceholderText(tr("billing-sync"));
    nameProblem = new FieldProblem(name, body);
    addRow(grid, tr("Name"), name);
    grid->addWidget(nameProblem, grid->rowCount(), 1);
    note = new QLineEdit(cursor.note, body);
    note->setMaxLength(kMostNote);
    note->setPlaceholderText(tr("What it belongs to (optional)"));
    addRow(grid, tr("Note"), note);
    makePlace(grid, body);
    auto *readsLabel = new ToneLabel(tr("Counts"), uiFont(13), ToneLabel::Tone::Secondary, body);
    auto *reads = smallText(bindingText(), body);
    const int row = grid->rowCount();
    grid->addWidget(readsLabel, row, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(reads, row, 1);
    layout->addLayout(grid);
    warning = new Notice(Notice::Kind::Warning, body);
    problem = new Notice(Notice::Kind::Danger, body);
    for (Notice *notice : {warning, problem}) {
        notice->hide();
        layout->addWidget(notice);
    }
    if (!isNew()) {
        history = new CursorHistoryView(context.zone, context.now, body);
        history->setStanding(cursor.position);
        history->hide();
        layout->addWidget(history);
        connect(history,
                &CursorHistoryView::restoreRequested,
                dialog,
                [this](const CursorHistoryEntry &entry) {
                    emit dialog->restoreWanted(
                        WantedMove{ToPlace{entry.after.position, ToPlace::Of::History, {}}});
                });
    }
    layout->addStretch(1);
    return body;
}

void CursorDialog::Private::makePlace(QGridLayout *grid, QWidget *parent)
{
    isAfter = new QRadioButton(tr("After event"), parent);
    isFrom = new QRadioButton(tr("From time, %1").arg(zoneName(context.zone, context.now)), parent);
    auto *ways = new QButtonGroup(parent);
    ways->addButton(isAfter);
    ways->addButton(isFrom);
    event = new QLineEdit(parent);
    event->setFont(monoFont(12));
    event->setPlaceholderText(u"event_…"_s);
    event->setAccessibleName(isAfter->text());
    event->setFixedHeight(scaledPx(kFieldHeight));
    padField(event);
    eventProblem = new FieldProblem(event, parent);
    eventHint = smallText({}, parent);
    time = makeMomentEdit(positionTime(cursor.position), context.zone, parent);
    time->setAccessibleName(isFrom->text());
    time->setFixedHeight(scaledPx(kFieldHeight));
    time->setMinimumWidth(time->sizeHint().width() + kTimePadding);
    padField(time);
    const int row = grid->rowCount();
    // The two of one choice stand below each other.
    grid->addWidget(isAfter, row, 0, Qt::AlignVCenter);
    grid->addWidget(event, row, 1);
    grid->addWidget(eventHint, row + 1, 1);
    grid->addWidget(eventProblem, row + 2, 1);
    grid->addWidget(isFrom, row + 3, 0, Qt::AlignVCenter);
    grid->addWidget(time, row + 3, 1, Qt::AlignLeft);
    showPlace();
    connect(isAfter, &QRadioButton::toggled, dialog, [this] { check(); });
    connect(event, &QLineEdit::textChanged, dialog, [this] { check(); });
    connect(time, &QDateTimeEdit::dateTimeChanged, dialog, [this] { check(); });
    connect(name, &QLineEdit::textChanged, dialog, [this] { check(); });
}

QString CursorDialog::Private::bindingText() const
{
    const QString known = context.organizationName && !cursor.organization.isEmpty()
                              ? context.organizationName(cursor.organization)
                              : QString();
    return tr("%1. Set by the fetch row when the cursor is made.").arg(readsText(cursor, known));
}

} // namespace playhead

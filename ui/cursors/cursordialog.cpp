// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursordialog.h"

#include "model/core/ulid.h"
#include "ui/cursors/cursorhistoryview.h"
#include "ui/cursors/momentedit.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kHistoryWidth = 820;
constexpr int kInset = 20;
constexpr int kFieldHeight = 30;
constexpr int kMostName = 120;
constexpr int kMostNote = 1000;
constexpr int kTimePadding = 16;

} // namespace

struct CursorDialog::Private
{
    CursorDialog *dialog = nullptr;
    Cursor cursor;
    CursorDialogContext context;

    QLineEdit *name = nullptr;
    FieldProblem *nameProblem = nullptr;
    QLineEdit *note = nullptr;
    QRadioButton *isAfter = nullptr;
    QLineEdit *event = nullptr;
    FieldProblem *eventProblem = nullptr;
    ToneLabel *eventHint = nullptr;
    QRadioButton *isFrom = nullptr;
    QDateTimeEdit *time = nullptr;
    Notice *changedNotice = nullptr;
    Notice *warning = nullptr;
    Notice *problem = nullptr;
    CursorHistoryView *history = nullptr;
    QPushButton *save = nullptr;
    bool isStoring = false;
    bool wantsHistory = false;

    bool isNew() const { return cursor.id == 0; }
    QWidget *makeBody();
    void addRow(QGridLayout *grid, const QString &label, QWidget *field) const;
    void makePlace(QGridLayout *grid, QWidget *parent);
    void showPlace() const;
    QString bindingText() const;
    std::optional<CursorPosition> position() const;
    std::optional<MoveTarget> move() const;
    void check() const;
    void checkEvent() const;
    void showWarnings() const;
    void store(const std::optional<MoveTarget> &wanted);
};

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
                    if (save->isEnabled()) {
                        store(ToPlace{entry.after.position, ToPlace::Of::History, {}});
                    }
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

void CursorDialog::Private::showPlace() const
{
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    event->setText(after ? after->id.toString() : QString());
    event->setCursorPosition(0);
    setMoment(time, positionTime(cursor.position), context.zone);
    (after || (isNew() && positionTime(cursor.position) == Instant{}) ? isAfter : isFrom)
        ->setChecked(true);
}

QString CursorDialog::Private::bindingText() const
{
    const QString known = context.organizationName && !cursor.organization.isEmpty()
                              ? context.organizationName(cursor.organization)
                              : QString();
    return tr("%1. Set by the fetch row when the cursor is made.").arg(readsText(cursor, known));
}

std::optional<CursorPosition> CursorDialog::Private::position() const
{
    if (isFrom->isChecked()) {
        const auto *from = std::get_if<FromTime>(&cursor.position);
        const Instant at = momentOf(time, context.zone);
        // The field shows whole seconds; untouched, the exact moment stays.
        const bool isSame = from
                            && std::chrono::floor<std::chrono::seconds>(from->from)
                                   == std::chrono::floor<std::chrono::seconds>(at);
        return isSame ? cursor.position : FromTime{at};
    }
    const EventId id(event->text().trimmed().toUtf8());
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    if (after && after->id == id) {
        return cursor.position;
    }
    std::optional<Instant> at = context.findEvent ? context.findEvent(id) : std::nullopt;
    if (!at) {
        at = ulidTime(id.value);
    }
    return id.isEmpty() || !at ? std::nullopt : std::optional<CursorPosition>(AfterEvent{id, *at});
}

std::optional<MoveTarget> CursorDialog::Private::move() const
{
    const std::optional<CursorPosition> wanted = position();
    if (isNew() || !wanted || *wanted == cursor.position) {
        return {};
    }
    return targetOf(*wanted);
}

void CursorDialog::Private::checkEvent() const
{
    const EventId id(event->text().trimmed().toUtf8());
    QString hint;
    QString wrong;
    bool isUnknown = false;
    if (isAfter->isChecked() && id.isEmpty()) {
        hint = tr("The id of the last processed event.");
    } else if (isAfter->isChecked()) {
        const auto *was = std::get_if<AfterEvent>(&cursor.position);
        const std::optional<Instant> stored = context.findEvent ? context.findEvent(id)
                                                                : std::nullopt;
        const std::optional<Instant> at = stored ? stored : ulidTime(id.value);
        const bool isUnchanged = was && was->id == id;
        if (!at && !isUnchanged) {
            wrong = tr(
                "No stored event has this id, and no time can be read from it. Fetch it first.");
        } else if (!stored && !isNew() && !isUnchanged) {
            wrong = tr(
                "No stored event has this id, so the move cannot be counted. Fetch it first.");
        } else {
            const Instant when = at.value_or(was ? was->createdAt : Instant{});
            hint = tr("%1 %2").arg(fullTimeText(when, context.zone), zoneName(context.zone, when));
            isUnknown = !stored;
            hint = stored ? hint : tr("Not stored here. Its id says %1.").arg(hint);
        }
    }
    eventHint->setText(hint);
    eventHint->setTone(isUnknown ? ToneLabel::Tone::Warning : ToneLabel::Tone::Secondary);
    eventHint->setVisible(!hint.isEmpty());
    eventProblem->setProblem(wrong);
}

/// Of a place that is new; one where the cursor stands already was warned of then.
void CursorDialog::Private::showWarnings() const
{
    const std::optional<CursorPosition> wanted = position();
    const bool isAsked = wanted && context.warnings && (isNew() || *wanted != cursor.position);
    const QStringList warnings = isAsked ? context.warnings(*wanted) : QStringList();
    warning->setText({}, warnings.join(u' '));
    warning->setVisible(!warnings.isEmpty());
}

void CursorDialog::Private::check() const
{
    event->setEnabled(isAfter->isChecked());
    time->setEnabled(isFrom->isChecked());
    checkEvent();
    showWarnings();
    const QString typed = name->text().trimmed();
    const bool isTaken = context.takenNames.contains(typed);
    nameProblem->setProblem(isTaken ? tr("Another cursor has this name.") : QString());
    save->setText(isNew() ? tr("Create cursor") : move() ? tr("Preview move…") : tr("Save"));
    save->setEnabled(!isStoring && !typed.isEmpty() && !isTaken && !eventProblem->isShown()
                     && position().has_value());
}

void CursorDialog::Private::store(const std::optional<MoveTarget> &wanted)
{
    Cursor changed = cursor;
    changed.name = name->text().trimmed();
    changed.note = note->text().trimmed();
    if (isNew()) {
        changed.position = *position();
    }
    problem->hide();
    isStoring = true;
    check();
    emit dialog->saved(changed, WantedMove{wanted});
}

CursorDialog::CursorDialog(const Cursor &cursor,
                           const CursorDialogContext &context,
                           QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    setObjectName(u"cursorDialog"_s);
    d->dialog = this;
    d->cursor = cursor;
    d->context = context;
    setWindowTitle(d->isNew() ? tr("New cursor") : tr("Edit cursor"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    d->save = new QPushButton(this);
    d->save->setObjectName(u"save"_s);
    layout->addWidget(d->makeBody(), 1);
    QHBoxLayout *buttons = makeDialogFooter(this, layout);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    d->save->setDefault(true);
    setRole(d->save, u"primary"_s);
    buttons->addWidget(cancel);
    buttons->addWidget(d->save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->save, &QPushButton::clicked, this, [this] { d->store(d->move()); });
    d->check();
    keepHighEnough(this, d->isNew() ? kWidth : kHistoryWidth);
    setTabOrder(cancel, d->save);
    d->name->setFocus();
    d->name->selectAll();
}

CursorDialog::~CursorDialog() = default;

void CursorDialog::setHistory(const QList<CursorHistoryEntry> &entries)
{
    if (d->history) {
        d->history->setEntries(entries);
        d->history->setVisible(!entries.isEmpty());
        if (std::exchange(d->wantsHistory, false)) {
            d->history->focusList();
        }
    }
}

void CursorDialog::focusHistory()
{
    d->wantsHistory = true;
}

void CursorDialog::showRefusal(const Error &error)
{
    d->isStoring = false;
    if (error.code == ErrorCode::AlreadyExists) {
        d->context.takenNames << d->name->text().trimmed();
        d->name->setFocus();
        d->name->selectAll();
    } else {
        d->problem->setText({}, error.message);
        d->problem->show();
    }
    d->check();
}

void CursorDialog::setStored(const Cursor &stored)
{
    d->cursor = stored;
    d->showPlace();
    if (d->history) {
        d->history->setStanding(stored.position);
    }
    d->check();
}

void CursorDialog::setChangedElsewhere(const Cursor &stored)
{
    const bool isMoved = stored.position != d->cursor.position;
    d->changedNotice->setText(tr("%1 was changed meanwhile by another Playhead.").arg(stored.name),
                              isMoved ? tr("It stands at another place now.") : QString());
    d->changedNotice->show();
    setStored(stored);
}

} // namespace playhead

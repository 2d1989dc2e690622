// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/ulid.h"
#include "ui/cursors/cursordialog_p.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kWidth = 560;
constexpr int kHistoryWidth = 820;
} // namespace

void CursorDialog::Private::showPlace() const
{
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    event->setText(after ? after->id.toString() : QString());
    event->setCursorPosition(0);
    setMoment(time, positionTime(cursor.position), context.zone);
    (after || (isNew() && positionTime(cursor.position) == Instant{}) ? isAfter : isFrom)
        ->setChecked(true);
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
    save->setEnabled(!isStoring && !isGone && !typed.isEmpty() && !isTaken
                     && !eventProblem->isShown() && position().has_value());
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

/// Fields that were not touched show what is stored now; of the others it is said.
void CursorDialog::Private::takeOver(const Cursor &stored)
{
    QStringList told;
    if (stored.position != cursor.position) {
        told << tr("It stands at another place now.");
    }
    const auto take = [](QLineEdit *field, const QString &was, const QString &is) {
        const QString typed = field->text().trimmed();
        if (typed == was) {
            field->setText(is);
        }
        return was != is && typed != was && typed != is;
    };
    const Cursor was = std::exchange(cursor, stored);
    if (take(name, was.name, stored.name)) {
        told << tr("It is called “%1” now; Save gives it the name below.").arg(stored.name);
    }
    if (take(note, was.note, stored.note)) {
        told << (stored.note.isEmpty()
                     ? tr("Its note was removed; Save gives it the one below.")
                     : tr("Its note is “%1” now; Save replaces it.").arg(stored.note));
    }
    if (stored.position != was.position) {
        showPlace();
        history->setStanding(stored.position);
    }
    changedNotice->setText(tr("%1 was changed meanwhile by another Playhead or the command line.")
                               .arg(was.name),
                           told.join(u' '));
    changedNotice->show();
}

void CursorDialog::setChangedElsewhere(const Cursor &stored)
{
    if (d->isNew() || (stored == d->cursor && !d->isGone)) {
        return;
    }
    const bool wasGone = std::exchange(d->isGone, false);
    if (wasGone) {
        d->changedNotice->hide();
        d->history->setEnabled(true);
    }
    if (stored != d->cursor) {
        d->takeOver(stored);
    }
    d->check();
}

void CursorDialog::setGone()
{
    if (d->isGone || d->isNew()) {
        return;
    }
    d->isGone = true;
    d->history->setEnabled(false);
    d->changedNotice->setText(tr("%1 was deleted meanwhile.").arg(d->cursor.name),
                              tr("Edit ▸ Undo brings it back."));
    d->changedNotice->show();
    d->check();
}

bool CursorDialog::isGone() const
{
    return d->isGone;
}

} // namespace playhead

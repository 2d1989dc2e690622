// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The dialogs that the desk opens.
#include "model/api/eventfeed.h"
#include "model/cursors/cursorbook.h"
#include "model/events/eventtablemodel.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/recoverdialog.h"

namespace playhead {

Cursor CursorDesk::newCursor(const CursorPosition &position) const
{
    Cursor cursor;
    cursor.environmentId = m_environment ? m_environment->id : 0;
    cursor.position = position;
    cursor.types = m_events.scope().types;
    std::sort(cursor.types.begin(), cursor.types.end());
    cursor.organization = m_events.scope().organization;
    return cursor;
}

void CursorDesk::createAt(EventRow row)
{
    if (m_environment) {
        const EventSnapshot &events = m_events.snapshot();
        openDialog(newCursor(AfterEvent{events.id(row), events.createdAt(row)}));
    }
}

void CursorDesk::createFromStart()
{
    if (m_environment) {
        const TimeRange &range = m_events.scope().range;
        const std::vector<EventRow> loaded = m_events.loadedRows();
        const bool isWhole = range == TimeRange{} && !loaded.empty(); // a capture
        openDialog(newCursor(
            FromTime{isWhole ? m_events.snapshot().createdAt(loaded.front()) : range.since}));
    }
}

void CursorDesk::edit(qint64 cursorId)
{
    openEdit(cursorId);
}

void CursorDesk::history(qint64 cursorId)
{
    if (CursorDialog *dialog = openEdit(cursorId)) {
        dialog->focusHistory();
    }
}

CursorDialog *CursorDesk::openEdit(qint64 cursorId)
{
    const auto cursor = m_book.cursor(cursorId);
    if (!cursor) {
        return nullptr;
    }
    CursorDialog *dialog = openDialog(*cursor);
    connect(&m_book,
            &CursorBook::historyReady,
            dialog,
            [dialog, cursorId](qint64 id, const QList<CursorHistoryEntry> &entries) {
                if (id == cursorId) {
                    dialog->setHistory(entries);
                }
            });
    m_book.requestHistory(cursorId);
    return dialog;
}

CursorDialogContext CursorDesk::dialogContext(const Cursor &cursor) const
{
    CursorDialogContext context;
    for (const CursorRow &row : m_rows) {
        if (row.cursor.id != cursor.id) {
            context.takenNames << row.cursor.name;
        }
    }
    context.findEvent = [this](const EventId &id) -> std::optional<Instant> {
        const EventSnapshot events = m_feed.snapshot();
        const auto row = events.find(id);
        return row ? std::optional(events.createdAt(*row)) : std::nullopt;
    };
    context.organizationName = [this](const OrganizationId &id) {
        return m_events.organizationName(id);
    };
    context.zone = m_zone;
    context.now = m_clock.now();
    context.horizon = horizon();
    return context;
}

CursorDialog *CursorDesk::openDialog(const Cursor &cursor)
{
    auto *dialog = new CursorDialog(cursor, dialogContext(cursor), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &CursorDialog::saved,
            this,
            [this, dialog](const Cursor &saved, const WantedMove &move) {
                store(dialog, saved, move);
            });
    dialog->open();
    return dialog;
}

void CursorDesk::store(CursorDialog *dialog, const Cursor &cursor, const WantedMove &move)
{
    // The book forgets the answer when the dialog was closed meanwhile, and tells a refusal by failed().
    const auto answer = [this, dialog, id = cursor.id, move](const Status &status) {
        if (status) {
            dialog->accept();
            if (move.target) {
                moveTo(id, *move.target);
            }
            return;
        }
        if (const auto stored = m_book.cursor(id)) {
            dialog->setStored(*stored);
        }
        dialog->showRefusal(status.error());
    };
    cursor.id == 0 ? m_book.create(cursor, dialog, answer) : m_book.edit(cursor, dialog, answer);
}

void CursorDesk::rewind(qint64 cursorId)
{
    if (const auto cursor = m_book.cursor(cursorId)) {
        openRewind(*cursor);
    }
}

void CursorDesk::moveTo(qint64 cursorId, const MoveTarget &target)
{
    if (const auto cursor = m_book.cursor(cursorId)) {
        openRewind(*cursor)->setTarget(target);
    }
}

void CursorDesk::moveActiveTo(EventRow row)
{
    moveTo(m_activeId, ToEvent{m_events.snapshot().id(row)});
}

void CursorDesk::moveToNewest(qint64 cursorId)
{
    if (hasNewer(cursorId)) {
        moveTo(cursorId, ToEvent{m_events.snapshot().id(*m_counts.value(cursorId).newest)});
    }
}

MovePlanner CursorDesk::plannerOf(const std::shared_ptr<Cursor> &current)
{
    return [this, current](const MoveTarget &target, std::function<void(Result<MovePlan>)> answer) {
        m_counter
            .plan(m_feed.snapshot(), covered(*current), target, horizon(), this, std::move(answer));
    };
}

template<typename Dialog>
void CursorDesk::keepUpToDate(Dialog *dialog, const std::shared_ptr<Cursor> &current)
{
    connect(&m_feed, &EventFeed::snapshotChanged, dialog, &Dialog::planAgain);
    // It comes after the last rows of a read, and says that nothing is missing between them.
    connect(&m_feed, &EventFeed::coverageChanged, dialog, &Dialog::planAgain);
    connect(&m_book, &CursorBook::changed, dialog, [this, dialog, current] {
        const auto changed = m_book.cursor(current->id);
        if (changed && *changed != *current) {
            *current = *changed;
            dialog->setCursor(*changed, lagOf(changed->id));
        }
    });
}

QList<OfferedPlace> CursorDesk::otherCursors(const Cursor &cursor) const
{
    QList<OfferedPlace> places;
    for (const CursorRow &row : m_rows) {
        if (row.cursor.id != cursor.id) {
            places.append({row.cursor.name, row.cursor.position});
        }
    }
    return places;
}

RewindDialog *CursorDesk::openRewind(const Cursor &cursor)
{
    // Its History button leads to a place that is wanted back: the same dialog shows it then.
    if (m_rewind && m_rewind->isVisible() && m_rewoundId == cursor.id) {
        return m_rewind;
    }
    const auto current = std::make_shared<Cursor>(cursor);
    RewindDialogContext context;
    context.lag = lagOf(cursor.id);
    context.zone = m_zone;
    context.now = m_clock.now();
    context.isProduction = m_environment && m_environment->isProduction;
    context.places = otherCursors(cursor);
    auto *dialog = new RewindDialog(cursor, plannerOf(current), context, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &RewindDialog::accepted,
            this,
            [this](const MovePlan &plan, const QString &reason) { m_book.apply(plan, reason); });
    connect(dialog, &RewindDialog::historyRequested, this, &CursorDesk::history);
    keepUpToDate(dialog, current);
    m_rewind = dialog;
    m_rewoundId = cursor.id;
    dialog->open();
    return dialog;
}

std::optional<OfferedPlace> CursorDesk::newestKept(const Cursor &cursor,
                                                   const QList<CursorHistoryEntry> &history) const
{
    QList<OfferedPlace> places = otherCursors(cursor);
    for (const CursorHistoryEntry &entry : history) {
        places.append({{}, entry.after.position});
        places.append({{}, entry.before.position});
    }
    const EventSnapshot events = m_feed.snapshot();
    const Instant oldest = horizon();
    std::optional<OfferedPlace> newest;
    for (const OfferedPlace &place : std::as_const(places)) {
        const auto *after = std::get_if<AfterEvent>(&place.position);
        const bool isKept = positionTime(place.position) >= oldest
                            && place.position != cursor.position
                            && (!after || events.find(after->id));
        if (isKept && (!newest || positionTime(newest->position) < positionTime(place.position))) {
            newest = place;
        }
    }
    return newest;
}

void CursorDesk::recover(qint64 cursorId)
{
    const auto cursor = m_book.cursor(cursorId);
    if (!cursor) {
        return;
    }
    const auto current = std::make_shared<Cursor>(*cursor);
    RecoverDialogContext context;
    context.horizon = horizon();
    context.zone = m_zone;
    context.now = m_clock.now();
    context.isProduction = m_environment && m_environment->isProduction;
    context.saved = newestKept(*cursor, {});
    const EventSnapshot events = m_feed.snapshot();
    const std::optional<EventRow> newest = m_counts.value(cursorId).newest;
    if (newest && *newest < events.rowCount() && events.createdAt(*newest) >= context.horizon) {
        context.newest = events.id(*newest);
    }
    auto *dialog = new RecoverDialog(*cursor, plannerOf(current), context, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &RecoverDialog::accepted,
            this,
            [this](const MovePlan &plan, const QString &reason) { m_book.apply(plan, reason); });
    connect(&m_book,
            &CursorBook::historyReady,
            dialog,
            [this, dialog, current](qint64 id, const QList<CursorHistoryEntry> &entries) {
                if (id == current->id) {
                    dialog->setSavedPlace(newestKept(*current, entries));
                }
            });
    keepUpToDate(dialog, current);
    m_book.requestHistory(cursorId);
    dialog->open();
}

} // namespace playhead

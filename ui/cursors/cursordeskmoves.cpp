// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The dialog that moves cursors.
#include "model/api/eventfeed.h"
#include "model/cursors/cursorbook.h"
#include "model/events/eventtablemodel.h"
#include "ui/cursors/cursordesk.h"

namespace playhead {

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

void CursorDesk::keepUpToDate(QObject *dialog,
                              const std::shared_ptr<Cursor> &current,
                              const std::function<void()> &planAgain,
                              const std::function<void(const Cursor &)> &setCursor)
{
    connect(&m_feed, &EventFeed::snapshotChanged, dialog, planAgain);
    // It comes after the last rows of a read, and says that nothing is missing between them.
    connect(&m_feed, &EventFeed::coverageChanged, dialog, planAgain);
    connect(&m_book, &CursorBook::changed, dialog, [this, current, setCursor] {
        const auto changed = m_book.cursor(current->id);
        if (changed && *changed != *current) {
            *current = *changed;
            setCursor(*changed);
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
    keepUpToDate(
        dialog,
        current,
        [dialog] { dialog->planAgain(); },
        [this, dialog](const Cursor &changed) { dialog->setCursor(changed, lagOf(changed.id)); });
    m_rewind = dialog;
    m_rewoundId = cursor.id;
    dialog->open();
    return dialog;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The dialog that gives a lost cursor a new place.
#include "model/api/eventfeed.h"
#include "model/cursors/cursorbook.h"
#include "ui/cursors/cursordesk.h"
#include "ui/cursors/recoverdialog.h"

namespace playhead {

std::optional<OfferedPlace> CursorDesk::newestKept(const Cursor &cursor,
                                                   const QList<CursorHistoryEntry> &history) const
{
    QList<OfferedPlace> places = offeredPlaces(cursor);
    for (const CursorHistoryEntry &entry : history) {
        places.append({{}, entry.after.position, ToPlace::Of::History});
        places.append({{}, entry.before.position, ToPlace::Of::History});
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
    keepUpToDate(
        dialog,
        current,
        [dialog] { dialog->planAgain(); },
        [this, dialog](const Cursor &changed) { dialog->setCursor(changed, lagOf(changed.id)); });
    m_book.requestHistory(cursorId);
    dialog->open();
}

} // namespace playhead

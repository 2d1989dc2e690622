// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"
#include "model/cursors/cursorwarning.h"
#include "model/cursors/rewind.h"

namespace playhead {

/// An event that lies before a cursor and became visible only after the cursor was past it.
struct MissedEvent
{
    EventId id;
    QByteArray type;
    OrganizationId organization; ///< Empty = none.
    Instant createdAt{};
    /// It was hidden at least so long after its creation; how much longer nobody saw.
    Duration lateAtLeast{};

    bool operator==(const MissedEvent &) const = default;
};

/// What a safety audit found out about one cursor.
struct AuditReport
{
    Cursor cursor; ///< As it was audited.
    Instant at{}; ///< When.
    /// The overlap before the cursor that was to be read again, as far as it is kept. Empty: nothing before the cursor can be
    /// read any more, so nothing could be told.
    TimeRange stretch;
    bool isLost = false; ///< As CursorAge::Lost; the stretch is empty then.
    quint64 eventsRead = 0; ///< Received again, of the cursor's own types and organization.
    /// Why not all of it was read again; the rest of the report is then about what is stored.
    std::optional<Error> readError;

    std::vector<MissedEvent> missed; ///< In stream order.
    /// Stored late with the very same moment as the cursor's event: only the server knows on which side of it they are.
    std::vector<MissedEvent> maybeMissed;

    /// Where "late" means: not there when the cursor was set. Empty: that is not known of this cursor, as it is old, imported,
    /// or was set where nothing had been read.
    TimeRange sinceSet;
    /// Where it can only mean: not there when the audit began, though it had been read before.
    std::vector<TimeRange> sinceStart;
    std::vector<TimeRange> untold; ///< Where nothing had been read before, so nothing can be told.

    QList<CursorWarning> warnings;
    /// To before the first missed event; empty when none was missed.
    std::optional<MoveTarget> suggestion;

    bool operator==(const AuditReport &) const = default;
};

/// What an audit judges, when it has read.
struct AuditGround
{
    Cursor cursor;
    TimeRange stretch;
    EventRow storedBefore = 0; ///< Number of events when the audit began.
    std::vector<TimeRange> coveredBefore; ///< Coverage of the cursor's types and organization then.
    EventSnapshot events; ///< As they are now.
};

/// Fills `cursor`, `stretch`, the missed events, what could be told and the suggestion. Any thread; linear in the number of events.
AuditReport judgeStretch(const AuditGround &ground);

} // namespace playhead

Q_DECLARE_METATYPE(playhead::AuditReport)

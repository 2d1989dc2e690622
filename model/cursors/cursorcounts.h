// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorage.h"
#include "model/cursors/rewind.h"

namespace playhead {

/// What is told about one cursor without moving it.
struct CursorCount
{
    qint64 cursorId = 0;
    Lag lag;
    std::optional<EventRow> processed; ///< The last processed row; empty when there is none.
    std::optional<EventRow>
        newest; ///< The newest stored event of its own; empty when there is none.
    bool isLost = false; ///< Its event is older than what can still be read.
    CursorAge age = CursorAge::Fine;
    Duration untilLost{}; ///< Until its place passes the horizon; negative: so long ago.

    bool operator==(const CursorCount &) const = default;
};

/// A cursor with the coverage of its own types and organization.
struct CoveredCursor
{
    Cursor cursor;
    std::vector<TimeRange> covered;
};

/// Counts all of them, in their order. Those of one organization share a pass over the events behind the first of them, as
/// do those that take any organization. The ground's own coverage plays no part and is left changed. Any thread.
QList<CursorCount> countCursors(const QList<CoveredCursor> &cursors, RewindGround &ground);

} // namespace playhead

Q_DECLARE_METATYPE(playhead::CursorCount)

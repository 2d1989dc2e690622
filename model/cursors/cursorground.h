// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

namespace playhead {

/// The ground as one cursor sees it: places in stream order, which events are its own, and what is known for sure.
/// A place is a number of events: those that stand at or before a position. Lives no longer than its ground.
class CursorGround
{
public:
    CursorGround(const Cursor &cursor, const RewindGround &ground);

    /// Number of events, in stream order, up to and with the position. For an event that is not stored any more, its
    /// remembered time stands in: events of the very same time then count as behind it.
    size_t placeOf(const CursorPosition &position) const;

    size_t rowCount() const { return m_ground->order.size(); }
    EventRow rowAt(size_t index) const { return m_ground->order[index]; }
    const EventSnapshot &events() const { return m_ground->events; }
    /// Whether the event is of the cursor's own types and organization.
    bool isOwn(EventRow row) const;
    /// Own, and one that a count of a move may hold: covered, or younger than all that is covered, or the cursor's own
    /// event (semantics 19, 20).
    bool isCounted(EventRow row) const;

    /// Whether every moment from `since` to the edge of the coverage is covered.
    bool isCoveredToEdge(Instant since) const;
    /// Whether everything between the two moments is known. Younger than the edge counts as known for as long as one
    /// read can reach beyond the coverage it makes: the 60 s in which newer events may still be hidden (semantics 8).
    bool isKnown(TimeRange span) const;
    /// Where the coverage ends; the beginning of time when nothing is covered.
    Instant edge() const;

private:
    bool isCovered(Instant moment) const;
    bool isCovered(TimeRange span) const;

    const RewindGround *m_ground;
    std::vector<bool> m_ownTypes; ///< By type number; empty = all.
    bool m_anyOrganization = false;
    std::optional<quint32> m_organization; ///< Empty although one is asked for: no event has it.
    std::optional<EventRow> m_ownRow; ///< The cursor's own event, if it is stored.
};

} // namespace playhead

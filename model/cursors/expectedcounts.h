// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorground.h"
#include "model/events/versionjudge.h"

namespace playhead {

/// Counts what a careful consumer applies and skips of the events that a plan counted (semantics 24 to 27): the starting
/// state is what all stored events before the span set, so that each verdict is that of Freshness. Only the objects of the
/// span are looked at, and `updated_at` is read from the bytes of those of their events only that are not alone: a plan is
/// answered long before. In steps, so that its thread stays free for other work. One thread.
class ExpectedCounting
{
public:
    /// The catalogue and what `ground` lies on outlive it; `ground` is the one that the plan was made on.
    ExpectedCounting(const TypeCatalogue &catalogue,
                     const CursorGround &ground,
                     const MovePlan &plan);

    /// Goes on for about as long. `order`: the stream order of the ground, to which events may have been added at its end.
    /// True when it has arrived.
    bool step(const std::vector<EventRow> &order, Duration atMost);
    /// Right when step() has arrived.
    const ExpectedCounts &counts() const { return m_counts; }

private:
    /// Of an object's events up to the end of the span.
    enum class Uses : quint8 {
        None, ///< None is in the span.
        Span, ///< Some are.
        One, ///< One, which is in the span.
        Many
    };

    void mark(size_t end);
    void use(quint32 object);
    void judge(const EventColumns &event, size_t place);

    VersionJudge m_judge;
    EventSnapshot m_events;
    CursorGround m_ground;
    size_t m_from = 0; ///< Places of the span.
    size_t m_to = 0;
    std::vector<bool> m_counted; ///< By place from m_from on.
    std::vector<Uses> m_uses; ///< By object.
    std::vector<VersionJudge::State> m_states; ///< By object.
    size_t m_marked = 0; ///< Places before it are in m_counted.
    size_t m_used = 0; ///< Likewise in m_uses.
    size_t m_judged = 0; ///< Likewise in m_counts.
    ExpectedCounts m_counts;
};

/// All of it at once. Any thread; takes about a microsecond for each event whose bytes are read.
ExpectedCounts expectedCounts(const MovePlan &plan, const RewindGround &ground);

} // namespace playhead

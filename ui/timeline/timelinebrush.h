// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

namespace playhead {

// How drags and keys change the brush. Pure functions of values; any thread.

/// The edges of the bins, on which a brush begins and ends, inside the range that events are asked for.
struct TimelineGrid
{
    TimeRange limits; ///< No edge lies outside; its two ends count as edges.
    Instant anchor{}; ///< Any edge.
    Duration bin{1}; ///< Above 0.

    Instant edgeAtOrBefore(Instant at) const;
    Instant edgeAtOrAfter(Instant at) const;
    Instant nearestEdge(Instant at) const;
    /// The next edge after (`direction` > 0) or before `at`.
    Instant nextEdge(Instant at, int direction) const;
    /// The whole bins that two moments, in any order, lie in: at least one.
    TimeRange binsOver(Instant one, Instant other) const;
};

/// What a drag with the mouse does to the brush.
enum class BrushPart {
    New, ///< A brush between the place of the press and the pointer.
    Whole, ///< Moves, its length kept.
    Start,
    End
};

/// The brush while `part` of `before` is dragged from `pressed` to `at`. Never empty; the two edges may pass each other.
TimeRange draggedBrush(
    BrushPart part, const TimeRange &before, Instant pressed, Instant at, const TimelineGrid &grid);

/// The brush after one press of an arrow key on the whole or an edge. Without a brush, an edge starts from the end of
/// `shown` on its side, and the whole becomes one bin at the side that the arrow comes from. Edges stay one bin apart.
TimeRange steppedBrush(BrushPart part,
                       const TimeRange &before,
                       int direction,
                       const TimeRange &shown,
                       const TimelineGrid &grid);

/// The brush with one edge set to a moment (by a screen reader), kept one bin from the other edge and inside the limits.
TimeRange brushWithEdge(BrushPart edge,
                        const TimeRange &before,
                        Instant at,
                        const TimelineGrid &grid);

} // namespace playhead

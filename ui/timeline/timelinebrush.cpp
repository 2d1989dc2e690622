// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinebrush.h"

#include <algorithm>

namespace playhead {

namespace {

Instant gridFloor(Instant at, const TimelineGrid &grid)
{
    const qint64 rest = (at - grid.anchor).count() % grid.bin.count();
    return at - Duration(rest < 0 ? rest + grid.bin.count() : rest);
}

Instant clamped(Instant at, const TimeRange &limits)
{
    return std::clamp(at, limits.since, std::max(limits.since, limits.until));
}

/// Moves by `by`; at a limit only as far as there is room.
TimeRange moved(const TimeRange &brush, Duration by, const TimeRange &limits)
{
    const Duration least = std::min(limits.since - brush.since, Duration(0));
    const Duration most = std::max(limits.until - brush.until, Duration(0));
    const Duration shift = std::clamp(by, least, most);
    return {brush.since + shift, brush.until + shift};
}

} // namespace

Instant TimelineGrid::edgeAtOrBefore(Instant at) const
{
    return clamped(gridFloor(at, *this), limits);
}

Instant TimelineGrid::edgeAtOrAfter(Instant at) const
{
    return clamped(gridFloor(at + bin - Duration(1), *this), limits);
}

Instant TimelineGrid::nearestEdge(Instant at) const
{
    const Instant before = edgeAtOrBefore(at);
    const Instant after = edgeAtOrAfter(at);
    return at - before < after - at ? before : after;
}

Instant TimelineGrid::nextEdge(Instant at, int direction) const
{
    return direction > 0 ? edgeAtOrAfter(at + Duration(1)) : edgeAtOrBefore(at - Duration(1));
}

TimeRange TimelineGrid::binsOver(Instant one, Instant other) const
{
    const auto [first, last] = std::minmax({clamped(one, limits), clamped(other, limits)});
    TimeRange bins{edgeAtOrBefore(first), edgeAtOrAfter(last)};
    if (bins.isEmpty()) {
        bins.until = nextEdge(bins.since, 1);
    }
    if (bins.isEmpty()) { // At the very end of the range: the last bin.
        bins.since = nextEdge(bins.until, -1);
    }
    return bins;
}

TimeRange draggedBrush(
    BrushPart part, const TimeRange &before, Instant pressed, Instant at, const TimelineGrid &grid)
{
    switch (part) {
    case BrushPart::New:
        return grid.binsOver(pressed, at);
    case BrushPart::Whole: {
        const Instant start = grid.nearestEdge(before.since + (at - pressed));
        // Until the pointer is nearer to another edge, a brush that lies off the edges stays where it is.
        const Duration by = start == grid.nearestEdge(before.since) ? Duration(0)
                                                                    : start - before.since;
        return moved(before, by, grid.limits);
    }
    case BrushPart::Start:
    case BrushPart::End:
        break;
    }
    const Instant fixed = part == BrushPart::Start ? before.until : before.since;
    const Instant edge = grid.nearestEdge(at);
    if (edge == fixed) {
        const int side = part == BrushPart::Start ? -1 : 1;
        const Instant next = grid.nextEdge(fixed, side);
        return next < fixed ? TimeRange{next, fixed} : TimeRange{fixed, next};
    }
    return edge < fixed ? TimeRange{edge, fixed} : TimeRange{fixed, edge};
}

TimeRange steppedBrush(BrushPart part,
                       const TimeRange &before,
                       int direction,
                       const TimeRange &shown,
                       const TimelineGrid &grid)
{
    const bool hasBrush = !before.isEmpty();
    if (part == BrushPart::Start || part == BrushPart::End) {
        const TimeRange from = hasBrush ? before : shown;
        const Instant edge = part == BrushPart::Start ? from.since : from.until;
        return brushWithEdge(part, from, grid.nextEdge(edge, direction), grid);
    }
    if (!hasBrush) {
        return direction > 0 ? grid.binsOver(shown.since, shown.since)
                             : grid.binsOver(shown.until - Duration(1), shown.until - Duration(1));
    }
    return moved(before, grid.nextEdge(before.since, direction) - before.since, grid.limits);
}

TimeRange brushWithEdge(BrushPart edge,
                        const TimeRange &before,
                        Instant at,
                        const TimelineGrid &grid)
{
    TimeRange brush = before;
    if (edge == BrushPart::Start) {
        brush.since = clamped(std::min(at, grid.nextEdge(brush.until, -1)), grid.limits);
    } else {
        brush.until = clamped(std::max(at, grid.nextEdge(brush.since, 1)), grid.limits);
    }
    return brush.isEmpty() ? before : brush;
}

} // namespace playhead

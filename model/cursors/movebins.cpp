// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/movebins.h"

#include <algorithm>
#include <vector>

namespace playhead {

namespace {

using namespace std::chrono_literals;

constexpr qint64 kMostBins = 40;
constexpr Duration kLeastSpan = 10s;
constexpr Duration kDay = 24h;
constexpr Duration kLengths[] = {1s,        2s,         5s,         10s,        20s,
                                 30s,       1min,       2min,       5min,       10min,
                                 20min,     30min,      1h,         2h,         6h,
                                 12h,       kDay,       2 * kDay,   5 * kDay,   10 * kDay,
                                 30 * kDay, 100 * kDay, 365 * kDay, 1000 * kDay};

/// Shares of the span that are shown before and behind it: where a rewind leads from is nearly all that is new to see.
struct Margins
{
    double before = 0;
    double behind = 0;
};

Margins marginsOf(MovePlan::Direction direction)
{
    switch (direction) {
    case MovePlan::Direction::Back:
        return {1.2, 0.15};
    case MovePlan::Direction::Forward:
        return {0.3, 1.0};
    case MovePlan::Direction::Nowhere:
        break;
    }
    return {1.0, 1.0};
}

Duration share(Duration whole, double part)
{
    return Duration(static_cast<qint64>(static_cast<double>(whole.count()) * part));
}

Instant roundDown(Instant at, Duration length)
{
    const qint64 us = at.time_since_epoch().count();
    const qint64 rest = us % length.count();
    return at - Duration(rest < 0 ? rest + length.count() : rest);
}

qint64 binCount(const TimeRange &range, Duration length)
{
    return ((range.until - range.since).count() + length.count() - 1) / length.count();
}

/// Both places with what lies around them, as far as events are stored.
TimeRange stretchOf(const CursorGround &ground, const MovePlan &plan)
{
    const Instant was = positionTime(plan.cursor.position);
    const Instant will = positionTime(plan.target);
    const Instant low = std::min(was, will);
    const Instant high = std::max(was, will);
    const Duration span = std::max(high - low, kLeastSpan);
    const Margins margins = marginsOf(plan.direction);
    TimeRange stretch{low - share(span, margins.before), high + share(span, margins.behind)};
    if (ground.rowCount() > 0) {
        const EventSnapshot &events = ground.events();
        const Instant oldest = events.createdAt(ground.rowAt(0));
        const Instant newest = events.createdAt(ground.rowAt(ground.rowCount() - 1));
        stretch.since = std::max(stretch.since, std::min(oldest, high));
        stretch.until = std::min(stretch.until, std::max(newest, high));
    }
    stretch.until = std::max(stretch.until, stretch.since) + Duration(1);
    return stretch;
}

/// The stretch in whole bins.
TimelineBins emptyBins(const TimeRange &stretch)
{
    TimelineBins result;
    for (const Duration length : kLengths) {
        const TimeRange aligned{roundDown(stretch.since, length), stretch.until};
        const qint64 count = std::max<qint64>(1, binCount(aligned, length));
        if (count <= kMostBins || length == kLengths[std::size(kLengths) - 1]) {
            result.range = {aligned.since, aligned.since + count * length};
            result.bins.resize(static_cast<size_t>(count));
            break;
        }
    }
    return result;
}

} // namespace

TimelineBins binsAround(const CursorGround &ground,
                        const MovePlan &plan,
                        const TypeCatalogue &catalogue)
{
    TimelineBins result = emptyBins(stretchOf(ground, plan));
    const EventSnapshot &events = ground.events();
    const Duration length = result.startOf(1) - result.startOf(0);
    std::vector<size_t> families;
    for (quint16 type = 0; type < events.typeCount(); ++type) {
        families.push_back(static_cast<size_t>(catalogue.describe(events.typeName(type)).family));
    }
    const size_t first = ground.placeOf(FromTime{result.range.since});
    const size_t end = ground.placeOf(FromTime{result.range.until});
    size_t bin = 0;
    Instant binEnd = result.range.since + length;
    ground.eachCounted(first, end, [&](size_t, const EventColumns &event) {
        while (event.createdAt() >= binEnd) {
            ++bin;
            binEnd += length;
        }
        ++result.bins[bin][families[event.type()]];
        return true;
    });
    return result;
}

} // namespace playhead

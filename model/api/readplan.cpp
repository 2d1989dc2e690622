// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/readplan.h"

#include "model/api/timeranges.h"

#include <algorithm>

namespace playhead {

namespace {

/// How long a part of `gaps` may be, so that there are enough of them.
Duration longestPart(const TimeRanges &gaps, int atLeast)
{
    Duration whole{};
    for (const TimeRange &gap : gaps) {
        whole += gap.until - gap.since;
    }
    // Rounded up, so that the last part is not a sliver.
    const Duration share = (whole + Duration(atLeast - 1)) / atLeast;
    return std::clamp<Duration>(share, std::chrono::seconds(1), kLongestWindowRange);
}

} // namespace

TimeRange fixedRange(const FetchQuery &query, Instant now)
{
    TimeRange range = query.scope.range;
    const bool isOpenEnded = !query.after.isEmpty() && range.until == Instant{};
    // The demo's clock stands still at its newest event, which belongs to what happened until now.
    const Instant afterNow = floorToMs(now) + std::chrono::milliseconds(1);
    range.until = isOpenEnded ? afterNow : std::min(range.until, afterNow);
    return range;
}

ReadPlan planRead(const FetchQuery &query,
                  int atLeast,
                  const CoverageMap &coverage,
                  const EventSnapshot &stored,
                  const TypeCatalogue &catalogue)
{
    ReadPlan plan;
    plan.range = query.scope.range;
    if (!query.after.isEmpty()) {
        const std::optional<EventRow> row = stored.find(query.after);
        const std::optional<Instant> createdAt = row ? std::optional(stored.createdAt(*row))
                                                     : std::nullopt;
        plan.windows.push_back(WindowRead::afterEvent(query.after, createdAt, plan.range.until));
        plan.range.since = createdAt.value_or(horizonAt(plan.range.until));
        return plan;
    }
    const TimeRanges covered = query.skipCovered ? coverage.covered(query.scope, catalogue)
                                                 : TimeRanges();
    const TimeRanges gaps = gapsIn(plan.range, covered);
    const Duration longest = longestPart(gaps, atLeast);
    for (const TimeRange &gap : gaps) {
        for (const TimeRange &part : cutEvenly(gap, longest)) {
            plan.windows.push_back(WindowRead::ofRange(part));
        }
    }
    return plan;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/readplan.h"

#include "model/api/timeranges.h"

namespace playhead {

ReadPlan planRead(const FetchQuery &query,
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
    for (const TimeRange &gap : gapsIn(plan.range, covered)) {
        for (const TimeRange &part : cutEvenly(gap, kLongestWindowRange)) {
            plan.windows.push_back(WindowRead::ofRange(part));
        }
    }
    return plan;
}

} // namespace playhead

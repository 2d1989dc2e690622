// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <vector>

namespace playhead {

/// Ranges in time order that neither touch nor overlap.
using TimeRanges = std::vector<TimeRange>;

/// Sorted, joined where they touch or overlap, empty ones left out.
TimeRanges joined(TimeRanges ranges);
TimeRanges intersection(const TimeRanges &a, const TimeRanges &b);
/// What of `range` is not in `covered`.
TimeRanges gapsIn(const TimeRange &range, const TimeRanges &covered);

/// The parts that are asked for one by one: each at most `longest` long, without gap or overlap.
TimeRanges cutEvenly(const TimeRange &range, Duration longest);

Instant floorToMs(Instant t);
Instant ceilToMs(Instant t);

} // namespace playhead

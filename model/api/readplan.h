// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/coveragemap.h"
#include "model/api/fetchquery.h"
#include "model/api/windowread.h"
#include "model/events/eventsnapshot.h"

namespace playhead {

class TypeCatalogue;

/// What a read will ask for, decided before its first request.
struct ReadPlan
{
    TimeRange
        range; ///< As the person sees it; a read from after an event starts at that event, if it is stored.
    std::vector<WindowRead> windows; ///< In time order.
};

/// The query's range as it is kept from a read's start at `now` to its end (semantics 1).
TimeRange fixedRange(const FetchQuery &query, Instant now);

/// The windows of `query`, whose range is already fixed: what the coverage leaves, in parts that a request may have, and at
/// least about `atLeast` of them, so that as many readers have work; no part is made shorter than a second for that. A read
/// from after an event is one window.
ReadPlan planRead(const FetchQuery &query,
                  int atLeast,
                  const CoverageMap &coverage,
                  const EventSnapshot &stored,
                  const TypeCatalogue &catalogue);

} // namespace playhead

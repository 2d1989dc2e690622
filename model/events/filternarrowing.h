// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filtercontext.h"
#include "model/events/filterexpression.h"

namespace playhead {

// What can be told of two filters without looking at an event. Any thread.

/// What a filter asks for beside the bytes and the fixed columns of an event.
struct FilterNeeds
{
    bool cursors = false;
    bool selected = false;
    bool organizationNames = false;
    bool marks = false; ///< Flags, and organizations that a later read may give.
    bool freshness = false; ///< `is:stale`, `is:duplicate`.
    bool bytes = false; ///< Something else than columns: costly.
};
FilterNeeds needsOf(const FilterExpression &expression);

/// Whether every event that `narrow` shows is one that `wide` shows, whatever the events are. Only what the two texts
/// tell: more terms, a free text or an `*x*` that holds the other's, fewer alternatives. False when it cannot tell.
bool isNarrower(const FilterExpression &narrow, const FilterExpression &wide);

/// Whether the filter's own words (`2d`, `today`, `cursor:x`, `is:selected`) stand for the same in both contexts. False
/// for `result:`, of which nobody can tell. Names of organizations are not compared.
bool meansTheSame(const FilterExpression &expression,
                  const FilterContext &a,
                  const FilterContext &b);

} // namespace playhead

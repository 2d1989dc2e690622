// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/exportsource.h"
#include "model/events/filterexpression.h"

#include <functional>
#include <tl/expected.hpp>
#include <vector>

namespace playhead {

/// What has to be known beside the events to evaluate the filter.
ExportNeeds exportNeeds(const FilterExpression &filter);

/// The events that match, in stream order; all for the empty filter. A mistake that only the source tells is returned (a
/// cursor that it does not have). `goOn` is asked between blocks of events with how many were looked at; when it says
/// false, what was found so far is returned.
tl::expected<std::vector<EventRow>, FilterError> exportedRows(
    const ExportSource &source,
    const FilterExpression &filter,
    const std::function<bool(quint32 tested)> &goOn);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterexpression.h"

#include <tl/expected.hpp>

namespace playhead {

/// Reads a filter by the grammar of design, section 10, and checks everything that the text alone tells: fields,
/// operators, paths, times, patterns, the words of `is:`, `has:` and `result:`. The first mistake is the one that is told.
/// White space alone is the empty filter, which shows every event. Any thread.
tl::expected<FilterExpression, FilterError> parseFilter(QStringView text);

} // namespace playhead

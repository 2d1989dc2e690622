// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterexpression.h"

namespace playhead {

/// The expression as a person would write it: a space for AND, `-` for NOT, brackets and quotes only where they are
/// needed. parseFilter() makes the same expression of it. Any thread.
QString filterText(const FilterExpression &expression);
QString filterText(const FilterTerm &term);

} // namespace playhead

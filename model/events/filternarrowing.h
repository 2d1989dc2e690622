// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterexpression.h"

namespace playhead {

/// Whether every event that `now` matches is surely matched by `before` too, so that only what `before` matched is to be
/// tested. Told from the words alone, for the same surroundings (cursors, names, selection) but for the time: a filter
/// with times or comparisons narrows nothing. False when in doubt. Any thread.
bool narrows(const FilterExpression &now, const FilterExpression &before);

} // namespace playhead

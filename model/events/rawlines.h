// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <vector>

namespace playhead {

class TextMatcher;

/// Those of the rows whose bytes hold the needle, in their order. Rows that lie behind each other are searched in one
/// pass.
std::vector<EventRow> rowsWith(TextMatcher &matcher,
                               const EventSnapshot &events,
                               const std::vector<EventRow> &rows);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/cursors/cursor.h"
#include "model/events/eventsnapshot.h"

#include <vector>

namespace playhead {

/// The stored events between two places, behind the earlier one up to and with the later one (semantics 21), of all types
/// and organizations, in stream order: what the filter `cursor>a cursor<=b` lets through. It does not matter which place is
/// given first. Any thread; linear in the number of events.
std::vector<EventRow> eventsBetween(const EventSnapshot &events,
                                    const CursorPosition &a,
                                    const CursorPosition &b);

/// Whether nothing can be missing of eventsBetween(): all of the stretch was read. `covered` is the coverage of all types and
/// organizations.
bool isAllBetweenRead(const std::vector<TimeRange> &covered,
                      const CursorPosition &a,
                      const CursorPosition &b);

} // namespace playhead

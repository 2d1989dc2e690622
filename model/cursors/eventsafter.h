// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"
#include "model/events/eventsnapshot.h"

#include <vector>

namespace playhead {

/// The stored events after a cursor, in its own types and organization and in stream order: what a consumer that stands
/// there reads next. Any thread; linear in the number of events.
std::vector<EventRow> eventsAfter(const EventSnapshot &events, const Cursor &cursor);

} // namespace playhead

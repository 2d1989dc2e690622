// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <vector>

namespace playhead {

/// Stream order (semantics 2): by created_at; equal times in the order of storing, which within one read is the server's.
inline bool streamBefore(const EventSnapshot &events, EventRow a, EventRow b)
{
    const Instant timeA = events.createdAt(a);
    const Instant timeB = events.createdAt(b);
    return timeA != timeB ? timeA < timeB : a < b;
}

/// All rows of the snapshot in stream order. Linear when they were stored in order. Any thread.
std::vector<EventRow> streamOrder(const EventSnapshot &events);

/// Brings `order`, which lists rows [0, known) in stream order, up to all rows of the snapshot. Returns true when the
/// new rows all went to the end.
bool extendStreamOrder(const EventSnapshot &events, EventRow known, std::vector<EventRow> &order);

} // namespace playhead

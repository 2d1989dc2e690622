// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/eventsafter.h"

#include "model/cursors/cursorground.h"
#include "model/events/streamorder.h"

namespace playhead {

std::vector<EventRow> eventsAfter(const EventSnapshot &events, const Cursor &cursor)
{
    RewindGround stored;
    stored.events = events;
    stored.order = streamOrder(events);
    const CursorGround ground(cursor, stored);
    std::vector<EventRow> after;
    for (size_t place = ground.placeOf(cursor.position); place < stored.order.size(); ++place) {
        if (ground.isOwn(ground.rowAt(place))) {
            after.push_back(ground.rowAt(place));
        }
    }
    return after;
}

} // namespace playhead

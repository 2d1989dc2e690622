// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/eventsbetween.h"

#include "model/cursors/cursorground.h"
#include "model/events/streamorder.h"

#include <algorithm>

namespace playhead {

std::vector<EventRow> eventsBetween(const EventSnapshot &events,
                                    const CursorPosition &a,
                                    const CursorPosition &b)
{
    RewindGround stored;
    stored.events = events;
    stored.order = streamOrder(events);
    const CursorGround ground(Cursor(), stored);
    const size_t placeA = ground.placeOf(a);
    const size_t placeB = ground.placeOf(b);
    return {stored.order.begin() + std::ptrdiff_t(std::min(placeA, placeB)),
            stored.order.begin() + std::ptrdiff_t(std::max(placeA, placeB))};
}

bool isAllBetweenRead(const std::vector<TimeRange> &covered,
                      const CursorPosition &a,
                      const CursorPosition &b)
{
    RewindGround read;
    read.covered = covered;
    // The event of the later place is one of them.
    const auto endOf = [](const CursorPosition &place) {
        return positionTime(place) + Duration(std::holds_alternative<AfterEvent>(place) ? 1 : 0);
    };
    const TimeRange span{std::min(positionTime(a), positionTime(b)), std::max(endOf(a), endOf(b))};
    return CursorGround(Cursor(), read).isKnown(span);
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventpairs.h"
#include "model/events/eventsnapshot.h"
#include "model/events/organizationnames.h"

#include <vector>

namespace playhead {

/// All events of a snapshot as a table begins with them. Worked out from the columns beside the window's thread, which
/// then takes it over: at ten million events the passes take longer than a window may stand still.
struct ListedEvents
{
    EventSnapshot events;
    std::vector<EventRow> order; ///< streamOrder(events)
    bool isStoredInOrder = false; ///< `order` is 0, 1, 2 and so on.
    EventPairs pairs;
    std::vector<quint32> pairOfRow; ///< By event row: number in `pairs`.
    std::vector<quint32> pairCounts; ///< By number in `pairs`: how many events have it.
    OrganizationNames names; ///< Of these events; without aliases.
};

/// Linear. Any thread; uses a second one for many events.
ListedEvents listEvents(const EventSnapshot &events);

} // namespace playhead

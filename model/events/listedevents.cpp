// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/listedevents.h"

#include "model/events/streamorder.h"

#include <algorithm>
#include <future>

namespace playhead {

namespace {

/// Below, a thread costs more than it saves.
constexpr EventRow kManyRows = 500'000;

/// With room for events that come later, which costs nothing until it is used: else the first page copies everything.
size_t withRoom(EventRow rows)
{
    return size_t(rows) + rows / 8;
}

void findPairs(ListedEvents &listed)
{
    const EventSnapshot &events = listed.events;
    listed.pairOfRow.reserve(withRoom(events.rowCount()));
    for (EventRow row = 0; row < events.rowCount();) {
        const ColumnRun run = events.columnsFrom(row);
        listed.pairOfRow.resize(row + run.count); // run by run, while it is still in the cache
        quint32 *const numbers = listed.pairOfRow.data() + row;
        for (quint32 i = 0; i < run.count; ++i) {
            numbers[i] = listed.pairs.numberOf(run.type[i], run.organization(i));
        }
        listed.pairCounts.resize(listed.pairs.count());
        for (quint32 i = 0; i < run.count; ++i) {
            ++listed.pairCounts[numbers[i]];
        }
        row += run.count;
    }
}

void findOrder(ListedEvents &listed)
{
    listed.order.reserve(withRoom(listed.events.rowCount()));
    extendStreamOrder(listed.events, 0, listed.order);
    listed.isStoredInOrder = std::is_sorted(listed.order.begin(), listed.order.end());
    listed.names.extend(listed.events);
}

} // namespace

ListedEvents listEvents(const EventSnapshot &events)
{
    ListedEvents listed;
    listed.events = events;
    // They read different columns and write different parts.
    const auto policy = events.rowCount() < kManyRows ? std::launch::deferred
                                                      : std::launch::async | std::launch::deferred;
    std::future<void> ordered = std::async(policy, [&listed] { findOrder(listed); });
    findPairs(listed);
    ordered.get();
    return listed;
}

} // namespace playhead

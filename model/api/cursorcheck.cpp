// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/cursorcheck.h"

#include <algorithm>

namespace playhead {

bool beginsBeforeStored(const Page &page, const EventId &after, const EventSnapshot &stored)
{
    if (after.isEmpty() || page.events.empty()) {
        return false;
    }
    const std::optional<EventRow> cursor = stored.find(after);
    if (!cursor) {
        return false;
    }
    // Of equal times the one that was stored first may well come second: the server's order is known within a read only.
    const Instant place = stored.createdAt(*cursor);
    const auto count = std::min<std::ptrdiff_t>(2, std::ssize(page.events));
    return std::all_of(page.events.begin(),
                       page.events.begin() + count,
                       [&stored, place](const DecodedEvent &event) {
                           const auto row = stored.find(EventId(event.fields.id));
                           return row && !stored.hasFlag(*row, EventFlag::OutOfOrder)
                                  && stored.createdAt(*row) < place;
                       });
}

} // namespace playhead

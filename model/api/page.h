// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/events/eventfields.h"

#include <vector>

namespace playhead {

/// One answer of GET /events, proved whole.
struct Page
{
    std::vector<DecodedEvent> events; ///< In the server's order.
    EventId
        next; ///< `list_metadata.after`, for the next request only, never a cursor; empty = the end.
};

} // namespace playhead

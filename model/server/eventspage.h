// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/eventsrequest.h"
#include "model/server/servedevents.h"

namespace playhead {

/// The body of the answer to `request`: the stored bytes of each event, never printed anew, or what is refused.
/// `now` decides about the 90 days that are kept and about ranges without an end. Any thread.
tl::expected<QByteArray, Refusal> eventsPage(const ServedEvents &events,
                                             const EventsRequest &request,
                                             Instant now);

} // namespace playhead

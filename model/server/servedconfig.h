// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/arrivalclock.h"
#include "model/server/localeventsapi.h"
#include "model/server/serveplan.h"

#include <optional>

namespace playhead {

/// What a local Events API needs to serve this source. Its clock starts now: 61 seconds after the newest event, which is
/// then outside the hold-back from the first request on (semantics 32), or, with `arrival`, before it, so that the last part
/// becomes visible bit by bit. A source without events has the computer's clock.
LocalApiConfig servedConfig(ServedSource source, const std::optional<Arrival> &arrival = {});

/// The same for a source of this plan, with its port, latency, arrival, switches and faults.
LocalApiConfig servedConfig(ServedSource source, const ServePlan &plan);

} // namespace playhead

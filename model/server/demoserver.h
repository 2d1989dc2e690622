// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/demostream.h"
#include "model/server/localeventsapi.h"

namespace playhead {

/// What a local Events API needs to serve this demo: the events, a stream id made of the plan, and a clock that starts
/// 61 seconds after the end, so that the newest event is outside the hold-back from the first request on (semantics 32).
LocalApiConfig demoConfig(const DemoPlan &plan);

/// `demo;seed=1;count=2000;end=2026-11-23T14:06:12.345Z`: names a demo stream (semantics 14).
QByteArray demoStreamId(const DemoPlan &plan);

} // namespace playhead

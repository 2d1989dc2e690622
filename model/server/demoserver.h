// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/servedconfig.h"

namespace playhead {

/// What a local Events API needs to serve this demo, all of it at once: servedConfig(demoSource(plan)).
LocalApiConfig demoConfig(const DemoPlan &plan);

} // namespace playhead

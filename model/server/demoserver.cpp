// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demoserver.h"

namespace playhead {

LocalApiConfig demoConfig(const DemoPlan &plan)
{
    return servedConfig(demoSource(plan));
}

} // namespace playhead

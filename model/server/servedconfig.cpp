// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/servedconfig.h"

namespace playhead {

using namespace std::chrono_literals;

LocalApiConfig servedConfig(ServedSource source, const std::optional<Arrival> &arrival)
{
    LocalApiConfig config;
    if (!source.end) {
        config.clock = std::make_shared<SystemClock>();
    } else if (arrival) {
        config.clock = std::make_shared<ArrivalClock>(*source.end, *arrival);
    } else {
        config.clock = std::make_shared<OffsetClock>(*source.end + 61s);
    }
    config.source = std::move(source);
    return config;
}

LocalApiConfig servedConfig(ServedSource source, const ServePlan &plan)
{
    LocalApiConfig config = servedConfig(std::move(source), plan.arrival);
    config.port = plan.port;
    config.latencyMs = plan.latencyMs;
    config.switches = plan.switches;
    config.faults = plan.faults;
    return config;
}

} // namespace playhead

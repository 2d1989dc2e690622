// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demoserver.h"

namespace playhead {

using namespace std::chrono_literals;

QByteArray demoStreamId(const DemoPlan &plan)
{
    return "demo;seed=" + QByteArray::number(plan.seed) + ";count=" + QByteArray::number(plan.count)
           + ";end=" + isoUtcExact(plan.end);
}

LocalApiConfig demoConfig(const DemoPlan &plan)
{
    LocalApiConfig config;
    config.events = makeDemoStream(plan);
    config.streamId = demoStreamId(plan);
    config.clock = std::make_shared<OffsetClock>(plan.end + 61s);
    return config;
}

} // namespace playhead

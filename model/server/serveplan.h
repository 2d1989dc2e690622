// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/server/apiswitches.h"
#include "model/server/arrivalclock.h"
#include "model/server/faultplan.h"

#include <QStringList>

#include <optional>

namespace playhead {

/// What is to be served and how: what the command line, a configuration file and the window's dialog decide. A value.
struct ServePlan
{
    quint16 port = 4100; ///< 0 = any free one.
    QStringList captures; ///< Files; empty = the demo stream.
    quint64 seed = 1; ///< Of the demo stream.
    quint32 demoEvents = 2000;
    std::optional<Instant> demoEnd; ///< Empty = the start of the server.
    int latencyMs = 0;
    ApiSwitches switches;
    FaultPlan faults; ///< Has a seed of its own.
    std::optional<Arrival> arrival;

    bool operator==(const ServePlan &) const = default;
};

} // namespace playhead

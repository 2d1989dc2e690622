// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/server/apiswitches.h"
#include "model/server/faultplan.h"

#include <QStringList>

#include <optional>

namespace playhead {

/// The last part of a source that becomes visible as time goes on, so that a tailing consumer sees events come.
struct Arrival
{
    Duration last{}; ///< So much of the source's end is not there yet at the start.
    int speed = 1; ///< 1 to kFastestArrival: how much faster than the events' own rhythm.

    bool operator==(const Arrival &) const = default;
};
inline constexpr int kFastestArrival = 1000;

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

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/server/apiswitches.h"
#include "model/server/arrivalclock.h"
#include "model/server/faultplan.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace playhead {

inline constexpr quint32 kMostDemoEvents = 1'000'000; ///< They take about 1 GB of memory.
inline constexpr int kLongestLatencyMs = 600'000;

/// What is to be served and how: what the command line, a configuration file and the window's dialog decide. A value.
struct ServePlan
{
    quint16 port = 4100; ///< 0 = any free one.
    QStringList captures; ///< Files; empty = the demo stream.
    quint64 seed = 1; ///< Of the demo stream.
    quint32 demoEvents = 2000;
    std::optional<Instant> demoEnd; ///< Time of the newest demo event; empty = see demoEndBack.
    Duration demoEndBack{}; ///< So long before the start of the server, when demoEnd is empty.
    int latencyMs = 0;
    ApiSwitches switches;
    FaultPlan faults; ///< Has a seed of its own.
    std::optional<Arrival> arrival;
    QString requestLog; ///< File for the request log; `-` = standard error; empty = none.

    /// Never before 1970: nothing is older, and every client can read such a time.
    Instant demoEndAt(Instant start) const
    {
        return std::max(Instant{}, demoEnd.value_or(start - demoEndBack));
    }
    bool operator==(const ServePlan &) const = default;
};

} // namespace playhead

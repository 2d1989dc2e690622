// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>

#include <stop_token>
#include <vector>

namespace playhead {

/// The demo stream is a pure function of these (semantics 32).
struct DemoPlan
{
    quint64 seed = 1;
    quint32 count = 2000;
    Instant end{};
    bool operator==(const DemoPlan &) const = default;
};

/// Believable events of several organizations over the 89 days before plan.end, all 111 types, in stream order. Compact
/// JSON as JSON.stringify would spell it. Exactly plan.count; the newest at plan.end. None once `stop` is asked for: a million
/// take several seconds. Any thread.
std::vector<QByteArray> makeDemoStream(const DemoPlan &plan, const std::stop_token &stop = {});

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"

#include <functional>

namespace playhead {

/// How the newest part of a source arrives while it is served.
struct Arrival
{
    static constexpr int kFastest = 1000;

    Duration last{}; ///< How long before the source's end the clock starts.
    int speed = 1; ///< Times the events' own rhythm, 1 to kFastest; others count as the nearest.

    bool operator==(const Arrival &) const = default;
};

/// The clock of a source whose newest part arrives bit by bit: it starts at `end - last`, runs `speed` times as fast as the
/// computer's steady clock until `end`, and as fast as it from there on. It never goes back. Any thread.
class ArrivalClock : public Clock
{
public:
    using Steady = std::function<std::chrono::steady_clock::time_point()>;

    /// It starts now. `steady`: where the passing of time is read, by any thread; for tests.
    ArrivalClock(
        Instant end, Arrival arrival, Steady steady = [] {
            return std::chrono::steady_clock::now();
        });
    Instant now() const override;

private:
    Instant m_end;
    Duration m_last;
    int m_speed;
    Steady m_steady;
    std::chrono::steady_clock::time_point m_begin;
};

} // namespace playhead

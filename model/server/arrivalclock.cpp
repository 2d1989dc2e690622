// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/arrivalclock.h"

#include <algorithm>

namespace playhead {

ArrivalClock::ArrivalClock(Instant end, Arrival arrival, Steady steady)
    : m_end(end)
    , m_last(std::max(arrival.last, Duration::zero()))
    , m_speed(std::clamp(arrival.speed, 1, Arrival::kFastest))
    , m_steady(std::move(steady))
    , m_begin(m_steady())
{}

Instant ArrivalClock::now() const
{
    const auto passed = std::chrono::floor<Duration>(m_steady() - m_begin);
    const Duration untilEnd = m_last / m_speed;
    // Where the speed does not divide `last`, its rest, less than a millisecond, is skipped at the end.
    return passed <= untilEnd ? m_end - m_last + passed * m_speed : m_end + (passed - untilEnd);
}

} // namespace playhead

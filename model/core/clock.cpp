// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/clock.h"

namespace playhead {

Instant SystemClock::now() const
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

OffsetClock::OffsetClock(Instant start)
    : m_start(start)
    , m_begin(std::chrono::steady_clock::now())
{}

Instant OffsetClock::now() const
{
    return m_start
           + std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - m_begin);
}

Instant EnvironmentClock::now() const
{
    const qint64 fixedUs = m_fixedUs.load(std::memory_order_relaxed);
    return fixedUs == kRuns ? m_system.now() : instantFromUs(fixedUs);
}

void EnvironmentClock::setFixed(std::optional<Instant> at)
{
    m_fixedUs.store(at ? toUs(*at) : kRuns, std::memory_order_relaxed);
}

} // namespace playhead

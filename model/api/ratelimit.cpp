// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/ratelimit.h"

#include <algorithm>

namespace playhead {

namespace {

using std::chrono::milliseconds;

double fullBucket(int perSecond)
{
    return std::max(1.0, double(perSecond) / 10);
}

} // namespace

RateLimit::RateLimit(int perSecond)
    : m_perSecond(perSecond)
    , m_tokens(fullBucket(perSecond))
{}

milliseconds RateLimit::take(Time now)
{
    if (const milliseconds left = pauseLeft(now); left.count() > 0) {
        return left;
    }
    if (m_perSecond <= 0) {
        return {};
    }
    if (now > m_filledAt) {
        const std::chrono::duration<double> passed = now - m_filledAt;
        m_tokens = std::min(fullBucket(m_perSecond), m_tokens + passed.count() * m_perSecond);
        m_filledAt = now;
    }
    // A little less than one counts as one: what a sum of fractions loses must not cost another wait.
    if (m_tokens >= 1 - 1e-6) {
        m_tokens = std::max(0.0, m_tokens - 1);
        return {};
    }
    const std::chrono::duration<double> wait((1 - m_tokens) / m_perSecond);
    return std::max(milliseconds(1), std::chrono::ceil<milliseconds>(wait));
}

void RateLimit::pause(Time now, milliseconds wait, const Error &reason)
{
    // A wait beyond a year would not fit into the clock's numbers.
    const Time until = now + std::min<milliseconds>(wait, std::chrono::hours(24 * 365));
    if (until > m_pausedUntil) {
        m_pausedUntil = until;
        m_pauseReason = reason;
    }
}

milliseconds RateLimit::pauseLeft(Time now) const
{
    return now < m_pausedUntil ? std::chrono::ceil<milliseconds>(m_pausedUntil - now)
                               : milliseconds();
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"

#include <chrono>

namespace playhead {

/// How many requests a second may go to one server: a token bucket that all who ask there share. WorkOS allows 6,000 in 60 s
/// and IP (docs: reference/rate-limits). Lives on the ingest thread; the caller's steady clock is passed in.
class RateLimit
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// `perSecond` 0 = no limit. A tenth of a second's requests may go at once after a silence.
    explicit RateLimit(int perSecond = 0);

    int perSecond() const { return m_perSecond; }

    /// 0 = send one request now, it is counted; else nothing was counted: ask again after so long.
    std::chrono::milliseconds take(Time now);

    /// The server asked for a pause: nobody sends before `wait` is over. A shorter pause does not end a longer one.
    void pause(Time now, std::chrono::milliseconds wait, const Error &reason);
    /// What is left of the pause; 0 = there is none.
    std::chrono::milliseconds pauseLeft(Time now) const;
    const Error &pauseReason() const { return m_pauseReason; } ///< Of the last pause.

private:
    int m_perSecond;
    double m_tokens;
    Time m_filledAt{};
    Time m_pausedUntil{};
    Error m_pauseReason;
};

} // namespace playhead

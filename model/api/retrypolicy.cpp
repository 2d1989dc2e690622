// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/retrypolicy.h"

#include <QRandomGenerator>

#include <algorithm>

namespace playhead {

RetryPolicy::RetryPolicy(const RetrySettings &settings)
    : m_settings(settings)
{}

bool RetryPolicy::isWorthRetrying(const Error &error)
{
    switch (error.code) {
    case ErrorCode::RateLimited:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
    case ErrorCode::Malformed:
        return true;
    case ErrorCode::ServerFailed:
        // Only these say that the same request may succeed later; 501 or 505 will not.
        return error.httpStatus == 408 || error.httpStatus == 500
               || (error.httpStatus >= 502 && error.httpStatus <= 504);
    default:
        return false;
    }
}

std::optional<std::chrono::milliseconds> RetryPolicy::waitAfter(
    int failedTries, const Error &error, std::optional<std::chrono::milliseconds> retryAfter) const
{
    using std::chrono::milliseconds;
    if (failedTries >= m_settings.tries || !isWorthRetrying(error)) {
        return std::nullopt;
    }
    if (retryAfter && retryAfter->count() > 0) {
        return *retryAfter;
    }
    const milliseconds doubled = m_settings.firstWait
                                 * (qint64(1) << std::min(failedTries - 1, 20));
    const milliseconds wait = std::min(doubled, m_settings.longestWait);
    const qint64 half = wait.count() / 2;
    return milliseconds(half + QRandomGenerator::global()->bounded(half + 1));
}

} // namespace playhead

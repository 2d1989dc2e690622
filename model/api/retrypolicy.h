// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/feedsettings.h"
#include "model/core/result.h"

#include <chrono>
#include <optional>

namespace playhead {

/// Decides whether a fault is worth another try and how long to wait before it (semantics 7).
class RetryPolicy
{
public:
    explicit RetryPolicy(const RetrySettings &settings = {});

    static bool isWorthRetrying(const Error &error);

    /// The wait before the next try after `failedTries` (1 or more) in a row; empty = give up. `retryAfter` of the server is
    /// obeyed, else the waits double, with a random part, so that many clients do not come back at the same moment.
    std::optional<std::chrono::milliseconds> waitAfter(
        int failedTries,
        const Error &error,
        std::optional<std::chrono::milliseconds> retryAfter) const;

private:
    RetrySettings m_settings;
};

} // namespace playhead

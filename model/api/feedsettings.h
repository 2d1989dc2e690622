// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/tailsettings.h"

#include <chrono>
#include <optional>

namespace playhead {

/// Limits of one request. Tests make them small.
struct ClientSettings
{
    std::chrono::milliseconds deadline{
        60'000}; ///< For the whole answer; slow bytes do not prolong it.
    std::chrono::milliseconds stallTimeout{30'000}; ///< Without any byte.
    long long bodyCapBytes = 64LL * 1024 * 1024; ///< After decompression.
};

/// How often and after which waits a page is asked for again. Tests shorten the waits.
struct RetrySettings
{
    int tries = 8; ///< For one page, the first included.
    std::chrono::milliseconds firstWait{500};
    std::chrono::milliseconds longestWait{30'000};
};

/// WorkOS allows 6,000 requests in 60 s and IP; this leaves room for others (docs: reference/rate-limits).
constexpr int kUsualRate = 80;
/// More windows at once than any server is asked for.
constexpr int kMostWindows = 64;

struct FeedSettings
{
    ClientSettings client;
    RetrySettings retry;
    int windows = 6; ///< Read at once, each with one request on its way; 1 = one after another.
    /// Requests a second, of everything that asks the server; 0 = no limit; empty = kUsualRate, and none on loopback.
    std::optional<int> rate;
    TailSettings tail;
    /// Between two tellings that the store has grown: pages may come quicker than a window with a million rows can show
    /// each of them. 0 = every page is told by itself.
    std::chrono::milliseconds growthPause{30};
};

} // namespace playhead

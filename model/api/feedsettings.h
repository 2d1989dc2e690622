// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchlimits.h"
#include "model/api/tailsettings.h"

#include <chrono>

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

struct FeedSettings
{
    ClientSettings client;
    RetrySettings retry;
    FetchLimits limits;
    TailSettings tail;
    /// Between two tellings that the store has grown: pages may come quicker than a window with a million rows can show
    /// each of them. 0 = every page is told by itself.
    std::chrono::milliseconds growthPause{100};
    /// A table shows what is opened: EventFeed::takeListed() has it listed.
    bool listsEvents = false;
};

} // namespace playhead

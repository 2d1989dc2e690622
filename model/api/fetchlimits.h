// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

namespace playhead {

/// WorkOS allows 6,000 requests in 60 s and IP; this leaves room for others (docs: reference/rate-limits).
constexpr int kUsualRate = 80;
/// No server is asked more often; beyond it a limit is none.
constexpr int kHighestRate = 100'000;
/// More windows at once than any server is asked for.
constexpr int kMostWindows = 64;

/// How hard a person lets Playhead ask a server.
struct FetchLimits
{
    int windows = 6; ///< Read at once, each with one request on its way; 1 = one after another.
    /// Requests a second, of everything that asks the server; 0 = no limit; empty = kUsualRate, and none on loopback.
    std::optional<int> rate;

    bool operator==(const FetchLimits &) const = default;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/margins.h"

#include <chrono>

namespace playhead {

/// How a live tail asks. Tests shorten the waits.
struct TailSettings
{
    std::chrono::milliseconds every{2'000}; ///< Between two polls while events come.
    std::chrono::milliseconds longestPause{
        30'000}; ///< The pause doubles up to this while none come.
    /// The tail's own position stays at the last event older than this; younger ones are shown and asked for again, since
    /// the server may still hide older ones (semantics 22).
    Duration margin = kSettleMargin;
    /// Newer events than this may still be hidden, so coverage does not reach them (semantics 8).
    Duration coverageMargin = kHoldBackMargin;
    /// How often a poll begins at the end of the coverage instead of the position, which finds what was hidden for longer
    /// than the margin and lets the coverage grow.
    std::chrono::milliseconds sweepEvery{60'000};
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

namespace playhead {

/// How long a client of the local Events API may keep one of its 64 connections without using it. Milliseconds.
struct ConnectionLimits
{
    int idleMs = 60'000; ///< Between an answer and the next request.
    int crowdedIdleMs = 1'000; ///< The same while few connections are left.
    int requestMs = 10'000; ///< From a request's first byte to its last one, however it drips.
    int stallMs = 5'000; ///< Without taking any byte of an answer.
};

} // namespace playhead

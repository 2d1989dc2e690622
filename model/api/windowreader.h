// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/eventsclient.h"
#include "model/api/readwindows.h"

#include <chrono>
#include <span>

namespace playhead {

/// One client at its window of a read, with the tries for the page that is asked now.
struct WindowReader
{
    using Time = std::chrono::steady_clock::time_point;

    EventsClient *client = nullptr;
    ReadWindow *window = nullptr; ///< nullptr = idle.
    int failedTries = 0; ///< In a row.
    Instant failingSince{};
    Error fault; ///< Of the last of them.
    Time wakeAt{}; ///< Not asked before.
};

/// The readers of a read, seen as one.
struct ReadersState
{
    bool isWaiting = false; ///< Each that has a window waits for another try.
    int failedTries = 0; ///< The most of a reader, when none gets its page; else 0.
    Instant failingSince{}; ///< Since when none does.
    Error fault; ///< Of the reader that tries again first, when all wait.
};

/// With `isPaused` those that are not asking wait too.
ReadersState stateOf(std::span<const WindowReader> readers, bool isPaused, WindowReader::Time now);

} // namespace playhead

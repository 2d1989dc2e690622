// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/windowreader.h"

#include <algorithm>

namespace playhead {

ReadersState stateOf(std::span<const WindowReader> readers, bool isPaused, WindowReader::Time now)
{
    ReadersState state;
    const WindowReader *next = nullptr;
    bool isFailing = true;
    state.isWaiting = true;
    for (const WindowReader &reader : readers) {
        if (reader.window == nullptr) {
            continue;
        }
        const bool isWaiting = !reader.client->isBusy() && (isPaused || reader.wakeAt > now);
        state.isWaiting = state.isWaiting && isWaiting;
        isFailing = isFailing && reader.failedTries > 0;
        state.failedTries = std::max(state.failedTries, reader.failedTries);
        state.failingSince = std::max(state.failingSince, reader.failingSince);
        if (next == nullptr || reader.wakeAt < next->wakeAt) {
            next = &reader;
        }
    }
    if (next == nullptr || !state.isWaiting) {
        state.isWaiting = false;
    } else {
        state.fault = next->fault;
    }
    if (!isFailing) {
        state.failedTries = 0;
        state.failingSince = {};
    }
    return state;
}

} // namespace playhead

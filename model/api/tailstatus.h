// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"
#include "model/core/ids.h"
#include "model/core/instant.h"

#include <QMetaType>
#include <QStringList>

namespace playhead {

enum class TailState {
    Off,
    CatchingUp, ///< Reads what came since its scope was last read; has not been at the end yet.
    Live, ///< Was at the end; asks again and again.
    Waiting, ///< The last request failed; it tries again, however long that takes.
    Paused, ///< A read of the same store runs; the tail goes on behind it.
    Failed ///< Refused by name; it does not go on by itself.
};

/// What a live tail does: a value that is handed from the ingest thread to the window or the command line. "Now" for its
/// times is the computer's clock, also where the environment's stands still: they only say how long something is ago.
struct TailStatus
{
    TailState state = TailState::Off;
    Instant startedAt{};
    std::optional<Instant> lastGoodPoll; ///< When the end was last reached.
    Instant nextPollAt{}; ///< Live and Waiting: when it asks next.
    quint64 polls = 0; ///< That reached the end.
    quint64 requests = 0;
    quint64 retries = 0;
    quint64 events = 0; ///< Stored by it, each id once.
    quint64 late = 0; ///< Of those, older than what was shown before.
    quint64 duplicates = 0; ///< Events that came twice in one poll, each once.
    Instant reached{}; ///< How far it has read.
    /// The server's time at the last poll's first answer, minus the margin: what is older comes in order (semantics 22).
    Instant settledUntil{};
    int failedTries = 0; ///< In a row.
    Instant failingSince{}; ///< Only when there are any.
    Error error; ///< Waiting: why. Failed: what stopped it.
    /// It would have begun here, but the server no longer keeps that long; the end is where it began. Empty = nothing is
    /// missing.
    TimeRange unreadable;
    QStringList refusedTypes; ///< As FetchProgress::refusedTypes.

    bool isOn() const { return state != TailState::Off && state != TailState::Failed; }
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::TailStatus)

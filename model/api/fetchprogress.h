// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/core/instant.h"

#include <QMetaType>
#include <QStringList>

namespace playhead {

enum class FetchState {
    Idle,
    Running,
    Waiting,
    Stopped,
    Failed,
    Done
};

/// What one read has done so far: a value that is handed from the ingest thread to the window or the command line.
struct FetchProgress
{
    FetchState state = FetchState::Idle;
    TimeRange range; ///< As fixed at the start.
    quint64 events = 0; ///< Received in this read, each id once.
    quint64 added = 0; ///< Of those, not stored before.
    quint64 requests = 0;
    quint64 retries = 0;
    int failedTries =
        0; ///< In a row for one page, when no open window gets any; 0 = some page came.
    Instant failingSince{}; ///< Since when none gets any; only when there are failed tries.
    quint64 duplicates = 0; ///< Ids received again outside seams and repeated pages.
    quint64 windows = 0; ///< Windows finished.
    int windowsOpen = 0; ///< Begun and not finished.
    int windowsInAll = 0; ///< Grows when an open one is shared.
    double share = 0; ///< Share of the range's time that is read, 0 to 1.
    std::optional<Instant>
        oldest; ///< created_at of the oldest and newest event received in this read.
    std::optional<Instant> newest;
    /// When state is Stopped, Failed or Done: the newest event that was older than the margin when it was read, all before it
    /// being read (semantics 22); empty = none.
    EventId lastEventId;
    Instant startedAt{};
    Instant endedAt{}; ///< When state is Stopped, Failed or Done.
    // Waiting only, which is when all open windows wait: why, and until when the first of them does.
    Error waitReason;
    Instant waitUntil{};
    // Failed only. goOn() tries again from where it broke off.
    Error error;
    /// Catalogue types that the server refused in an "all types" read (semantics 6), which went on without them; or, when
    /// state is Failed with Unprocessable, the chosen types that it refused.
    QStringList refusedTypes;

    bool isActive() const { return state == FetchState::Running || state == FetchState::Waiting; }
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::FetchProgress)

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/recoveryplan.h"

namespace playhead {

/// What a recovery looks at: a value, so that it can be looked at in any thread.
struct RecoveryGround
{
    EventSnapshot events;
    std::vector<TimeRange> covered; ///< Coverage of the cursor's types and organization.
    std::vector<TimeRange> tried; ///< What was read for this recovery, or could not be.
    Instant now{};
    Instant horizon{}; ///< The oldest moment that is kept.
    Instant
        oldestReadable{}; ///< The first one from which reading may begin; at or after the horizon.
};

/// What the stored events tell of a consumer.
struct RecoverySearch
{
    std::optional<ProcessedEvent> processed; ///< The newest event known to be processed.
    /// All up to it is taken as processed, where no event proves it; empty for RecoverFromOldest and RecoverFromNow.
    std::optional<Instant> anchor;
    std::optional<AfterEvent> newest; ///< RecoverFromNow: the newest event that has settled.
    quint32 idsFound = 0; ///< As in RecoveryPlan.
    QList<EventId> unknownIds;
    QList<EventId> foreignIds;
    bool isOlderVersion = false;
    /// To be read before this is the answer; empty = it is.
    TimeRange unread;

    bool operator==(const RecoverySearch &) const = default;
};

/// Fails with what Recovery::failed() tells; but with `unread`, reading that may still find something. Any thread; linear in
/// the number of events.
Result<RecoverySearch> searchStored(const RecoveryRequest &request, const RecoveryGround &ground);

/// The place that follows from it, and what that means. Fails only by a mistake of ours. Any thread.
Result<RecoveryPlan> planRecovery(const RecoveryRequest &request,
                                  const RecoverySearch &search,
                                  const RecoveryGround &ground);

} // namespace playhead

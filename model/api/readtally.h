// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"
#include "model/events/eventstore.h"

#include <span>
#include <vector>

namespace playhead {

/// Counts what one read has received, each id once, and notices what comes again (semantics 10).
class ReadTally
{
public:
    /// How many of the first events of a page hold `wanted` ids that this read has not had.
    size_t countForLimit(std::span<const DecodedEvent> events,
                         quint64 wanted,
                         const EventSnapshot &stored) const;

    /// Adds the events of a page that was stored. Those older than `settledBefore` may become the last event id. Returns the
    /// rows that this read had received before.
    std::vector<EventRow> add(std::span<const DecodedEvent> events,
                              const AppendOutcome &outcome,
                              Instant settledBefore,
                              FetchProgress &progress);

private:
    bool hasSeen(EventRow row) const { return row < m_seen.size() && m_seen[row]; }
    std::vector<bool> m_seen; ///< By row of the store.
    std::optional<Instant> m_lastSettled;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"
#include "model/api/windowread.h"
#include "model/events/eventstore.h"

#include <span>
#include <vector>

namespace playhead {

/// Counts what one read has received, each id once, and notices what comes again (semantics 10).
class ReadTally
{
public:
    /// Stores the events of a page, at most so many first ones that `left` ids are new to this read, marks what comes again or
    /// late, and counts. Returns how many events were taken.
    Result<size_t> store(const WindowPage &page,
                         const OrganizationId &readOrganization,
                         quint64 left,
                         EventStore &store,
                         FetchProgress &progress);
    /// Of the events of this read that were created before `limit` the newest; empty = none.
    EventId newestBefore(Instant limit, const EventSnapshot &stored) const;

private:
    size_t countForLimit(std::span<const DecodedEvent> events,
                         quint64 wanted,
                         const EventSnapshot &stored) const;
    std::vector<EventRow> add(std::span<const DecodedEvent> events,
                              const AppendOutcome &outcome,
                              std::optional<Instant> seamUntil,
                              FetchProgress &progress);
    bool hasSeen(EventRow row) const { return row < m_seen.size() && m_seen[row]; }
    std::vector<bool> m_seen; ///< By row of the store.
};

} // namespace playhead

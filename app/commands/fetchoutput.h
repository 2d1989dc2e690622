// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"
#include "model/api/fetchquery.h"
#include "model/events/eventsnapshot.h"

#include <vector>

namespace playhead {

/// How far the stored events of a read can be trusted to be whole.
struct ReadExtent
{
    /// Of a read after an event that is not stored: where its first received event stands. Empty = nothing came.
    std::optional<Instant> firstReceived;
    Instant completeUntil{}; ///< Events from here on may have gaps; left out.
};

/// The rows of a snapshot that belong to a read, in stream order, at most query.limit.
std::vector<EventRow> rowsOfRead(const EventSnapshot &events,
                                 const FetchQuery &query,
                                 const ReadExtent &extent);

/// The rows from `firstRow` on that are in the scope, in the order of storing.
std::vector<EventRow> rowsOfScope(const EventSnapshot &events,
                                  const FetchScope &scope,
                                  EventRow firstRow);

/// The line of --json-summary (product: command line).
QByteArray fetchSummary(const FetchProgress &progress,
                        quint64 events,
                        const EventId &lastEventId,
                        double seconds);

} // namespace playhead

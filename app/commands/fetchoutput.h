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

/// Where a fetch writes to: standard output, or a file by way of FILE.part (semantics 17).
class FetchOutput
{
public:
    /// `path` empty or "-": standard output. Opens FILE.part, so that an unwritable place shows before anything is read.
    static Result<FetchOutput> prepare(const QString &path);

    /// Writes all and, for a file, gives it its name. Cancelled when an interrupt came.
    Status writeAll(const EventSnapshot &events, std::vector<EventRow> rows) const;
    /// Leaves what is complete in FILE.part, as it is when nothing came; nothing on standard output.
    Status writePart(const EventSnapshot &events, std::vector<EventRow> rows) const;

private:
    QString m_path; ///< Empty = standard output.
    QString m_partPath; ///< Of the unfinished file; empty for standard output and for devices.
};

/// The line of --json-summary (product: command line).
QByteArray fetchSummary(const FetchProgress &progress,
                        quint64 events,
                        const EventId &lastEventId,
                        double seconds);

} // namespace playhead

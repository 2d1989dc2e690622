// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/windowread.h"
#include "model/events/eventfilter.h"
#include "model/events/eventstore.h"

#include <QSet>

namespace playhead {

/// Knows what a live tail has shown, and marks in the store what arrives behind that (semantics 2) or twice (semantics 10).
class TailMarks
{
public:
    /// What is stored of the scope inside `range` was shown by a read before the tail. The scope's own range plays no part.
    void seeStored(const EventSnapshot &events, const FetchScope &scope, const TimeRange &range);
    void beginPoll();
    /// How many events of a page were marked.
    struct Marked
    {
        quint64 late = 0;
        quint64 again = 0;
    };
    /// A page of the poll was stored. What a poll asks for again is not received again; what comes twice in one poll is.
    Marked mark(const WindowPage &page, const AppendOutcome &outcome, EventStore &store);
    /// created_at of the newest event shown.
    std::optional<Instant> newest() const { return m_newest; }

private:
    std::optional<Instant> m_newest;
    std::optional<Instant> m_newestBefore; ///< As m_newest, before the poll.
    QSet<EventRow> m_ofPoll; ///< Received in this poll.
    QSet<EventRow> m_again; ///< Marked as received again, once for all polls.
};

} // namespace playhead

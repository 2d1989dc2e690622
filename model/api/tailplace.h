// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/tailsettings.h"
#include "model/api/windowread.h"

namespace playhead {

/// Where a live tail stands: its position (semantics 22), how far its scope is read completely, and what its next poll asks.
/// Knows no network and writes nothing.
class TailPlace
{
public:
    explicit TailPlace(const TailSettings &settings = {});

    /// Everything before `coveredUntil` has been read.
    void begin(Instant coveredUntil);
    /// Something else read on; never backwards.
    void coverTo(Instant until);
    Instant coveredUntil() const { return m_coveredUntil; }

    /// The window of the next poll: from the position, or from the end of what is read completely, if `fromCovered` or when
    /// the position lies before it. `now` bounds it to what one request may span.
    WindowRead beginPoll(Instant now, bool fromCovered);
    /// Whether that poll begins where everything is read, so that the coverage grows by it.
    bool isFromCovered() const { return m_isFromCovered; }
    /// What came since the place is longer than one request may span: ask again at once.
    bool hasMore() const { return m_isBounded; }
    PageRequest request(const WindowRead &poll) const;

    /// Whether the first answer of a poll shows that the server does not know the place that was asked for and began with
    /// its first event: it holds the very event that it should go on after, or, asked by time, lies wholly before that
    /// time and goes on. judgePage() sees more of the former.
    bool beginsAnew(const Page &page) const;
    /// A page of the poll is stored. `serverNow` = when it was answered; that of the poll's first page counts for all of
    /// them, since the later ones do not go back to what was hidden then.
    void take(const WindowPage &page, Instant serverNow);
    /// What the poll has read completely until now, not beyond what may be hidden; empty = nothing.
    std::optional<TimeRange> covered(const WindowRead &poll) const;
    void endPoll(const WindowRead &poll);
    /// Older events than this came in order, by the last poll; only after its first answer.
    Instant settledUntil() const { return m_settledUntil; }

private:
    struct Position
    {
        EventId id;
        Instant createdAt{};
    };

    TailSettings m_settings;
    Instant m_coveredUntil{};
    std::optional<Position> m_position; ///< The last event older than the margin.
    bool m_isFromCovered = true;
    bool m_isBounded = false;
    std::optional<Instant> m_edge; ///< Of the poll; empty before its first answer.
    Instant m_settledUntil{};
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/page.h"
#include "model/api/pagerequest.h"

#include <QSet>

namespace playhead {

/// What a page means inside its window.
struct WindowPage
{
    enum class Verdict {
        Usable,
        Repeated, ///< The same page or the same cursor again: a fault of the server (semantics 7).
        NewestFirst, ///< The server ignores that oldest first was asked; the rest could not be trusted.
    };

    Verdict verdict = Verdict::Usable;
    std::vector<DecodedEvent> events; ///< Those inside the window's range, in the server's order.
    std::vector<bool>
        isLate; ///< For each event: the server sent it after a younger one (semantics 2).
    EventId next;
    bool isLast = false;
    std::vector<QByteArray> ids; ///< Of all events of the page, to know it again.
    std::optional<TimeRange>
        times; ///< Oldest and newest created_at of all events, [oldest, newest].
};

/// One window of a read: what is asked next and what the answers mean. Knows no network and no store. A page is first
/// looked at (read()), and only when its events are stored does the window move on (moveOn()), so that a failure in between
/// asks for the same page again.
class WindowRead
{
public:
    /// The events created in `range`, which is at most kLongestWindow minus the overlap.
    static WindowRead ofRange(const TimeRange &range);
    /// The events after `after` and before `until`. `createdAt` of that event when it is known.
    static WindowRead afterEvent(const EventId &after,
                                 std::optional<Instant> createdAt,
                                 Instant until);

    /// Without types, organization and limit, which are the same for all windows of a read.
    PageRequest nextRequest() const;
    WindowPage read(Page page) const;
    void moveOn(const WindowPage &page);
    /// Of `page` only the events before `count` were taken: the window stays open and its next page is not known.
    void stopInside(const WindowPage &page, size_t count);

    bool isFinished() const { return m_isFinished; }
    const TimeRange &range() const { return m_range; }
    /// What is read completely: the whole range, or, broken off, up to the millisecond of the last event, exclusive
    /// (semantics 8). Not yet bounded by the server's time.
    std::optional<TimeRange> covered() const;
    /// created_at of the last event, or the start.
    Instant reached() const;

private:
    TimeRange m_range;
    bool m_isRangeStartKnown =
        true; ///< False while nothing tells when the event of a read from after it was.
    Instant m_keptFrom = Instant::min(); ///< Older events belong to the window before.
    EventId m_after; ///< Empty = the next request is by range_start.
    QSet<QByteArray> m_usedCursors;
    std::vector<QByteArray> m_lastIds;
    std::optional<TimeRange> m_lastTimes;
    std::optional<Instant> m_newest;
    std::optional<Instant> m_last;
    bool m_isFinished = false;
};

/// How far the requests of neighbouring windows overlap (semantics 5).
constexpr Duration kWindowOverlap = std::chrono::seconds(1);
/// The longest window, so that with its overlap and rounding a request stays inside kLongestWindow.
constexpr Duration kLongestWindowRange = std::chrono::duration_cast<Duration>(kLongestWindow)
                                         - 2 * kWindowOverlap;

} // namespace playhead

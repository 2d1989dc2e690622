// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/page.h"
#include "model/api/pagerequest.h"

#include <QSet>

#include <algorithm>

namespace playhead {

/// What a page means inside its window.
struct WindowPage
{
    enum class Verdict {
        Usable,
        Repeated, ///< The same page or the same cursor again: a fault of the server (semantics 7).
        NewestFirst, ///< The server ignores that oldest first was asked; the rest could not be trusted.
        BeforeCursor, ///< The answer to `after` begins before that event: the server began anew (events-api 1.3).
    };

    Verdict verdict = Verdict::Usable;
    std::vector<DecodedEvent> events; ///< Those inside the window's range, in the server's order.
    std::vector<bool>
        isLate; ///< For each event: the server sent it after a younger one (semantics 2).
    EventId next;
    std::optional<Instant> nextTime; ///< created_at of that event, if it is on the page.
    bool isLast = false;
    bool isCut = false; ///< The window was cut while the page was on its way: see splitAt().
    std::optional<Instant>
        seamUntil; ///< Events up to here may have been read before askByTime(): no duplicates.
    bool isSamePage = false; ///< Repeated: the page before, not only a cursor.
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
    /// What nextRequest() will be once the window has moved on over `page`, which is not the last one: it can be sent while
    /// the page's events are still being stored.
    PageRequest requestAfter(const WindowPage &page) const;
    WindowPage read(Page page) const;
    void moveOn(const WindowPage &page);
    /// Of `page` only the events before `count` were taken: the window stays open and its next page is not known.
    void stopInside(const WindowPage &page, size_t count);

    /// Gives the part from `cut` on, a whole millisecond inside unread(), to a window of its own. A page that is on its way
    /// may go beyond the cut: its events there are left to the other window, and this one asks on after its own last.
    WindowRead splitAt(Instant cut);
    /// Asks on by time, because the server does not know the last event any more: from a margin before that event on, since
    /// older ones may have been listed behind it. Only for windows of a range; others keep their cursor.
    void askByTime();

    bool isFinished() const { return m_isFinished; }
    const TimeRange &range() const { return m_range; }
    /// What is read completely: the whole range, or, broken off, up to the millisecond of the last event, exclusive
    /// (semantics 8). Not yet bounded by the server's time.
    std::optional<TimeRange> covered() const;
    /// created_at of the last event, or the start.
    Instant reached() const;
    /// The next page begins behind here: created_at of the youngest event since it was last asked by time, or the time asked.
    Instant asksFrom() const
    {
        return m_newestListed.value_or(std::max(m_range.since, m_keptFrom));
    }
    /// From the first millisecond without any event read so far; empty when finished.
    TimeRange unread() const;

private:
    PageRequest requestBehind(const EventId &after) const;
    bool beginsBeforeCursor(const std::vector<DecodedEvent> &events) const;
    void keepInside(Page &page, WindowPage &result) const;

    TimeRange m_range;
    bool m_isRangeStartKnown =
        true; ///< False while nothing tells when the event of a read from after it was.
    Instant m_keptFrom =
        Instant::min(); ///< Older events belong to the window before, or are read already.
    EventId m_after; ///< Empty = the next request is by range_start.
    std::optional<Instant> m_afterTime; ///< created_at of that event, if known.
    QSet<QByteArray> m_usedCursors;
    std::vector<QByteArray> m_lastIds;
    std::optional<TimeRange> m_lastTimes;
    std::optional<Instant> m_newest;
    std::optional<Instant> m_newestListed; ///< Since it was last asked by time.
    std::optional<Instant> m_last;
    std::optional<Instant> m_seamUntil;
    bool m_isCut = false; ///< Since the last page.
    bool m_isFinished = false;
};

/// No event comes later than this behind younger ones, generously: WorkOS holds events back for a few seconds, a local Events
/// API for an hour at most. An answer to `after` that begins further back does not begin after that event.
constexpr Duration kLatestArrival = std::chrono::hours(1);

/// How far the requests of neighbouring windows overlap (semantics 5).
constexpr Duration kWindowOverlap = std::chrono::seconds(1);
/// The longest window, so that with its overlap and rounding a request stays inside kLongestWindow.
constexpr Duration kLongestWindowRange = std::chrono::duration_cast<Duration>(kLongestWindow)
                                         - 2 * kWindowOverlap;

} // namespace playhead

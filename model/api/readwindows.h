// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/margins.h"
#include "model/api/readedge.h"
#include "model/api/windowread.h"

#include <deque>

namespace playhead {

/// One window of a read, with what only the read knows of it.
struct ReadWindow
{
    WindowRead read;
    ReadEdge edge{kHoldBackMargin}; ///< Coverage reaches no further (semantics 8).
    ReadEdge settled{kSettleMargin}; ///< Events before it will not be overtaken (semantics 22).
    bool isUnwritten = false; ///< Its coverage grew since it was last written.
    bool isTaken = false; ///< Somebody reads it.
    quint64 events = 0; ///< Taken from its pages.
    double recentDensity = 0; ///< Events a microsecond on its last page.

    /// The next page was answered at `serverNow`; before take().
    void noteAnswer(Instant serverNow);
    /// Of `page` the first `taken` events were stored.
    void take(const WindowPage &page, size_t taken);
};

/// All windows of a read: which is read next, how an open one is shared by two readers, how much is left.
class ReadWindows
{
public:
    ReadWindows() = default;
    /// `windows` in time order. With `canSplit` an idle reader may take the later half of an open window.
    ReadWindows(std::vector<WindowRead> windows, bool canSplit);

    /// A window for an idle reader: the earliest that nobody has, else the later half of the fullest, the one with the most
    /// events to come by its time and density. nullptr = nothing is left to take, or sharing is not worth it. Stays valid
    /// as long as this object.
    ReadWindow *take();
    /// Nobody reads any window: the next take() begins with the earliest again.
    void release();
    /// Those that are not finished go on by time: see WindowRead::askByTime().
    void askByTime();

    /// Nothing that is missing comes before here: neither in a window that broke off nor, being hidden when a window's pages
    /// were answered, in one that was read. Exclusive.
    Instant settledUntil() const;
    bool isFinished() const;
    int finished() const;
    int open() const; ///< Begun or taken and not finished.
    size_t size() const { return m_windows.size(); }
    /// How much of `range`'s time is read, 0 to 1.
    double shareRead(const TimeRange &range) const;

    auto begin() { return m_windows.begin(); }
    auto end() { return m_windows.end(); }

private:
    double expectedIn(const ReadWindow &window) const;
    double densityOf(const ReadWindow &window) const;
    void noteOverall();
    ReadWindow *splitFullest();

    std::deque<ReadWindow> m_windows; ///< Its elements do not move when it grows.
    double m_overallDensity = 0;
    bool m_canSplit = false;
};

} // namespace playhead

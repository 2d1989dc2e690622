// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/readwindows.h"

#include "model/api/timeranges.h"

#include <algorithm>

namespace playhead {

namespace {

double microseconds(Duration duration)
{
    return double(duration.count());
}

/// A half is no shorter than the overlap that it costs.
constexpr Duration kShortestHalf = kWindowOverlap;

} // namespace

void ReadWindow::noteAnswer(Instant serverNow)
{
    edge.take(read.asksFrom(), serverNow);
    settled.take(read.asksFrom(), serverNow);
}

void ReadWindow::take(const WindowPage &page, size_t taken)
{
    if (taken > 1) {
        const Duration passed = page.events[taken - 1].fields.createdAt
                                - page.events.front().fields.createdAt;
        recentDensity = double(taken) / microseconds(std::max(passed, Duration(1)));
    }
    events += taken;
    if (taken == page.events.size()) {
        read.moveOn(page);
    } else {
        read.stopInside(page, taken);
    }
}

ReadWindows::ReadWindows(std::vector<WindowRead> windows, bool canSplit)
    : m_canSplit(canSplit)
{
    for (WindowRead &window : windows) {
        m_windows.push_back({std::move(window)});
    }
}

ReadWindow *ReadWindows::take()
{
    ReadWindow *earliest = nullptr;
    for (ReadWindow &window : m_windows) {
        if (!window.isTaken && !window.read.isFinished()
            && (earliest == nullptr || window.read.range().since < earliest->read.range().since)) {
            earliest = &window;
        }
    }
    if (earliest == nullptr && m_canSplit) {
        earliest = splitFullest();
    }
    if (earliest != nullptr) {
        earliest->isTaken = true;
    }
    return earliest;
}

void ReadWindows::release()
{
    for (ReadWindow &window : m_windows) {
        window.isTaken = false;
    }
}

void ReadWindows::askByTime()
{
    for (ReadWindow &window : m_windows) {
        if (!window.read.isFinished()) {
            window.read.askByTime();
        }
    }
}

void ReadWindows::noteOverall()
{
    quint64 events = 0;
    Duration passed{};
    for (const ReadWindow &window : m_windows) {
        events += window.events;
        passed += window.read.reached() - window.read.range().since;
    }
    m_overallDensity = passed.count() > 0 ? double(events) / microseconds(passed) : 0;
}

double ReadWindows::densityOf(const ReadWindow &window) const
{
    if (window.events == 0) {
        return m_overallDensity;
    }
    const Duration passed = window.read.reached() - window.read.range().since;
    const double whole = double(window.events) / microseconds(std::max(passed, Duration(1)));
    // After a long silence the last page tells more than the mean.
    return std::max(whole, window.recentDensity);
}

double ReadWindows::expectedIn(const ReadWindow &window) const
{
    const TimeRange unread = window.read.unread();
    return microseconds(std::max(unread.until - unread.since, Duration{})) * densityOf(window);
}

ReadWindow *ReadWindows::splitFullest()
{
    noteOverall();
    ReadWindow *fullest = nullptr;
    double most = 0;
    for (ReadWindow &window : m_windows) {
        if (window.read.isFinished()) {
            continue;
        }
        const double expected = expectedIn(window);
        if (expected > most) {
            fullest = &window;
            most = expected;
        }
    }
    if (fullest == nullptr) {
        return nullptr;
    }
    // One page is on its way already, and the overlap of the new window is read in vain.
    const double onItsWay = kPageLimit;
    const double wasted = densityOf(*fullest) * microseconds(kWindowOverlap);
    if (most - onItsWay < 2 * wasted + kPageLimit) {
        return nullptr;
    }
    const TimeRange unread = fullest->read.unread();
    const double share = onItsWay / most;
    const double from = microseconds(unread.until - unread.since) * (1 + share) / 2;
    const Instant cut = floorToMs(unread.since + Duration(qint64(from)));
    if (cut - unread.since < kShortestHalf || unread.until - cut < kShortestHalf) {
        return nullptr;
    }
    m_windows.push_back({fullest->read.splitAt(cut)});
    return &m_windows.back();
}

Instant ReadWindows::settledUntil() const
{
    Instant until = Instant::max();
    for (const ReadWindow &window : m_windows) {
        if (!window.read.isFinished()) {
            until = std::min(until, window.read.reached() + Duration(1));
        }
        const TimeRange &range = window.read.range();
        if (window.settled.until() < range.until) {
            until = std::min(until, std::max(range.since, window.settled.until()));
        }
    }
    return until;
}

bool ReadWindows::isFinished() const
{
    return finished() == int(m_windows.size());
}

int ReadWindows::finished() const
{
    return int(std::count_if(m_windows.begin(), m_windows.end(), [](const ReadWindow &window) {
        return window.read.isFinished();
    }));
}

int ReadWindows::open() const
{
    return int(std::count_if(m_windows.begin(), m_windows.end(), [](const ReadWindow &window) {
        return !window.read.isFinished() && (window.isTaken || window.events > 0);
    }));
}

double ReadWindows::shareRead(const TimeRange &range) const
{
    const Duration whole = range.until - range.since;
    if (whole.count() <= 0) {
        return 1;
    }
    Duration left{};
    for (const ReadWindow &window : m_windows) {
        const Instant from = std::max(range.since, window.read.reached());
        left += std::max(Duration{}, window.read.range().until - from);
    }
    return std::clamp(1.0 - double(left.count()) / double(whole.count()), 0.0, 1.0);
}

} // namespace playhead

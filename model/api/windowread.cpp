// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/windowread.h"

#include "model/api/margins.h"
#include "model/api/timeranges.h"

#include <algorithm>

namespace playhead {

namespace {

std::optional<TimeRange> timesOf(const std::vector<DecodedEvent> &events)
{
    std::optional<TimeRange> times;
    for (const DecodedEvent &event : events) {
        const Instant t = event.fields.createdAt;
        times = times ? TimeRange{std::min(times->since, t), std::max(times->until, t)}
                      : TimeRange{t, t};
    }
    return times;
}

/// Three or more events that only ever go back in time. Two could be a single late event.
bool goesBack(const std::vector<DecodedEvent> &events)
{
    if (events.size() < 3 || events.front().fields.createdAt <= events.back().fields.createdAt) {
        return false;
    }
    return std::is_sorted(events.begin(),
                          events.end(),
                          [](const DecodedEvent &a, const DecodedEvent &b) {
                              return a.fields.createdAt > b.fields.createdAt;
                          });
}

} // namespace

WindowRead WindowRead::ofRange(const TimeRange &range)
{
    WindowRead window;
    window.m_range = range;
    window.m_keptFrom = range.since;
    return window;
}

WindowRead WindowRead::afterEvent(const EventId &after,
                                  std::optional<Instant> createdAt,
                                  Instant until)
{
    WindowRead window;
    window.m_after = after;
    window.m_afterTime = createdAt;
    window.m_newest = createdAt;
    window.m_newestListed = createdAt; // Older events that follow it are late ones (semantics 2).
    window.m_usedCursors.insert(after.value);
    window.m_isRangeStartKnown = createdAt.has_value();
    // Events of the same millisecond may stand before `after` and are not read here.
    window.m_range = {createdAt ? floorToMs(*createdAt) + std::chrono::milliseconds(1)
                                : Instant::min(),
                      until};
    return window;
}

PageRequest WindowRead::nextRequest() const
{
    return requestBehind(m_after);
}

PageRequest WindowRead::requestAfter(const WindowPage &page) const
{
    return requestBehind(page.next);
}

PageRequest WindowRead::requestBehind(const EventId &after) const
{
    PageRequest request;
    request.after = after;
    if (after.isEmpty()) {
        // After askByTime() from where it broke off, else from the start.
        request.since = m_keptFrom - kWindowOverlap;
    }
    request.until = ceilToMs(m_range.until);
    return request;
}

WindowPage WindowRead::read(Page page) const
{
    WindowPage result;
    result.next = page.next;
    result.times = timesOf(page.events);
    result.ids.reserve(page.events.size());
    for (const DecodedEvent &event : page.events) {
        result.ids.push_back(event.fields.id);
    }

    result.isSamePage = !result.ids.empty() && result.ids == m_lastIds;
    if (result.isSamePage) {
        result.verdict = WindowPage::Verdict::Repeated;
        return result;
    }
    if (goesBack(page.events)) {
        result.verdict = WindowPage::Verdict::NewestFirst;
        return result;
    }
    if (beginsBeforeCursor(page.events)) {
        result.verdict = WindowPage::Verdict::BeforeCursor;
        return result;
    }
    if (!page.next.isEmpty() && m_usedCursors.contains(page.next.value)) {
        result.verdict = WindowPage::Verdict::Repeated;
        return result;
    }
    // In ascending order among themselves they may be late events at the end of the list.
    const bool isWhollyOlder = result.times && m_lastTimes && page.events.size() > 1
                               && m_lastIds.size() > 1 && result.times->until < m_lastTimes->since
                               && page.events.front().fields.createdAt
                                      >= page.events.back().fields.createdAt;
    if (isWhollyOlder) {
        result.verdict = WindowPage::Verdict::NewestFirst;
        return result;
    }
    keepInside(page, result);
    return result;
}

bool WindowRead::beginsBeforeCursor(const std::vector<DecodedEvent> &events) const
{
    if (m_after.isEmpty() || events.empty()) {
        return false;
    }
    if (!m_last && events.front().fields.id == m_after.value) {
        return true; // Later on, it is a page that begins with the last event of the one before.
    }
    // Going back in time is another fault, and a single event among younger ones only a late one.
    const Instant first = events.front().fields.createdAt;
    const Instant second = events[std::min<size_t>(1, events.size() - 1)].fields.createdAt;
    return m_afterTime && first <= events.back().fields.createdAt
           && std::max(first, second) < *m_afterTime - kLatestArrival;
}

void WindowRead::keepInside(Page &page, WindowPage &result) const
{
    result.seamUntil = m_seamUntil;
    // The server may have ignored range_end: a page wholly beyond it is the end too.
    result.isLast = page.next.isEmpty() || (result.times && result.times->since >= m_range.until);
    const bool goesBeyond = result.times && result.times->until >= m_range.until;
    if (m_isCut && goesBeyond && !page.next.isEmpty()) {
        // Events that the server lists late may still stand between here and the events beyond the cut.
        result.isCut = true;
        result.isLast = false;
        result.next = m_after;
        result.nextTime = m_afterTime;
    }
    std::optional<Instant> newest = m_newestListed;
    for (DecodedEvent &event : page.events) {
        const Instant t = event.fields.createdAt;
        if (result.isCut && t < m_range.until) {
            result.next = EventId(event.fields.id);
        }
        if (event.fields.id == result.next.value) {
            result.nextTime = t;
        }
        if (t < m_keptFrom || t >= m_range.until) {
            continue;
        }
        result.isLate.push_back(newest && t < *newest);
        newest = newest ? std::max(*newest, t) : t;
        result.events.push_back(std::move(event));
    }
}

void WindowRead::moveOn(const WindowPage &page)
{
    stopInside(page, page.events.size());
    m_isCut = false;
    if (page.isCut) {
        // Its end may come again behind the new cursor.
        m_lastIds.clear();
        m_lastTimes.reset();
    } else if (!page.ids.empty()) {
        m_lastIds = page.ids;
        m_lastTimes = page.times;
    }
    m_isFinished = page.isLast;
    if (!m_isFinished) {
        m_after = page.next;
        m_afterTime = page.nextTime;
        if (!m_after.isEmpty()) {
            m_usedCursors.insert(m_after.value);
        }
    }
}

WindowRead WindowRead::splitAt(Instant cut)
{
    WindowRead later = ofRange({cut, m_range.until});
    m_range.until = cut;
    m_isCut = true;
    return later;
}

void WindowRead::askByTime()
{
    if (m_keptFrom == Instant::min() || m_after.isEmpty()) {
        return;
    }
    m_after = {};
    m_afterTime.reset();
    m_usedCursors.clear();
    m_lastIds.clear();
    m_lastTimes.reset();
    m_seamUntil = m_newest;
    m_newestListed.reset();
    m_keptFrom = m_last ? std::max(m_range.since, floorToMs(*m_last) - kHoldBackMargin)
                        : m_range.since;
}

void WindowRead::stopInside(const WindowPage &page, size_t count)
{
    for (size_t i = 0; i < count; ++i) {
        const Instant t = page.events[i].fields.createdAt;
        m_last = t;
        m_newest = m_newest ? std::max(*m_newest, t) : t;
        m_newestListed = m_newestListed ? std::max(*m_newestListed, t) : t;
        if (!m_isRangeStartKnown) {
            m_range.since = floorToMs(t) + std::chrono::milliseconds(1);
            m_isRangeStartKnown = true;
        }
    }
}

std::optional<TimeRange> WindowRead::covered() const
{
    if (!m_isRangeStartKnown) {
        return std::nullopt;
    }
    const TimeRange range{m_range.since,
                          m_isFinished ? m_range.until
                          : m_last     ? floorToMs(*m_last)
                                       : m_range.since};
    return range.isEmpty() ? std::nullopt : std::optional(range);
}

Instant WindowRead::reached() const
{
    return m_isFinished ? m_range.until : m_last ? *m_last : m_range.since;
}

TimeRange WindowRead::unread() const
{
    if (m_isFinished) {
        return {m_range.until, m_range.until};
    }
    return {m_newest ? floorToMs(*m_newest) + std::chrono::milliseconds(1) : m_range.since,
            m_range.until};
}

} // namespace playhead

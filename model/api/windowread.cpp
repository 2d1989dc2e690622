// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/windowread.h"

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
    PageRequest request;
    request.after = m_after;
    if (m_after.isEmpty()) {
        request.since = m_range.since - kWindowOverlap;
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

    const bool isSamePage = !result.ids.empty() && result.ids == m_lastIds;
    if (isSamePage || (!page.next.isEmpty() && m_usedCursors.contains(page.next.value))) {
        result.verdict = WindowPage::Verdict::Repeated;
        return result;
    }
    const bool isWhollyOlder = result.times && m_lastTimes && page.events.size() > 1
                               && m_lastIds.size() > 1 && result.times->until < m_lastTimes->since;
    if (goesBack(page.events) || isWhollyOlder) {
        result.verdict = WindowPage::Verdict::NewestFirst;
        return result;
    }

    // The server may have ignored range_end: a page wholly beyond it is the end too.
    result.isLast = page.next.isEmpty() || (result.times && result.times->since >= m_range.until);
    std::optional<Instant> newest = m_newest;
    for (DecodedEvent &event : page.events) {
        const Instant t = event.fields.createdAt;
        if (t < m_keptFrom || t >= m_range.until) {
            continue;
        }
        result.isLate.push_back(newest && t < *newest);
        newest = newest ? std::max(*newest, t) : t;
        result.events.push_back(std::move(event));
    }
    return result;
}

void WindowRead::moveOn(const WindowPage &page)
{
    stopInside(page, page.events.size());
    if (!page.ids.empty()) {
        m_lastIds = page.ids;
        m_lastTimes = page.times;
    }
    m_isFinished = page.isLast;
    if (!m_isFinished) {
        m_after = page.next;
        m_usedCursors.insert(m_after.value);
    }
}

void WindowRead::stopInside(const WindowPage &page, size_t count)
{
    for (size_t i = 0; i < count; ++i) {
        const Instant t = page.events[i].fields.createdAt;
        m_last = t;
        m_newest = m_newest ? std::max(*m_newest, t) : t;
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

} // namespace playhead

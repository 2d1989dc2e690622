// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorground.h"

#include "model/api/fetchquery.h"
#include "model/api/margins.h"
#include "model/api/timeranges.h"
#include "model/events/streamorder.h"

#include <algorithm>

namespace playhead {

namespace {

using namespace std::chrono_literals;

/// A read may begin a minute behind the horizon (semantics 1), and time passes until it is asked for.
constexpr Duration kHorizonSlack = 2min;
/// A read that brings a moment leaves the coverage at most so far behind it: by the hold-back, and by the part of a second that
/// a server's Date header does not tell.
constexpr Duration kBehindNewest = kHoldBackMargin + 1s;
/// Time passes between a read up to the present and the next question.
constexpr Duration kPresentSlack = 1min;

/// Number of events before `time`.
size_t countBefore(Instant time, const EventSnapshot &events, const std::vector<EventRow> &order)
{
    const auto end = std::partition_point(order.cbegin(),
                                          order.cend(),
                                          [&events, time](EventRow row) {
                                              return events.createdAt(row) < time;
                                          });
    return static_cast<size_t>(end - order.cbegin());
}

/// Number of events up to and with the row.
size_t countUpTo(EventRow row, const EventSnapshot &events, const std::vector<EventRow> &order)
{
    const auto end = std::partition_point(order.cbegin(),
                                          order.cend(),
                                          [&events, row](EventRow other) {
                                              return !streamBefore(events, row, other);
                                          });
    return static_cast<size_t>(end - order.cbegin());
}

size_t placeIn(const CursorPosition &position,
               const EventSnapshot &events,
               const std::vector<EventRow> &order)
{
    if (const auto *after = std::get_if<AfterEvent>(&position)) {
        if (const std::optional<EventRow> row = events.find(after->id)) {
            return countUpTo(*row, events, order);
        }
    }
    return countBefore(positionTime(position), events, order);
}

} // namespace

Instant firstBehind(const CursorPosition &position)
{
    const bool isAfter = std::holds_alternative<AfterEvent>(position);
    return positionTime(position) + Duration(isAfter ? 1 : 0);
}

CursorGround::CursorGround(const Cursor &cursor, const RewindGround &ground)
    : m_ground(&ground)
    , m_anyOrganization(cursor.organization.isEmpty())
{
    if (!cursor.types.isEmpty()) {
        m_ownTypes.resize(ground.events.typeCount());
        for (const QByteArray &type : cursor.types) {
            if (const auto number = ground.events.findType(type)) {
                m_ownTypes[*number] = 1;
            }
        }
        if (m_ownTypes.empty()) {
            m_ownTypes.push_back(0); // an empty vector would stand for all types
        }
    }
    if (!m_anyOrganization) {
        m_organization = ground.events.findOrganization(cursor.organization);
    }
    findCounted(cursor);
}

void CursorGround::findCounted(const Cursor &cursor)
{
    const EventSnapshot &events = m_ground->events;
    const std::vector<EventRow> &order = m_ground->order;
    std::vector<Places> places;
    places.reserve(m_ground->covered.size() + 2);
    for (const TimeRange &range : m_ground->covered) {
        places.push_back(
            {countBefore(range.since, events, order), countBefore(range.until, events, order)});
    }
    places.push_back({countBefore(edge(), events, order), order.size()});
    if (const auto *after = std::get_if<AfterEvent>(&cursor.position)) {
        if (const std::optional<EventRow> row = events.find(after->id)) {
            const size_t end = countUpTo(*row, events, order);
            places.push_back({end - 1, end});
        }
    }
    std::sort(places.begin(), places.end(), [](const Places &a, const Places &b) {
        return a.begin < b.begin;
    });
    for (const Places &next : places) {
        if (!m_counted.empty() && next.begin <= m_counted.back().end) {
            m_counted.back().end = std::max(m_counted.back().end, next.end);
        } else {
            m_counted.push_back(next);
        }
    }
}

size_t CursorGround::placeOf(const CursorPosition &position) const
{
    return placeIn(position, m_ground->events, m_ground->order);
}

bool CursorGround::isOwn(EventRow row) const
{
    EventColumns event(m_ground->events);
    event.goTo(row);
    return isOwn(event);
}

quint64 CursorGround::ownIn(size_t from, size_t to) const
{
    if (hasAll()) {
        return to - from;
    }
    EventColumns event(m_ground->events);
    quint64 count = 0;
    for (size_t place = from; place < to; ++place) {
        event.goTo(rowAt(place));
        count += isOwn(event) ? 1 : 0;
    }
    return count;
}

std::optional<EventRow> CursorGround::newestOwn() const
{
    EventColumns event(m_ground->events);
    for (size_t place = rowCount(); place-- > 0;) {
        event.goTo(rowAt(place));
        if (isOwn(event)) {
            return event.row();
        }
    }
    return std::nullopt;
}

bool CursorGround::isStored(const CursorPosition &position) const
{
    const auto *after = std::get_if<AfterEvent>(&position);
    return !after || m_ground->events.find(after->id);
}

Instant CursorGround::edge() const
{
    return m_ground->covered.empty() ? Instant::min() : m_ground->covered.back().until;
}

Instant CursorGround::oldestReadable() const
{
    return m_ground->horizon + kHorizonSlack;
}

Instant CursorGround::present() const
{
    // With an event of this very moment: the demo's newest stands there.
    return m_ground->horizon + std::chrono::duration_cast<Duration>(kKeptFor) + 1ms;
}

bool CursorGround::isCovered(TimeRange span) const
{
    return span.isEmpty() || gapsIn(span, m_ground->covered).empty();
}

bool CursorGround::isCoveredToEdge(Instant since) const
{
    if (since >= m_ground->horizon) {
        since = std::max(since, oldestReadable()); // no read begins earlier
    }
    return !m_ground->covered.empty() && isCovered(TimeRange{since, edge()});
}

bool CursorGround::isKnown(TimeRange span) const
{
    // What is older is not read again, so it takes nothing from a count.
    span.since = std::max(span.since, oldestReadable());
    if (span.isEmpty()) {
        return true;
    }
    if (m_ground->covered.empty()) {
        return false;
    }
    return span.until <= knownUntil()
           && isCovered(TimeRange{span.since, std::min(span.until, edge())});
}

bool CursorGround::isReadToPresent() const
{
    return !m_ground->covered.empty() && edge() + kBehindNewest + kPresentSlack >= present();
}

Instant CursorGround::knownUntil() const
{
    // The last moment of a span is an event's own, hence "up to and with" the end of the hold-back.
    return isReadToPresent() ? edge() + kBehindNewest + Duration(1) : edge();
}

std::optional<Instant> CursorGround::readSince(Instant moment) const
{
    const std::vector<TimeRange> joinedRanges = joined(m_ground->covered);
    for (auto range = joinedRanges.rbegin(); range != joinedRanges.rend(); ++range) {
        const bool isLast = range == joinedRanges.rbegin();
        const Instant end = range->until + (isLast ? kBehindNewest : Duration(0));
        if (range->since <= moment) {
            return moment <= end ? std::optional(range->since) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::vector<TimeRange> CursorGround::unread(TimeRange span) const
{
    span.since = std::max(span.since, oldestReadable());
    span.until = std::min(span.until, present());
    const bool isBeyondEdge = span.until == present() ? !isReadToPresent()
                                                      : knownUntil() < span.until;
    if (!m_ground->covered.empty() && !isBeyondEdge) {
        span.until = std::min(span.until, edge());
    }
    if (span.isEmpty()) {
        return {};
    }
    std::vector<TimeRange> gaps = gapsIn(span, m_ground->covered);
    for (TimeRange &gap : gaps) {
        // Servers read whole milliseconds.
        gap = {floorToMs(gap.since), ceilToMs(gap.until)};
    }
    return gaps;
}

std::optional<EventRow> processedRow(const CursorPosition &position,
                                     const EventSnapshot &events,
                                     const std::vector<EventRow> &order)
{
    const size_t place = placeIn(position, events, order);
    return place == 0 ? std::nullopt : std::optional(order[place - 1]);
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorground.h"

#include "model/events/streamorder.h"

#include <algorithm>

namespace playhead {

namespace {

/// See isKnown().
constexpr Duration kHeldBack = std::chrono::seconds(60);

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

size_t placeIn(const CursorPosition &position,
               const EventSnapshot &events,
               const std::vector<EventRow> &order)
{
    if (const auto *after = std::get_if<AfterEvent>(&position)) {
        if (const std::optional<EventRow> row = events.find(after->id)) {
            const auto end = std::partition_point(order.cbegin(),
                                                  order.cend(),
                                                  [&events, row](EventRow other) {
                                                      return !streamBefore(events, *row, other);
                                                  });
            return static_cast<size_t>(end - order.cbegin());
        }
    }
    return countBefore(positionTime(position), events, order);
}

} // namespace

CursorGround::CursorGround(const Cursor &cursor, const RewindGround &ground)
    : m_ground(&ground)
    , m_anyOrganization(cursor.organization.isEmpty())
{
    if (!cursor.types.isEmpty()) {
        m_ownTypes.resize(ground.events.typeCount());
        for (const QByteArray &type : cursor.types) {
            if (const auto number = ground.events.findType(type)) {
                m_ownTypes[*number] = true;
            }
        }
        if (m_ownTypes.empty()) {
            m_ownTypes.push_back(false); // an empty vector would stand for all types
        }
    }
    if (!m_anyOrganization) {
        m_organization = ground.events.findOrganization(cursor.organization);
    }
    if (const auto *after = std::get_if<AfterEvent>(&cursor.position)) {
        m_ownRow = ground.events.find(after->id);
    }
}

size_t CursorGround::placeOf(const CursorPosition &position) const
{
    return placeIn(position, m_ground->events, m_ground->order);
}

bool CursorGround::isOwn(EventRow row) const
{
    if (!m_ownTypes.empty() && !m_ownTypes[m_ground->events.type(row)]) {
        return false;
    }
    return m_anyOrganization || m_organization == m_ground->events.organization(row);
}

bool CursorGround::isCounted(EventRow row) const
{
    if (!isOwn(row)) {
        return false;
    }
    const Instant createdAt = m_ground->events.createdAt(row);
    return createdAt >= edge() || isCovered(createdAt) || m_ownRow == row;
}

Instant CursorGround::edge() const
{
    return m_ground->covered.empty() ? Instant::min() : m_ground->covered.back().until;
}

bool CursorGround::isCovered(TimeRange span) const
{
    if (span.isEmpty()) {
        return true;
    }
    const std::vector<TimeRange> &covered = m_ground->covered;
    const auto behind = std::partition_point(covered.cbegin(),
                                             covered.cend(),
                                             [&span](const TimeRange &range) {
                                                 return range.until <= span.since;
                                             });
    // Ranges that touch count as one.
    Instant known = span.since;
    for (auto range = behind; range != covered.cend() && range->since <= known; ++range) {
        known = std::max(known, range->until);
    }
    return known >= span.until;
}

bool CursorGround::isCovered(Instant moment) const
{
    return isCovered(TimeRange{moment, moment + Duration(1)});
}

bool CursorGround::isCoveredToEdge(Instant since) const
{
    return !m_ground->covered.empty() && isCovered(TimeRange{since, edge()});
}

bool CursorGround::isKnown(TimeRange span) const
{
    // What is older than the horizon is not read again, so it takes nothing from a count.
    span.since = std::max(span.since, m_ground->horizon);
    if (span.isEmpty()) {
        return true;
    }
    if (m_ground->covered.empty()) {
        return false;
    }
    // The last moment of the span is an event's own, hence "up to and with" the end of the hold-back.
    return span.until <= edge() + kHeldBack + Duration(1)
           && isCovered(TimeRange{span.since, std::min(span.until, edge())});
}

std::optional<EventRow> processedRow(const CursorPosition &position,
                                     const EventSnapshot &events,
                                     const std::vector<EventRow> &order)
{
    const size_t place = placeIn(position, events, order);
    return place == 0 ? std::nullopt : std::optional(order[place - 1]);
}

} // namespace playhead

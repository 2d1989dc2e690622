// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

namespace playhead {

/// The columns of one event after the other: much quicker than asking the snapshot row by row, when most neighbours in the
/// stream order are neighbours in the store.
class EventColumns
{
public:
    explicit EventColumns(const EventSnapshot &events)
        : m_events(&events)
    {}
    void goTo(EventRow row)
    {
        if (row - m_run.first >= m_run.count) {
            m_run = m_events->columnsAround(row);
        }
        m_at = row - m_run.first;
    }

    EventRow row() const { return m_run.first + m_at; }
    quint16 type() const { return m_run.type[m_at]; }
    quint32 organization() const { return m_run.organization(m_at); }
    quint32 object() const { return m_run.object[m_at]; }
    Instant createdAt() const { return instantFromUs(m_run.createdAtUs[m_at]); }

private:
    const EventSnapshot *m_events;
    ColumnRun m_run;
    quint32 m_at = 0;
};

/// The ground as one cursor sees it: places in stream order, which events are its own, and what is known for sure.
/// A place is a number of events: those that stand at or before a position. Lives no longer than its ground.
class CursorGround
{
public:
    CursorGround(const Cursor &cursor, const RewindGround &ground);

    /// Number of events, in stream order, up to and with the position. For an event that is not stored any more, its
    /// remembered time stands in: events of the very same time then count as behind it.
    size_t placeOf(const CursorPosition &position) const;

    size_t rowCount() const { return m_ground->order.size(); }
    EventRow rowAt(size_t index) const { return m_ground->order[index]; }
    const EventSnapshot &events() const { return m_ground->events; }
    const RewindGround &ground() const { return *m_ground; }
    /// Whether the event is of the cursor's own types and organization.
    bool isOwn(EventRow row) const;
    bool hasAll() const { return m_ownTypes.empty() && m_anyOrganization; } ///< Every event is.
    /// Calls `take(event)` for the own events in places [from, to), from the last one on.
    template<typename Take>
    void eachOwnBack(size_t from, size_t to, Take take) const
    {
        EventColumns event(m_ground->events);
        for (size_t place = to; place-- > from;) {
            event.goTo(rowAt(place));
            if (isOwn(event)) {
                take(event);
            }
        }
    }
    /// Number of own events in places [from, to).
    quint64 ownIn(size_t from, size_t to) const;
    /// The newest own event that is stored.
    std::optional<EventRow> newestOwn() const;

    /// Calls `take(place, event)` for the events in places [from, to) that a count of a move may hold: own, and covered, or
    /// younger than all that is covered, or the cursor's own event (semantics 19, 20). `event` is an EventColumns and stands
    /// at index `place` of the order. In stream order, until it returns false.
    template<typename Take>
    void eachCounted(size_t from, size_t to, Take take) const
    {
        EventColumns event(m_ground->events);
        for (const Places &places : m_counted) {
            const size_t end = std::min(places.end, to);
            for (size_t place = std::max(places.begin, from); place < end; ++place) {
                event.goTo(rowAt(place));
                if (isOwn(event) && !take(place, event)) {
                    return;
                }
            }
        }
    }
    /// The same against the stream order, from the last one before place `to` on.
    template<typename Take>
    void eachCountedBack(size_t to, Take take) const
    {
        EventColumns event(m_ground->events);
        for (auto places = m_counted.rbegin(); places != m_counted.rend(); ++places) {
            for (size_t place = std::min(places->end, to); place-- > places->begin;) {
                event.goTo(rowAt(place));
                if (isOwn(event) && !take(place, event)) {
                    return;
                }
            }
        }
    }

    /// Whether the event of the position is stored; always for *from a time*.
    bool isStored(const CursorPosition &position) const;
    /// Whether every moment from `since` to the edge of the coverage is covered.
    bool isCoveredToEdge(Instant since) const;
    /// Whether everything between the two moments is known. Younger than the edge counts as known for as long as one
    /// read can reach beyond the coverage it makes: the hold-back, in which newer events may still be hidden (semantics 8).
    /// Only while that read is young: what was hidden then can be read later.
    bool isKnown(TimeRange span) const;
    /// From when on everything up to the moment was read, in which the hold-back beyond the edge counts as read; empty when
    /// the moment is in no stretch that was read.
    std::optional<Instant> readSince(Instant moment) const;
    /// What of the span can be read and is not known, oldest first.
    std::vector<TimeRange> unread(TimeRange span) const;
    /// Where the coverage ends; the beginning of time when nothing is covered.
    Instant edge() const;
    /// What is older can be gone before a read reaches it, so nothing is asked for there: a little behind the horizon.
    Instant oldestReadable() const;
    /// The present, up to which can be read.
    Instant present() const;

private:
    struct Places
    {
        size_t begin;
        size_t end;
    };
    bool isOwn(const EventColumns &event) const
    {
        return (m_ownTypes.empty() || m_ownTypes[event.type()] != 0)
               && (m_anyOrganization || m_organization == event.organization());
    }
    void findCounted(const Cursor &cursor);
    /// Whether the edge is where a read up to the present leaves it.
    bool isReadToPresent() const;
    /// Up to where nothing more can be known.
    Instant knownUntil() const;
    bool isCovered(TimeRange span) const;

    const RewindGround *m_ground;
    std::vector<quint8> m_ownTypes; ///< By type number; empty = all.
    bool m_anyOrganization = false;
    std::optional<quint32> m_organization; ///< Empty although one is asked for: no event has it.
    std::vector<Places>
        m_counted; ///< Sorted, disjoint: places of own and other events that may be counted.
};

/// A microsecond after an event's time, for *after it*: from this moment on events are behind the position.
Instant firstBehind(const CursorPosition &position);

} // namespace playhead

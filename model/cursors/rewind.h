// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"
#include "model/cursors/cursor.h"
#include "model/events/eventsnapshot.h"
#include "model/events/timelinebins.h"
#include "model/events/typecatalogue.h"

#include <variant>
#include <vector>

namespace playhead {

/// Ways to move a cursor. A rewind is a move back; most ways can also lead forward.
struct EventsBack
{
    quint64 count = 0;
    bool operator==(const EventsBack &) const = default;
};
struct EventsForward
{
    quint64 count = 0;
    bool operator==(const EventsForward &) const = default;
};
struct TimeBack
{
    Duration by{};
    bool operator==(const TimeBack &) const = default;
};
struct ToTime
{
    Instant time{};
    bool operator==(const ToTime &) const = default;
};
struct ToEvent
{
    EventId id;
    bool operator==(const ToEvent &) const = default;
};
/// *From the horizon* (semantics 18).
struct ToOldestKept
{
    bool operator==(const ToOldestKept &) const = default;
};
/// After the newest event of its own types and organization that is stored; `unread` reaches up to the present, so that it is
/// the server's newest when all is read.
struct ToNewest
{
    bool operator==(const ToNewest &) const = default;
};
/// Where something else stands or stood.
struct ToPlace
{
    enum class Of {
        SavedPlace,
        OtherCursor,
        History ///< Its own, an earlier one.
    };
    CursorPosition position;
    Of of = Of::SavedPlace;
    QString name; ///< Of the saved place or the other cursor.
    bool operator==(const ToPlace &) const = default;
};
using MoveTarget = std::
    variant<EventsBack, EventsForward, TimeBack, ToTime, ToEvent, ToOldestKept, ToNewest, ToPlace>;

/// The way that leads to a place where a cursor stands or stood.
MoveTarget targetOf(const CursorPosition &position);

struct TypeMoveCount
{
    QByteArray type;
    Family family = Family::Other;
    quint64 count = 0;
    bool isDelete = false; ///< As semantics 26 calls it: deleted, revoked, removed.
    bool operator==(const TypeMoveCount &) const = default;
};

struct OrganizationMoveCount
{
    OrganizationId organization; ///< Empty = "No organization".
    quint64 count = 0;
    bool operator==(const OrganizationMoveCount &) const = default;
};

/// What a careful consumer does with the events of a span when it reads them from their beginning (semantics 24 to 27).
struct ExpectedCounts
{
    quint64 apply = 0;
    quint64 skip = 0; ///< Stale by `updated_at`.
    bool operator==(const ExpectedCounts &) const = default;
};

/// Number of events after a cursor in its own types and organization.
struct Lag
{
    quint64 events = 0;
    bool isExact = false; ///< false: "561+".
    bool operator==(const Lag &) const = default;
};

/// A cursor move, worked out and not yet done (semantics 19, 20). Applied by CursorStore::apply, which refuses it when
/// the cursor changed since.
struct MovePlan
{
    Cursor cursor; ///< As it is now, with its version.
    CursorPosition target;
    CursorChange change = CursorChange::Moved;
    enum class Direction {
        Back,
        Forward,
        Nowhere
    } direction = Direction::Nowhere;
    quint64 events = 0; ///< Read again (Back) or skipped (Forward): exact, unless isAtLeast.
    /// Back: stored events of the span that are older than `horizon`. The server sends them no more, so they are neither in
    /// `events` nor in what is counted with them.
    quint64 gone = 0;
    bool isAtLeast = false; ///< Part of the span is not covered, so there may be more.
    /// EventsBack, EventsForward: the number asked for; larger than `events` when it stopped at the first or last event.
    quint64 asked = 0;
    /// false: the event of the new position is not stored, so its remembered time stands in for it.
    bool isTargetStored = true;
    EventId firstAgain; ///< First event read again (Back) or skipped (Forward); empty = none.
    Instant
        spanStart{}; ///< created_at of the first and last event of the span; equal to the positions when empty.
    Instant spanEnd{};
    std::vector<TypeMoveCount> types; ///< By family, then count, largest first.
    std::vector<OrganizationMoveCount> byOrganization; ///< Largest first; equal ones by id.
    quint32 organizations = 0; ///< How many different ones, without "No organization".
    std::optional<ExpectedCounts> expected; ///< Empty: not worked out (yet).
    quint64 deletes = 0; ///< Types that semantics 26 calls a delete.
    TimeRange
        unread; ///< What has to be read next for a better answer; empty = nothing would make it better.
    SeenStretch seen; ///< Of the new position.
    QString how; ///< For the history.
    Instant horizon{}; ///< The oldest moment that can still be read.
    /// The new position is older than what can still be read. After an event the cursor is lost there at once (ageOf()): the
    /// server refuses the next request. For people: beyondHorizonWords(); the way out is ToOldestKept.
    bool isBeyondHorizon = false;
    Lag ahead; ///< What lies after the new position.
    TimelineBins around; ///< The events around both places, as they are counted; see binsAround().
};

/// The events that cursors are counted in: the snapshot, its stream order and what is covered for the cursor's scope.
struct RewindGround
{
    EventSnapshot events;
    std::vector<EventRow> order; ///< streamOrder(events)
    std::vector<TimeRange> covered; ///< Coverage of the cursor's own types and organization.
    Instant horizon{};
};

/// Works out a move, with all but `expected`. NotFound when an event is neither stored nor its time known; WrongUsage when
/// a way leads nowhere: before the horizon, a time without an event after it, nothing to step over. Any thread; linear in
/// the number of events.
Result<MovePlan> planMove(const Cursor &cursor,
                          const MoveTarget &target,
                          const RewindGround &ground);

/// planMove() with what has to be read next, which can help a refused move, too.
struct MoveAnswer
{
    Result<MovePlan> plan;
    TimeRange unread; ///< As MovePlan::unread.
};
MoveAnswer answerMove(const Cursor &cursor, const MoveTarget &target, const RewindGround &ground);

/// What had been read of the stream up to the position, in the cursor's own types and organization (its position plays no
/// part): for a new cursor, or one that is set there. Any thread.
SeenStretch seenAt(const CursorPosition &position,
                   const Cursor &cursor,
                   const RewindGround &ground);

Lag lagOf(const Cursor &cursor, const RewindGround &ground);

/// The newest stored event of the cursor's own types and organization; empty when there is none. Any thread.
std::optional<EventRow> newestOwnRow(const Cursor &cursor, const RewindGround &ground);

/// The last processed row of a position: its event's, or the last one before its time; empty when there is none.
std::optional<EventRow> processedRow(const CursorPosition &position,
                                     const EventSnapshot &events,
                                     const std::vector<EventRow> &order);

} // namespace playhead

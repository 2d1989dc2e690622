// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/rewind.h"

#include "model/cursors/movebins.h"
#include "model/cursors/movecounts.h"
#include "model/cursors/rewindtarget.h"

namespace playhead {

namespace {

MovePlan::Direction directionOf(const Cursor &cursor,
                                const CursorPosition &target,
                                size_t place,
                                size_t targetPlace)
{
    using Direction = MovePlan::Direction;
    if (place != targetPlace) {
        return targetPlace < place ? Direction::Back : Direction::Forward;
    }
    // No event lies between; still a place that a read starts from.
    const Instant now = firstBehind(cursor.position);
    const Instant then = firstBehind(target);
    return then == now ? Direction::Nowhere : then < now ? Direction::Back : Direction::Forward;
}

/// All but what is read next.
MovePlan planTo(const Cursor &cursor,
                const ResolvedTarget &target,
                const CursorGround &own,
                const TypeCatalogue &catalogue)
{
    const RewindGround &ground = own.ground();
    const size_t place = own.placeOf(cursor.position);
    const size_t targetPlace = own.placeOf(target.position);
    const Instant now = firstBehind(cursor.position);
    const Instant then = firstBehind(target.position);
    MovePlan plan;
    plan.cursor = cursor;
    plan.target = target.position;
    plan.change = target.change;
    plan.asked = target.asked;
    plan.how = target.how;
    plan.isTargetStored = own.isStored(target.position);
    plan.direction = directionOf(cursor, target.position, place, targetPlace);
    plan.spanStart = std::min(positionTime(cursor.position), positionTime(target.position));
    plan.spanEnd = std::max(positionTime(cursor.position), positionTime(target.position));
    const CountedPlaces counted = countedPlaces(place, targetPlace, own);
    plan.gone = own.ownIn(std::min(place, targetPlace), counted.from);
    countSpan(plan, own, counted.from, counted.to, catalogue);
    plan.isAtLeast = !own.isKnown(TimeRange{std::min(now, then), std::max(now, then)})
                     || !isPlaceKnown(cursor.position, own);
    plan.horizon = ground.horizon;
    plan.isBeyondHorizon = positionTime(target.position) < ground.horizon;
    plan.seen = seenAt(target.position, cursor, ground);
    plan.ahead = {own.ownIn(targetPlace, own.rowCount()),
                  own.isCoveredToEdge(positionTime(target.position))};
    plan.around = binsAround(own, plan, catalogue);
    return plan;
}

} // namespace

MoveAnswer answerMove(const Cursor &cursor, const MoveTarget &target, const RewindGround &ground)
{
    const CursorGround own(cursor, ground);
    const Result<ResolvedTarget> found = resolveTarget(cursor, target, own);
    const Result<TypeCatalogue> &catalogue = knownTypes();
    if (!catalogue) {
        return {tl::unexpected<Error>(catalogue.error()), {}};
    }
    const TimeRange unread = nextUnread(cursor, target, own, found);
    if (!found) {
        return {tl::unexpected<Error>(found.error()), unread};
    }
    MovePlan plan = planTo(cursor, *found, own, *catalogue);
    plan.unread = unread;
    return {std::move(plan), unread};
}

Result<MovePlan> planMove(const Cursor &cursor,
                          const MoveTarget &target,
                          const RewindGround &ground)
{
    return answerMove(cursor, target, ground).plan;
}

SeenStretch seenAt(const CursorPosition &position, const Cursor &cursor, const RewindGround &ground)
{
    const CursorGround own(cursor, ground);
    const std::optional<Instant> since = own.readSince(positionTime(position));
    if (!since) {
        return {};
    }
    const EventRow count = ground.events.rowCount();
    return {count, *since, count > 0 ? ground.events.id(count - 1) : EventId()};
}

MoveTarget targetOf(const CursorPosition &position)
{
    if (const auto *after = std::get_if<AfterEvent>(&position)) {
        return ToEvent{after->id};
    }
    return ToTime{std::get<FromTime>(position).from};
}

Lag lagOf(const Cursor &cursor, const RewindGround &ground)
{
    const CursorGround own(cursor, ground);
    return {own.ownIn(own.placeOf(cursor.position), own.rowCount()),
            own.isCoveredToEdge(positionTime(cursor.position))};
}

std::optional<EventRow> newestOwnRow(const Cursor &cursor, const RewindGround &ground)
{
    return CursorGround(cursor, ground).newestOwn();
}

} // namespace playhead

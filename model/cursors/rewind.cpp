// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/rewind.h"

#include "model/cursors/cursorground.h"
#include "model/cursors/movebins.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace playhead {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("Rewind", sentence);
}

struct Target
{
    CursorPosition position;
    CursorChange change = CursorChange::Moved;
    quint64 asked = 0;
};

/// Set member by member: GCC 12 with sanitizers takes a moved temporary's empty alternative for uninitialized.
Target targetAt(const CursorPosition &position, CursorChange change, quint64 asked = 0)
{
    Target result;
    result.position = position;
    result.change = change;
    result.asked = asked;
    return result;
}

/// The event `count` places before the cursor; with fewer, the time of the first one (semantics 19).
Result<Target> eventsBack(const CursorGround &ground, size_t place, quint64 count)
{
    if (count == 0) {
        return failure(ErrorCode::WrongUsage,
                       text("Rewinding by 0 events moves nothing. Give a number from 1."));
    }
    quint64 passed = 0;
    std::optional<EventRow> first;
    for (size_t index = place; index-- > 0;) {
        const EventRow row = ground.rowAt(index);
        if (!ground.isCounted(row)) {
            continue;
        }
        if (passed == count) {
            return targetAt(AfterEvent{ground.events().id(row), ground.events().createdAt(row)},
                            CursorChange::RewoundByEvents,
                            count);
        }
        ++passed;
        first = row;
    }
    if (!first) {
        return failure(
            ErrorCode::WrongUsage,
            text(
                "There is no event before the cursor in its own types and organization, so it cannot go "
                "back by events. Fetch older events first, or rewind by time."));
    }
    return targetAt(FromTime{ground.events().createdAt(*first)},
                    CursorChange::RewoundByEvents,
                    count);
}

/// The event `count` places after the cursor; with fewer, the last one.
Result<Target> eventsForward(const CursorGround &ground, size_t place, quint64 count)
{
    if (count == 0) {
        return failure(ErrorCode::WrongUsage,
                       text("Going 0 events forward moves nothing. Give a number from 1."));
    }
    quint64 passed = 0;
    std::optional<EventRow> last;
    for (size_t index = place; index < ground.rowCount() && passed < count; ++index) {
        if (ground.isCounted(ground.rowAt(index))) {
            last = ground.rowAt(index);
            ++passed;
        }
    }
    if (!last) {
        return failure(ErrorCode::WrongUsage,
                       text("No stored event of the cursor's own types and organization lies after "
                            "it, so it cannot go forward. Fetch newer events first."));
    }
    return targetAt(AfterEvent{ground.events().id(*last), ground.events().createdAt(*last)},
                    CursorChange::AdvancedByEvents,
                    count);
}

Result<Target> toNewest(const CursorGround &ground)
{
    for (size_t index = ground.rowCount(); index-- > 0;) {
        const EventRow row = ground.rowAt(index);
        if (ground.isOwn(row)) {
            return targetAt(AfterEvent{ground.events().id(row), ground.events().createdAt(row)},
                            CursorChange::MovedToNewest);
        }
    }
    return failure(ErrorCode::NotFound,
                   text(
                       "No event of the cursor's own types and organization is stored, so there is "
                       "no newest one. Fetch first."));
}

CursorChange changeOf(ToPlace::Of of)
{
    return of == ToPlace::Of::SavedPlace    ? CursorChange::MovedToPlace
           : of == ToPlace::Of::OtherCursor ? CursorChange::CopiedFromCursor
                                            : CursorChange::Restored;
}

Result<Target> timeBack(Instant from, Duration by)
{
    if (by <= Duration::zero()) {
        return failure(ErrorCode::WrongUsage,
                       text("Rewinding by no time moves nothing. Give a time like 2h or 7d."));
    }
    const Instant
        earliest{}; // 1970: long before any horizon, and never beyond what a count of microseconds holds
    const Instant time = from - earliest > by ? from - by : std::min(from, earliest);
    return targetAt(FromTime{time}, CursorChange::RewoundByTime);
}

/// What lies beyond the horizon cannot be fetched any more, so a lost cursor may always go there.
Result<Target> toTime(const Cursor &cursor,
                      const CursorGround &ground,
                      Instant horizon,
                      Instant time)
{
    const size_t rows = ground.rowCount();
    const bool isAfterNewest = rows == 0
                               || time > ground.events().createdAt(ground.rowAt(rows - 1));
    if (time > positionTime(cursor.position) && isAfterNewest && time > ground.edge()
        && time > horizon) {
        return failure(
            ErrorCode::WrongUsage,
            text(
                "This time is after the newest event that is known, so events could be skipped unseen. Fetch "
                "up to this time first, or choose an earlier one."));
    }
    return targetAt(FromTime{time}, CursorChange::RewoundToTime);
}

Result<Target> toEvent(const CursorGround &ground, const EventId &id)
{
    const std::optional<EventRow> row = ground.events().find(id);
    if (!row) {
        return failure(
            ErrorCode::NotFound,
            text("The event %1 is not stored here. Check the id, or fetch its time first.")
                .arg(id.isEmpty() ? text("without an id") : id.toString()));
    }
    return targetAt(AfterEvent{id, ground.events().createdAt(*row)}, CursorChange::RewoundToEvent);
}

/// The moment from which on events are behind the position: a microsecond after an event's time, for *after it*.
Instant firstBehind(const CursorPosition &position)
{
    const bool isAfter = std::holds_alternative<AfterEvent>(position);
    return positionTime(position) + Duration(isAfter ? 1 : 0);
}

bool isDelete(QByteArrayView type)
{
    return type.endsWith(".deleted") || type.endsWith(".revoked") || type.endsWith("user_removed")
           || type.endsWith("member_removed");
}

std::vector<TypeMoveCount> typeCounts(const EventSnapshot &events,
                                      const std::map<quint16, quint64> &counts,
                                      const TypeCatalogue &catalogue)
{
    std::vector<TypeMoveCount> types;
    types.reserve(counts.size());
    for (const auto &[type, count] : counts) {
        const QByteArray name = events.typeName(type);
        types.push_back({name, catalogue.describe(name).family, count, isDelete(name)});
    }
    std::sort(types.begin(), types.end(), [](const TypeMoveCount &a, const TypeMoveCount &b) {
        return std::tie(a.family, b.count, a.type) < std::tie(b.family, a.count, b.type);
    });
    return types;
}

/// Counts what lies between two places into the plan.
void countSpan(MovePlan &plan,
               const CursorGround &ground,
               size_t from,
               size_t to,
               const TypeCatalogue &catalogue)
{
    const EventSnapshot &events = ground.events();
    std::map<quint16, quint64> types;
    std::set<quint32> organizations;
    for (size_t index = from; index < to; ++index) {
        const EventRow row = ground.rowAt(index);
        if (!ground.isCounted(row)) {
            continue;
        }
        if (plan.events++ == 0) {
            plan.firstAgain = events.id(row);
            plan.spanStart = events.createdAt(row);
        }
        plan.spanEnd = events.createdAt(row);
        ++types[events.type(row)];
        organizations.insert(events.organization(row));
    }
    organizations.erase(0); // "No organization"
    plan.organizations = static_cast<quint32>(organizations.size());
    plan.types = typeCounts(events, types, catalogue);
    for (const TypeMoveCount &type : plan.types) {
        plan.deletes += type.isDelete ? type.count : 0;
    }
}

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

Result<Target> resolve(const Cursor &cursor,
                       const MoveTarget &target,
                       const CursorGround &ground,
                       Instant horizon)
{
    return std::visit(
        [&](const auto &way) -> Result<Target> {
            using Way = std::decay_t<decltype(way)>;
            if constexpr (std::is_same_v<Way, EventsBack>) {
                return eventsBack(ground, ground.placeOf(cursor.position), way.count);
            } else if constexpr (std::is_same_v<Way, EventsForward>) {
                return eventsForward(ground, ground.placeOf(cursor.position), way.count);
            } else if constexpr (std::is_same_v<Way, ToOldestKept>) {
                return targetAt(FromTime{horizon}, CursorChange::MovedToOldest);
            } else if constexpr (std::is_same_v<Way, ToNewest>) {
                return toNewest(ground);
            } else if constexpr (std::is_same_v<Way, ToPlace>) {
                return targetAt(way.position, changeOf(way.of));
            } else if constexpr (std::is_same_v<Way, TimeBack>) {
                return timeBack(positionTime(cursor.position), way.by);
            } else if constexpr (std::is_same_v<Way, ToTime>) {
                return toTime(cursor, ground, horizon, way.time);
            } else {
                return toEvent(ground, way.id);
            }
        },
        target);
}

} // namespace

Result<MovePlan> planMove(const Cursor &cursor,
                          const MoveTarget &target,
                          const RewindGround &ground)
{
    const CursorGround own(cursor, ground);
    const size_t place = own.placeOf(cursor.position);
    const Result<Target> found = resolve(cursor, target, own, ground.horizon);
    // Constant and readable by any thread; reading it anew (1.6 ms) would take longer than the plan.
    static const Result<TypeCatalogue> catalogue = TypeCatalogue::load();
    if (!found || !catalogue) {
        return tl::unexpected<Error>(found ? catalogue.error() : found.error());
    }

    const size_t targetPlace = own.placeOf(found->position);
    const Instant now = firstBehind(cursor.position);
    const Instant then = firstBehind(found->position);
    MovePlan plan;
    plan.cursor = cursor;
    plan.target = found->position;
    plan.change = found->change;
    plan.asked = found->asked;
    plan.direction = directionOf(cursor, found->position, place, targetPlace);
    plan.spanStart = std::min(positionTime(cursor.position), positionTime(found->position));
    plan.spanEnd = std::max(positionTime(cursor.position), positionTime(found->position));
    countSpan(plan, own, std::min(place, targetPlace), std::max(place, targetPlace), *catalogue);
    plan.isAtLeast = !own.isKnown(TimeRange{std::min(now, then), std::max(now, then)});
    plan.horizon = ground.horizon;
    plan.isBeyondHorizon = positionTime(found->position) < ground.horizon;
    Cursor moved = cursor;
    moved.position = plan.target;
    plan.ahead = lagOf(moved, ground);
    plan.around = binsAround(own, plan, *catalogue);
    return plan;
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
    Lag lag;
    for (size_t index = own.placeOf(cursor.position); index < ground.order.size(); ++index) {
        lag.events += own.isOwn(ground.order[index]) ? 1 : 0;
    }
    lag.isExact = own.isCoveredToEdge(positionTime(cursor.position));
    return lag;
}

std::optional<EventRow> newestOwnRow(const Cursor &cursor, const RewindGround &ground)
{
    const CursorGround own(cursor, ground);
    for (size_t index = own.rowCount(); index-- > 0;) {
        if (own.isOwn(own.rowAt(index))) {
            return own.rowAt(index);
        }
    }
    return std::nullopt;
}

} // namespace playhead

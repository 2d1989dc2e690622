// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/rewindtarget.h"

#include "model/cursors/movewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("Rewind", sentence);
}

/// Set member by member: GCC 12 with sanitizers takes a moved temporary's empty alternative for uninitialized.
ResolvedTarget targetAt(const CursorPosition &position, CursorChange change)
{
    ResolvedTarget result;
    result.position = position;
    result.change = change;
    return result;
}

AfterEvent after(const CursorGround &ground, EventRow row)
{
    return {ground.events().id(row), ground.events().createdAt(row)};
}

ResolvedTarget steppedTo(const CursorPosition &position,
                         CursorChange change,
                         quint64 asked,
                         quint64 stepped)
{
    ResolvedTarget result = targetAt(position, change);
    result.asked = asked;
    result.stepped = stepped;
    result.how = eventsWords(asked);
    return result;
}

/// The event `count` places before the cursor; with fewer, the time of the first one (semantics 19).
Result<ResolvedTarget> eventsBack(const CursorGround &ground, size_t place, quint64 count)
{
    if (count == 0) {
        return failure(ErrorCode::WrongUsage,
                       text("Rewinding by 0 events moves nothing. Give a number from 1."));
    }
    quint64 passed = 0;
    std::optional<EventRow> first;
    std::optional<EventRow> found;
    ground.eachCountedBack(place, [&](size_t, const EventColumns &event) {
        if (passed == count) {
            found = event.row();
            return false;
        }
        ++passed;
        first = event.row();
        return true;
    });
    if (found) {
        return steppedTo(after(ground, *found), CursorChange::RewoundByEvents, count, passed);
    }
    if (first) {
        return steppedTo(FromTime{ground.events().createdAt(*first)},
                         CursorChange::RewoundByEvents,
                         count,
                         passed);
    }
    return failure(
        ErrorCode::WrongUsage,
        text(
            "There is no event before the cursor in its own types and organization, so it cannot go "
            "back by events. Fetch older events first, or rewind by time."));
}

/// The event `count` places after the cursor; with fewer, the last one.
Result<ResolvedTarget> eventsForward(const CursorGround &ground, size_t place, quint64 count)
{
    if (count == 0) {
        return failure(ErrorCode::WrongUsage,
                       text("Going 0 events forward moves nothing. Give a number from 1."));
    }
    quint64 passed = 0;
    std::optional<EventRow> last;
    ground.eachCounted(place, ground.rowCount(), [&](size_t, const EventColumns &event) {
        last = event.row();
        return ++passed < count;
    });
    if (!last) {
        return failure(ErrorCode::WrongUsage,
                       text("No stored event of the cursor's own types and organization lies after "
                            "it, so it cannot go forward. Fetch newer events first."));
    }
    return steppedTo(after(ground, *last), CursorChange::AdvancedByEvents, count, passed);
}

Result<ResolvedTarget> toNewest(const CursorGround &ground)
{
    if (const std::optional<EventRow> newest = ground.newestOwn()) {
        return targetAt(after(ground, *newest), CursorChange::MovedToNewest);
    }
    return failure(ErrorCode::NotFound,
                   text(
                       "No event of the cursor's own types and organization is stored, so there is "
                       "no newest one. Fetch first."));
}

Result<ResolvedTarget> timeBack(Instant from, Duration by)
{
    if (by <= Duration::zero()) {
        return failure(ErrorCode::WrongUsage,
                       text("Rewinding by no time moves nothing. Give a time like 2h or 7d."));
    }
    const Instant
        earliest{}; // 1970: long before any horizon, and never beyond what a count of microseconds holds
    const Instant time = from - earliest > by ? from - by : std::min(from, earliest);
    ResolvedTarget result = targetAt(FromTime{time}, CursorChange::RewoundByTime);
    result.how = durationWords(by);
    return result;
}

/// A time that leads nowhere is told and changes nothing: one that is not kept any more, one without an event after it.
Result<ResolvedTarget> toTime(const Cursor &cursor, const CursorGround &ground, Instant time)
{
    const Instant horizon = ground.ground().horizon;
    const bool isBack = time < positionTime(cursor.position);
    if (time < horizon && isBack) {
        return failure(
            ErrorCode::WrongUsage,
            text("This time is older than what WorkOS keeps (90 days), so the cursor stays "
                 "where it is. Choose a later time, or the oldest kept."));
    }
    // What lies beyond the horizon cannot be read any more, so a lost cursor may always go there.
    if (time > horizon && !hasEventFrom(cursor, ground, time)) {
        const bool isRead = ground.unread({time, ground.present()}).empty();
        if (!isRead && isBack) {
            return targetAt(FromTime{time}, CursorChange::RewoundToTime);
        }
        return failure(
            ErrorCode::WrongUsage,
            isRead
                ? text(
                    "No event of the cursor's own types and organization lies at or after this "
                    "time, so the cursor stays where it is. Choose an earlier time, or the newest.")
                : text("This time is after the newest event that is known, so events could be "
                       "skipped unseen. Fetch up to this time first, or choose an earlier one."));
    }
    return targetAt(FromTime{time}, CursorChange::RewoundToTime);
}

Result<ResolvedTarget> toEvent(const CursorGround &ground, const EventId &id)
{
    const std::optional<EventRow> row = ground.events().find(id);
    if (!row) {
        return failure(
            ErrorCode::NotFound,
            text("The event %1 is not stored here. Check the id, or fetch its time first.")
                .arg(id.isEmpty() ? text("without an id") : id.toString()));
    }
    return targetAt(after(ground, *row), CursorChange::RewoundToEvent);
}

CursorChange changeOf(ToPlace::Of of)
{
    return of == ToPlace::Of::SavedPlace    ? CursorChange::MovedToPlace
           : of == ToPlace::Of::OtherCursor ? CursorChange::CopiedFromCursor
                                            : CursorChange::Restored;
}

Result<ResolvedTarget> toPlace(const CursorGround &ground, const ToPlace &way)
{
    ResolvedTarget result = targetAt(way.position, changeOf(way.of));
    result.how = way.name;
    if (const auto *event = std::get_if<AfterEvent>(&way.position)) {
        if (const auto row = ground.events().find(event->id)) {
            result.position = after(ground, *row);
        } else if (!isPlaceKnown(way.position, ground)) {
            return failure(
                ErrorCode::NotFound,
                text("The event %1 of this place is not stored here, and its time was not "
                     "remembered. Fetch its time first, or choose another place.")
                    .arg(event->id.toString()));
        }
    }
    return result;
}

} // namespace

bool hasEventFrom(const Cursor &cursor, const CursorGround &ground, Instant time)
{
    const std::optional<EventRow> newest = ground.newestOwn();
    return (newest && ground.events().createdAt(*newest) >= time)
           || (std::holds_alternative<AfterEvent>(cursor.position)
               && positionTime(cursor.position) >= time);
}

bool isPlaceKnown(const CursorPosition &position, const CursorGround &ground)
{
    return positionTime(position) != Instant{} || std::holds_alternative<FromTime>(position)
           || ground.isStored(position);
}

Result<ResolvedTarget> resolveTarget(const Cursor &cursor,
                                     const MoveTarget &target,
                                     const CursorGround &ground)
{
    const size_t place = ground.placeOf(cursor.position);
    const bool isRelative = std::holds_alternative<EventsBack>(target)
                            || std::holds_alternative<EventsForward>(target)
                            || std::holds_alternative<TimeBack>(target);
    if (isRelative && !isPlaceKnown(cursor.position, ground)) {
        return failure(
            ErrorCode::NotFound,
            text("The cursor's own event is not stored here, and its time was not "
                 "remembered, so nothing can be counted from it. Choose a time or an event."));
    }
    return std::visit(
        [&](const auto &way) -> Result<ResolvedTarget> {
            using Way = std::decay_t<decltype(way)>;
            if constexpr (std::is_same_v<Way, EventsBack>) {
                return eventsBack(ground, place, way.count);
            } else if constexpr (std::is_same_v<Way, EventsForward>) {
                return eventsForward(ground, place, way.count);
            } else if constexpr (std::is_same_v<Way, ToOldestKept>) {
                return targetAt(FromTime{ground.ground().horizon}, CursorChange::MovedToOldest);
            } else if constexpr (std::is_same_v<Way, ToNewest>) {
                return toNewest(ground);
            } else if constexpr (std::is_same_v<Way, ToPlace>) {
                return toPlace(ground, way);
            } else if constexpr (std::is_same_v<Way, TimeBack>) {
                return timeBack(positionTime(cursor.position), way.by);
            } else if constexpr (std::is_same_v<Way, ToTime>) {
                return toTime(cursor, ground, way.time);
            } else {
                return toEvent(ground, way.id);
            }
        },
        target);
}

} // namespace playhead

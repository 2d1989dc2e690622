// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// What has to be read for a better answer to a move.
#include "model/core/ulid.h"
#include "model/cursors/rewindtarget.h"

#include <algorithm>

namespace playhead {

namespace {

using namespace std::chrono_literals;

/// The first stretch that stepping asks for; each later one is as long as all that is known on the way to it.
constexpr Duration kFirstStep = 1h;
/// How far an event can lie from the time in its id, which is made before it is stored.
constexpr Duration kAroundId = 1min;

/// The part of the stretch next to `from`, where the cursor stands, that is read in one go.
TimeRange oneStep(const std::vector<TimeRange> &gaps, Instant from, bool isBack)
{
    if (gaps.empty()) {
        return {};
    }
    const TimeRange gap = isBack ? gaps.back() : gaps.front();
    const Duration known = isBack ? from - gap.until : gap.since - from;
    const Duration step = std::max(kFirstStep, known);
    return isBack ? TimeRange{std::max(gap.since, gap.until - step), gap.until}
                  : TimeRange{gap.since, std::min(gap.until, gap.since + step)};
}

TimeRange allOf(const std::vector<TimeRange> &gaps)
{
    return gaps.empty() ? TimeRange{} : TimeRange{gaps.front().since, gaps.back().until};
}

/// The stretch between two places; an event that is not stored belongs to it, so that it is looked for.
TimeRange spanOf(const CursorPosition &a, const CursorPosition &b, const CursorGround &ground)
{
    TimeRange span{std::min(firstBehind(a), firstBehind(b)),
                   std::max(firstBehind(a), firstBehind(b))};
    for (const CursorPosition &position : {a, b}) {
        if (!ground.isStored(position)) {
            span.since = std::min(span.since, positionTime(position));
        }
    }
    return span;
}

/// Where an event may lie that is not stored: a ULID's time is a hint only (semantics 2).
TimeRange aroundId(const CursorPosition &position, const CursorGround &ground)
{
    const auto *after = std::get_if<AfterEvent>(&position);
    const std::optional<Instant> time = after ? ulidTime(after->id.value) : std::nullopt;
    return time ? allOf(ground.unread({*time - kAroundId, *time + kAroundId})) : TimeRange{};
}

TimeRange forSteps(const Cursor &cursor,
                   bool isBack,
                   const CursorGround &ground,
                   const Result<ResolvedTarget> &found)
{
    const Instant from = firstBehind(cursor.position);
    TimeRange stretch = isBack ? TimeRange{ground.oldestReadable(), from}
                               : TimeRange{from, ground.present()};
    // Back, one more is looked for: the place is after that one.
    const bool isReached = found
                           && (isBack ? std::holds_alternative<AfterEvent>(found->position)
                                      : found->stepped == found->asked);
    if (isReached) {
        stretch = spanOf(cursor.position, found->position, ground);
    }
    return oneStep(ground.unread(stretch), from, isBack);
}

TimeRange forTime(const Cursor &cursor, Instant time, const CursorGround &ground, bool isFound)
{
    if (time >= ground.present() || (!isFound && time < ground.ground().horizon)) {
        return {};
    }
    const bool isAhead = time > positionTime(cursor.position);
    const bool isOpen = !hasEventFrom(cursor, ground, time);
    const TimeRange behind = isOpen ? oneStep(ground.unread({time, ground.present()}), time, false)
                                    : TimeRange{};
    const TimeRange between = allOf(ground.unread(spanOf(cursor.position, FromTime{time}, ground)));
    // Whether the time leads anywhere is told first where the other reads might be for nothing.
    return isAhead && !behind.isEmpty() ? behind : between.isEmpty() ? behind : between;
}

} // namespace

TimeRange nextUnread(const Cursor &cursor,
                     const MoveTarget &target,
                     const CursorGround &ground,
                     const Result<ResolvedTarget> &found)
{
    if (!isPlaceKnown(cursor.position, ground)) {
        if (const TimeRange own = aroundId(cursor.position, ground); !own.isEmpty()) {
            return own;
        }
    }
    if (const auto *back = std::get_if<EventsBack>(&target)) {
        return back->count > 0 ? forSteps(cursor, true, ground, found) : TimeRange{};
    }
    if (const auto *forward = std::get_if<EventsForward>(&target)) {
        return forward->count > 0 ? forSteps(cursor, false, ground, found) : TimeRange{};
    }
    if (const auto *time = std::get_if<ToTime>(&target)) {
        return forTime(cursor, time->time, ground, found.has_value());
    }
    const bool isToNewest = std::holds_alternative<ToNewest>(target);
    if (found && isToNewest) {
        // A newer one than the newest stored may be there.
        TimeRange span = spanOf(cursor.position, found->position, ground);
        span.until = ground.present();
        return allOf(ground.unread(span));
    }
    if (found) {
        return allOf(ground.unread(spanOf(cursor.position, found->position, ground)));
    }
    if (const auto *event = std::get_if<ToEvent>(&target)) {
        return aroundId(AfterEvent{event->id, {}}, ground);
    }
    if (const auto *place = std::get_if<ToPlace>(&target)) {
        return aroundId(place->position, ground);
    }
    return isToNewest ? oneStep(ground.unread({ground.oldestReadable(), ground.present()}),
                                ground.present(),
                                true)
                      : TimeRange{};
}

} // namespace playhead

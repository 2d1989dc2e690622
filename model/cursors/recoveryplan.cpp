// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/recoveryplan.h"

#include "model/api/margins.h"
#include "model/cursors/recoverysearch.h"
#include "model/events/streamorder.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace playhead {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Recovery)
};

/// What the history tells of the way.
QString howOf(const RecoveryRequest &request, const RecoverySearch &search)
{
    if (std::holds_alternative<RecoverFromOldest>(request.way)) {
        return Text::tr("oldest kept");
    }
    if (std::holds_alternative<RecoverFromNow>(request.way)) {
        return Text::tr("now");
    }
    if (std::holds_alternative<RecoverFromTime>(request.way)) {
        return Text::tr("a time");
    }
    if (const auto *object = std::get_if<RecoverFromObject>(&request.way)) {
        return Text::tr("object %1").arg(QString::fromUtf8(object->objectId));
    }
    if (std::holds_alternative<RecoverFromText>(request.way)) {
        return search.idsFound == 1 ? Text::tr("1 processed event")
                                    : Text::tr("%1 processed events").arg(search.idsFound);
    }
    const KnownPlace &place = std::get<RecoverFromPlace>(request.way).place;
    return place.name.isEmpty() ? Text::tr("its history") : place.name;
}

/// Where the cursor goes; cut at what can still be read.
CursorPosition positionFor(RecoveryPlan &plan,
                           const RecoverySearch &search,
                           const RecoveryGround &ground)
{
    if (std::holds_alternative<RecoverFromOldest>(plan.request.way)) {
        return FromTime{ground.horizon};
    }
    if (!search.anchor) {
        return search.newest ? CursorPosition(*search.newest)
                             : FromTime{ground.now - kHoldBackMargin};
    }
    const Instant from = *search.anchor - plan.request.overlap;
    if (from < ground.oldestReadable) {
        plan.isCutByHorizon = true;
        return FromTime{ground.oldestReadable};
    }
    if (search.processed && plan.request.overlap == Duration::zero()) {
        return AfterEvent{search.processed->id, search.processed->createdAt};
    }
    return FromTime{from};
}

/// A move of the cursor from one place to another, with the same counts as any (semantics 19, 20).
Result<MovePlan> planFrom(const Cursor &cursor,
                          const CursorPosition &from,
                          const CursorPosition &to,
                          const RewindGround &ground)
{
    Cursor there = cursor;
    there.position = from;
    return planMove(there, ToPlace{to, ToPlace::Of::History, {}}, ground);
}

Status countAgain(RecoveryPlan &plan, const CursorPosition &place, const RewindGround &ground)
{
    if (!plan.processed) {
        return {};
    }
    const AfterEvent processed{plan.processed->id, plan.processed->createdAt};
    const Result<MovePlan> again = planFrom(plan.request.cursor, processed, place, ground);
    if (!again) {
        return tl::unexpected(again.error());
    }
    if (again->direction == MovePlan::Direction::Back) {
        plan.again = again->events;
        plan.isAgainAtLeast = again->isAtLeast;
        plan.againTypes = again->types;
        // Counted back from behind it, it is among what is counted.
        plan.isProven = again->events > 0;
    }
    return {};
}

/// From the last thing that is known to the horizon; where reading cannot begin so early, to its place.
Status countGone(RecoveryPlan &plan,
                 const RecoverySearch &search,
                 const CursorPosition &place,
                 const RewindGround &ground)
{
    const Cursor &cursor = plan.request.cursor;
    if (!search.anchor && cursor.id == 0) {
        return {}; // Nobody knows since when.
    }
    const Instant since = search.anchor.value_or(positionTime(cursor.position));
    const Instant until = plan.isCutByHorizon ? positionTime(place) : ground.horizon;
    if (since >= until) {
        return {};
    }
    plan.gone = {since, until};
    const CursorPosition last = !search.anchor ? cursor.position
                                : plan.processed
                                    ? CursorPosition(AfterEvent{plan.processed->id, since})
                                    : FromTime{since};
    const Result<MovePlan> gone = planFrom(cursor, last, FromTime{until}, ground);
    if (!gone) {
        return tl::unexpected(gone.error());
    }
    plan.goneStored = gone->events;
    return {};
}

} // namespace

QList<KnownPlace> knownPlaces(const Cursor &cursor,
                              const QList<SavedPlace> &saved,
                              const QList<CursorHistoryEntry> &history)
{
    std::vector<KnownPlace> places;
    for (const SavedPlace &place : saved) {
        if (place.types == cursor.types && place.organization == cursor.organization) {
            places.push_back({place.position, place.name, place.savedAt, ToPlace::Of::SavedPlace});
        }
    }
    for (const CursorHistoryEntry &entry : history) {
        if (entry.before.position != cursor.position) {
            places.push_back({entry.before.position, {}, entry.at, ToPlace::Of::History});
        }
    }
    // GCC 12 takes what sorting moves for uninitialized, so their numbers are sorted.
    std::vector<size_t> newestFirst(places.size());
    std::iota(newestFirst.begin(), newestFirst.end(), size_t(0));
    std::stable_sort(newestFirst.begin(), newestFirst.end(), [&places](size_t a, size_t b) {
        return places[a].at > places[b].at;
    });
    QList<KnownPlace> sorted;
    for (const size_t number : newestFirst) {
        sorted.append(places[number]);
    }
    return sorted;
}

std::optional<KnownPlace> newestKept(const QList<KnownPlace> &places, Instant horizon)
{
    const auto kept = std::find_if(places.cbegin(),
                                   places.cend(),
                                   [horizon](const KnownPlace &place) {
                                       return positionTime(place.position) > horizon;
                                   });
    return kept == places.cend() ? std::nullopt : std::optional(*kept);
}

Result<RecoveryPlan> planRecovery(const RecoveryRequest &request,
                                  const RecoverySearch &search,
                                  const RecoveryGround &ground)
{
    RecoveryPlan plan;
    plan.request = request;
    plan.processed = search.processed;
    plan.idsFound = search.idsFound;
    plan.unknownIds = search.unknownIds;
    plan.foreignIds = search.foreignIds;
    plan.isOlderVersion = search.isOlderVersion;
    const CursorPosition place = positionFor(plan, search, ground);
    const RewindGround stream{ground.events,
                              streamOrder(ground.events),
                              ground.covered,
                              ground.horizon};
    Status done = countAgain(plan, place, stream);
    if (done) {
        done = countGone(plan, search, place, stream);
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    // A cursor that was thrown away stood nowhere: what is read again counts from the last thing known, or from now.
    const CursorPosition before = request.cursor.id != 0 ? request.cursor.position
                                  : search.processed
                                      ? CursorPosition(AfterEvent{search.processed->id,
                                                                  search.processed->createdAt})
                                      : FromTime{search.anchor.value_or(ground.now)};
    Result<MovePlan> move = planFrom(request.cursor, before, place, stream);
    if (!move) {
        return tl::unexpected(move.error());
    }
    plan.move = *move;
    plan.move.change = CursorChange::Recovered;
    plan.move.how = howOf(request, search);
    return plan;
}

Cursor RecoveryPlan::newCursor() const
{
    Cursor cursor = request.cursor;
    cursor.position = move.target;
    cursor.seen = move.seen;
    return cursor;
}

} // namespace playhead

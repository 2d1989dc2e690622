// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorcounts.h"

#include "model/cursors/cursorground.h"

#include <algorithm>
#include <map>

namespace playhead {

namespace {

/// A cursor of a group: which one, and where it stands.
struct Standing
{
    qsizetype index;
    size_t place;
};

CursorCount countWithoutEvents(const Cursor &cursor, Instant horizon)
{
    CursorCount count;
    count.cursorId = cursor.id;
    count.age = ageOf(cursor.position, horizon);
    count.isLost = count.age == CursorAge::Lost;
    count.untilLost = untilLost(cursor.position, horizon);
    return count;
}

} // namespace

QList<CursorCount> countCursors(const QList<CoveredCursor> &cursors, RewindGround &ground)
{
    QList<CursorCount> counts;
    counts.reserve(cursors.size());
    std::map<std::pair<QList<QByteArray>, QByteArray>, std::vector<Standing>> groups;
    for (const CoveredCursor &covered : cursors) {
        const Cursor &cursor = covered.cursor;
        ground.covered = covered.covered;
        const CursorGround own(cursor, ground);
        const size_t place = own.placeOf(cursor.position);
        CursorCount count = countWithoutEvents(cursor, ground.horizon);
        count.lag.isExact = own.isCoveredToEdge(positionTime(cursor.position));
        if (place > 0) {
            count.processed = ground.order[place - 1];
        }
        groups[{cursor.types, cursor.organization.value}].push_back({counts.size(), place});
        counts.append(count);
    }
    for (auto &[scope, standings] : groups) {
        const CursorGround own(cursors[standings.front().index].cursor, ground);
        std::sort(standings.begin(), standings.end(), [](const Standing &a, const Standing &b) {
            return a.place > b.place;
        });
        const std::optional<EventRow> newest = own.newestOwn();
        quint64 lag = 0;
        size_t end = own.rowCount();
        for (const Standing &standing : standings) {
            lag += own.ownIn(standing.place, end);
            end = standing.place;
            counts[standing.index].lag.events = lag;
            counts[standing.index].newest = newest;
        }
    }
    return counts;
}

} // namespace playhead

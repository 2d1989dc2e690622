// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/auditreport.h"

#include "model/api/margins.h"
#include "model/api/timeranges.h"
#include "model/cursors/cursorground.h"
#include "model/events/streamorder.h"

#include <algorithm>

namespace playhead {

namespace {

/// The rows of a stretch in stream order.
std::vector<EventRow> rowsWithin(const EventSnapshot &events, const TimeRange &stretch)
{
    std::vector<EventRow> rows;
    for (EventRow first = 0; first < events.rowCount();) {
        const ColumnRun run = events.columnsFrom(first);
        for (quint32 i = 0; i < run.count; ++i) {
            if (stretch.contains(instantFromUs(run.createdAtUs[i]))) {
                rows.push_back(first + i);
            }
        }
        first += run.count;
    }
    std::sort(rows.begin(), rows.end(), [&events](EventRow a, EventRow b) {
        return streamBefore(events, a, b);
    });
    return rows;
}

bool contains(const std::vector<TimeRange> &ranges, Instant time)
{
    return std::any_of(ranges.cbegin(), ranges.cend(), [time](const TimeRange &range) {
        return range.contains(time);
    });
}

/// A store that was made anew has other rows, however many.
bool isOfStore(const SeenStretch &seen, const EventSnapshot &events)
{
    return seen.storedEvents <= events.rowCount()
           && (seen.last.isEmpty() || seen.storedEvents == 0
               || events.id(seen.storedEvents - 1) == seen.last);
}

/// Where lateness can be told, and by what.
void fillTold(AuditReport &report, const AuditGround &ground)
{
    const SeenStretch &seen = ground.cursor.seen;
    if (seen.isKnown() && isOfStore(seen, ground.events)) {
        report.sinceSet = {std::max(seen.since, ground.stretch.since), ground.stretch.until};
    }
    TimeRanges told;
    if (report.sinceSet.isEmpty()) {
        report.sinceSet = {};
    } else {
        told.push_back(report.sinceSet);
    }
    report.sinceStart = intersection(gapsIn(ground.stretch, told), joined(ground.coveredBefore));
    told.insert(told.end(), report.sinceStart.cbegin(), report.sinceStart.cend());
    report.untold = gapsIn(ground.stretch, joined(told));
}

/// Hidden for how long at least? Coverage ends before what is younger than its margin. Beyond it a stretch was read together
/// with the cursor's event, or by a tail, which asks again until an event has settled.
Duration latenessOf(const AuditReport &report, const AuditGround &ground, Instant createdAt)
{
    if (!report.sinceSet.contains(createdAt)) {
        return kHoldBackMargin;
    }
    return std::min(positionTime(ground.cursor.position) - createdAt, kSettleMargin);
}

/// What is read from here on holds the first missed event. An event of the same moment would not do: the server may send
/// that one after it.
MoveTarget beforeFirst(const MissedEvent &first,
                       const CursorGround &own,
                       const std::vector<EventRow> &rows)
{
    const EventSnapshot &events = own.events();
    for (size_t index = rows.size(); index-- > 0;) {
        const EventRow row = rows[index];
        if (events.createdAt(row) < first.createdAt && own.isOwn(row)) {
            return ToEvent{events.id(row)};
        }
    }
    // Whether a range holds its own first moment is not documented (semantics 5).
    return ToTime{floorToMs(first.createdAt) - std::chrono::seconds(1)};
}

} // namespace

AuditReport judgeStretch(const AuditGround &ground)
{
    AuditReport report;
    report.cursor = ground.cursor;
    report.stretch = ground.stretch;
    fillTold(report, ground);

    const RewindGround within{ground.events, rowsWithin(ground.events, ground.stretch), {}, {}};
    const CursorGround own(ground.cursor, within);
    const EventSnapshot &events = ground.events;
    const auto *after = std::get_if<AfterEvent>(&ground.cursor.position);
    const std::optional<EventRow> itself = after != nullptr ? events.find(after->id) : std::nullopt;
    const size_t place = own.placeOf(ground.cursor.position);
    for (size_t index = 0; index < within.order.size(); ++index) {
        const EventRow row = within.order[index];
        const Instant createdAt = events.createdAt(row);
        const bool isInSeen = report.sinceSet.contains(createdAt);
        const EventRow known = isInSeen ? ground.cursor.seen.storedEvents : ground.storedBefore;
        const bool isTold = isInSeen || contains(report.sinceStart, createdAt);
        if (row < known || !isTold || row == itself || !own.isOwn(row)) {
            continue;
        }
        const MissedEvent late{events.id(row),
                               events.typeName(events.type(row)),
                               events.organizationId(events.organization(row)),
                               createdAt,
                               latenessOf(report, ground, createdAt)};
        (index < place ? report.missed : report.maybeMissed).push_back(late);
    }
    if (!report.missed.empty()) {
        report.suggestion = beforeFirst(report.missed.front(), own, within.order);
    }
    return report;
}

} // namespace playhead

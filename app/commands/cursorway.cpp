// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/cursorway.h"

#include "app/commands/cursorstand.h"
#include "app/timeargument.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;

constexpr quint64 kMostEvents = std::numeric_limits<qint64>::max();

struct WayRow
{
    OptionRow option;
    bool onlyLeadsOn = false;
};

QList<WayRow> wayRows()
{
    return {
        {{u"back"_s, u"N"_s, Line::tr("N events back, in its own types and organization"), false},
         false},
        {{u"forward"_s, u"N"_s, Line::tr("N events on: they are skipped"), false}, true},
        {{u"time-back"_s, u"SPAN"_s, Line::tr("from its place back by 2h, 7d …"), false}, false},
        {{u"to-time"_s,
          u"TIME"_s,
          Line::tr("from this time (ISO 8601 UTC, or 24h, 7d back)"),
          false},
         false},
        {{u"to-event"_s, u"EVENT"_s, Line::tr("behind this event"), false}, false},
        {{u"to-place"_s, u"NAME"_s, Line::tr("to a saved place"), false}, false},
        {{u"oldest"_s, {}, Line::tr("from the oldest time that WorkOS keeps"), false}, false},
        {{u"newest"_s, {}, Line::tr("behind its newest stored event"), false}, true},
        {{u"copy-from"_s, u"CURSOR"_s, Line::tr("to where another cursor stands"), false}, false},
        {{u"restore"_s, u"ENTRY"_s, Line::tr("to the place of an entry of its own history"), false},
         false}};
}

QString givenWay(const GivenOptions &given)
{
    const QList<WayRow> rows = wayRows();
    for (const WayRow &row : rows) {
        if (given.has(row.option.name)) {
            return row.option.name;
        }
    }
    return {};
}

/// Where the cursor stood after an entry of its history; before it, when it was gone then.
Result<MoveTarget> restored(CursorStand &stand, const Cursor &cursor, const GivenOptions &given)
{
    const auto history = stand.cursors().history(cursor.id);
    if (!history) {
        return tl::unexpected(history.error());
    }
    const QString number = given.value(u"restore"_s).value_or(QString());
    for (const CursorHistoryEntry &entry : *history) {
        if (QString::number(entry.id) == number) {
            return MoveTarget(ToPlace{entry.after.position, ToPlace::Of::History, {}});
        }
    }
    return failure(ErrorCode::NotFound,
                   Line::tr(
                       "%1 has no entry %2 in its history. playhead cursor history %1 lists them.")
                       .arg(cursor.name, number));
}

Result<MoveTarget> named(CursorStand &stand, const QString &way, const QString &name)
{
    if (way == u"to-place"_s) {
        const Result<SavedPlace> place = stand.place(name);
        return place ? Result<MoveTarget>(
                   ToPlace{place->position, ToPlace::Of::SavedPlace, place->name})
                     : tl::unexpected(place.error());
    }
    const Result<Cursor> other = stand.cursor(name);
    return other
               ? Result<MoveTarget>(ToPlace{other->position, ToPlace::Of::OtherCursor, other->name})
               : tl::unexpected(other.error());
}

} // namespace

QList<OptionRow> wayOptions(bool withForward)
{
    QList<OptionRow> options;
    const QList<WayRow> rows = wayRows();
    for (const WayRow &row : rows) {
        if (withForward || !row.onlyLeadsOn) {
            options.append(row.option);
        }
    }
    return options;
}

QString wayUsage(bool withForward)
{
    QStringList words;
    const QList<OptionRow> options = wayOptions(withForward);
    for (const OptionRow &option : options) {
        words << (spelledOption(option.name) + u' ' + option.valueName).trimmed();
    }
    return u'(' + words.join(u" | "_s) + u')';
}

Status checkWay(const GivenOptions &given)
{
    const QList<WayRow> rows = wayRows();
    const auto ways = std::count_if(rows.cbegin(), rows.cend(), [&given](const WayRow &row) {
        return given.has(row.option.name);
    });
    if (ways != 1) {
        return failure(ErrorCode::WrongUsage,
                       ways == 0
                           ? Line::tr("Say where the cursor is to go, for instance --back 100.")
                           : Line::tr(
                               "Say in one way where the cursor is to go; several are given."));
    }
    for (const QString &name : {u"back"_s, u"forward"_s, u"restore"_s}) {
        if (const auto number = given.number(name, 1, kMostEvents, 1); !number) {
            return tl::unexpected(number.error());
        }
    }
    if (const auto span = given.value(u"time-back"_s); span && !parseDuration(span->toUtf8())) {
        return failure(ErrorCode::WrongUsage,
                       Line::tr("--time-back takes a span such as 2h or 7d, not '%1'.").arg(*span));
    }
    if (const auto time = given.value(u"to-time"_s)) {
        const auto parsed = parseTimeArgument(u"--to-time"_s, *time);
        return parsed ? Status() : tl::unexpected(parsed.error());
    }
    return {};
}

Result<MoveTarget> wayOf(CursorStand &stand, const Cursor &cursor, const GivenOptions &given)
{
    const QString way = givenWay(given);
    const QString value = given.value(way).value_or(QString());
    if (way == u"back"_s || way == u"forward"_s) {
        const quint64 count = given.number(way, 1, kMostEvents, 1).value_or(1);
        return way == u"back"_s ? MoveTarget(EventsBack{count}) : MoveTarget(EventsForward{count});
    }
    if (way == u"time-back"_s) {
        return MoveTarget(TimeBack{parseDuration(value.toUtf8()).value_or(Duration())});
    }
    if (way == u"to-time"_s) {
        const TimeArgument time = parseTimeArgument(u"--to-time"_s, value).value_or(TimeArgument());
        return MoveTarget(ToTime{time.at(stand.clock().now())});
    }
    if (way == u"to-event"_s) {
        return MoveTarget(ToEvent{EventId(value.toUtf8())});
    }
    if (way == u"oldest"_s) {
        return MoveTarget(ToOldestKept{});
    }
    if (way == u"newest"_s) {
        return MoveTarget(ToNewest{});
    }
    return way == u"restore"_s ? restored(stand, cursor, given) : named(stand, way, value);
}

} // namespace playhead

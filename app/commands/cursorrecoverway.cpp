// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/cursorrecoverway.h"

#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"
#include "app/timeargument.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;

constexpr std::array kWays{"oldest"_L1,
                           "place"_L1,
                           "newest-place"_L1,
                           "time"_L1,
                           "object"_L1,
                           "log"_L1,
                           "log-file"_L1,
                           "now"_L1};
/// Far more than any list of ids that a person means.
constexpr qint64 kMostLog = 64 * 1024 * 1024;

Instant momentOf(const GivenOptions &given, const QString &name, Instant now)
{
    return parseTimeArgument(spelledOption(name), given.value(name).value_or(QString()))
        .value_or(TimeArgument())
        .at(now);
}

Result<RecoveryWay> placeWay(CursorStand &stand, const QString &name)
{
    const Result<SavedPlace> place = stand.place(name);
    if (!place) {
        return tl::unexpected(place.error());
    }
    return RecoveryWay(
        RecoverFromPlace{{place->position, place->name, place->savedAt, ToPlace::Of::SavedPlace}});
}

bool isSameScope(const Cursor &a, const Cursor &b)
{
    return a.types == b.types && a.organization == b.organization;
}

Result<RecoveryWay> newestPlaceWay(CursorStand &stand, const Cursor &cursor)
{
    const auto saved = stand.places().places(stand.environment().id);
    if (!saved) {
        return tl::unexpected(saved.error());
    }
    // With --new that of a deleted cursor of this name.
    Result<QList<CursorHistoryEntry>> history = stand.history(cursor.name);
    if (!history && history.error().code != ErrorCode::NotFound) {
        return tl::unexpected(history.error());
    }
    const QList<CursorHistoryEntry> own = history.value_or(QList<CursorHistoryEntry>());
    if (!own.isEmpty() && !isSameScope(own.first().after, cursor)) {
        return failure(
            ErrorCode::BadRequest,
            Line::tr("The deleted %1 read %2. Give the same --type and --org, or another name.")
                .arg(cursor.name,
                     scopeText(own.first().after.types, own.first().after.organization)));
    }
    const auto kept = newestKept(knownPlaces(cursor, *saved, own), stand.horizon());
    if (!kept) {
        return failure(
            ErrorCode::BadRequest,
            Line::tr("No saved place and no place of the history is kept any more. Recover from "
                     "something else, or from the oldest kept."));
    }
    return RecoveryWay(RecoverFromPlace{*kept});
}

/// `-` is the standard input.
Result<RecoveryWay> logWay(const QString &path)
{
    QFile file(path);
    const bool isOpen = path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly)
                                       : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        return failure(ErrorCode::Unreadable,
                       Line::tr("%1 cannot be read: %2. Check the path.")
                           .arg(path, file.errorString()));
    }
    const QByteArray text = file.read(kMostLog + 1);
    if (text.size() > kMostLog) {
        return failure(ErrorCode::TooLarge,
                       Line::tr("%1 is longer than 64 MB. Give its last lines.").arg(path));
    }
    return RecoveryWay(RecoverFromText{QString::fromUtf8(text)});
}

} // namespace

QList<OptionRow> recoveryWayOptions()
{
    return {{u"oldest"_s, {}, Line::tr("from the oldest time that WorkOS keeps"), false},
            {u"place"_s, u"NAME"_s, Line::tr("all up to this saved place was processed"), false},
            {u"newest-place"_s,
             {},
             Line::tr("all up to its newest saved place, or place of its history, that is kept"),
             false},
            {u"time"_s,
             u"TIME"_s,
             Line::tr("all before it was processed (ISO 8601 UTC, or 24h, 7d back)"),
             false},
            {u"object"_s, u"ID"_s, Line::tr("the consumer stores this object"), false},
            {u"updated-at"_s, u"TIME"_s, Line::tr("with --object: its updated_at there"), false},
            {u"log"_s,
             u"TEXT"_s,
             Line::tr("event ids in it were processed: a line of its log"),
             false},
            {u"log-file"_s,
             u"FILE"_s,
             Line::tr("the same from a file; - is the standard input"),
             false},
            {u"now"_s, {}, Line::tr("skip everything up to now"), false}};
}

QString recoveryWayUsage()
{
    return u"(--oldest | --place NAME | --newest-place | --time TIME | --object ID --updated-at TIME | --log TEXT | "
           "--log-file FILE | --now)"_s;
}

Result<Duration> overlapOf(const QString &text)
{
    if (text == u"0"_s) {
        return Duration::zero();
    }
    const Result<Duration> overlap = parseDuration(text.toUtf8());
    if (!overlap) {
        return failure(ErrorCode::WrongUsage,
                       Line::tr("--overlap takes a span such as 5m or 1h, or 0, not '%1'.")
                           .arg(text));
    }
    return *overlap;
}

Status checkRecovery(const GivenOptions &given)
{
    int ways = 0;
    for (const QLatin1StringView way : kWays) {
        ways += given.has(way) ? 1 : 0;
    }
    if (ways != 1) {
        return failure(ErrorCode::WrongUsage,
                       Line::tr("Say what is still known, in one way: %1.")
                           .arg(recoveryWayUsage()));
    }
    if (given.has(u"object"_s) != given.has(u"updated-at"_s)) {
        return failure(ErrorCode::WrongUsage,
                       Line::tr("--object and --updated-at belong together; give both."));
    }
    if (!given.has(u"new"_s) && (given.has(u"type"_s) || given.has(u"org"_s))) {
        return failure(ErrorCode::WrongUsage,
                       Line::tr(
                           "--type and --org belong to --new; a cursor that exists has its own."));
    }
    for (const QString &name : {u"time"_s, u"updated-at"_s}) {
        if (const auto text = given.value(name)) {
            if (const auto time = parseTimeArgument(spelledOption(name), *text); !time) {
                return tl::unexpected(time.error());
            }
        }
    }
    if (const auto overlap = given.value(u"overlap"_s)) {
        if (const auto span = overlapOf(*overlap); !span) {
            return tl::unexpected(span.error());
        }
    }
    return {};
}

Result<RecoveryWay> recoveryWayOf(CursorStand &stand,
                                  const Cursor &cursor,
                                  const GivenOptions &given)
{
    if (const auto place = given.value(u"place"_s)) {
        return placeWay(stand, *place);
    }
    if (given.has(u"newest-place"_s)) {
        return newestPlaceWay(stand, cursor);
    }
    if (const auto path = given.value(u"log-file"_s)) {
        return logWay(*path);
    }
    const Instant now = stand.clock().now();
    RecoveryWay way; // GCC 12 takes what a temporary of it does not hold for uninitialized
    if (given.has(u"time"_s)) {
        way = RecoverFromTime{momentOf(given, u"time"_s, now)};
    } else if (const auto object = given.value(u"object"_s)) {
        way = RecoverFromObject{object->toUtf8(), momentOf(given, u"updated-at"_s, now)};
    } else if (const auto text = given.value(u"log"_s)) {
        way = RecoverFromText{*text};
    } else if (given.has(u"now"_s)) {
        way = RecoverFromNow{};
    }
    return way;
}

} // namespace playhead

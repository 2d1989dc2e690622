// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor save`: a new cursor.
#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"
#include "app/timeargument.h"
#include "app/typeargument.h"
#include "model/core/ulid.h"
#include "model/cursors/cursorwarning.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;

Status checkPlace(const GivenOptions &given)
{
    int places = 0;
    for (const QString &name : {u"after"_s, u"from"_s, u"oldest"_s, u"newest"_s}) {
        places += given.has(name) ? 1 : 0;
    }
    if (places != 1) {
        return failure(
            ErrorCode::WrongUsage,
            Line::tr(
                "Say where the cursor stands, in one way: --after EVENT, --from TIME, --oldest or --newest."));
    }
    for (const QString &name : {u"from"_s, u"created-at"_s}) {
        if (const auto text = given.value(name)) {
            if (const auto time = parseTimeArgument(spelledOption(name), *text); !time) {
                return tl::unexpected(time.error());
            }
        }
    }
    if (given.has(u"created-at"_s) && !given.has(u"after"_s)) {
        return failure(ErrorCode::WrongUsage, Line::tr("--created-at belongs to --after."));
    }
    return {};
}

Instant momentOf(const GivenOptions &given, const QString &name, Instant now)
{
    return parseTimeArgument(spelledOption(name), given.value(name).value_or(QString()))
        .value_or(TimeArgument())
        .at(now);
}

/// After an event: with the time that is stored, told or written in its id, in this order.
Result<CursorPosition> afterEvent(const CursorStand &stand, const GivenOptions &given)
{
    const EventId id(given.value(u"after"_s)->toUtf8());
    if (const auto row = stand.events().find(id)) {
        return CursorPosition(AfterEvent{id, stand.events().createdAt(*row)});
    }
    if (given.has(u"created-at"_s)) {
        return CursorPosition(
            AfterEvent{id, momentOf(given, u"created-at"_s, stand.clock().now())});
    }
    if (const auto time = ulidTime(id.value)) {
        return CursorPosition(AfterEvent{id, *time});
    }
    return failure(
        ErrorCode::WrongUsage,
        Line::tr("The event %1 is not stored and its id tells no time. Fetch it first, or give "
                 "--created-at.")
            .arg(id.toString()));
}

Result<CursorPosition> placeOf(const CursorStand &stand,
                               const Cursor &cursor,
                               const GivenOptions &given)
{
    if (given.has(u"after"_s)) {
        return afterEvent(stand, given);
    }
    if (given.has(u"from"_s)) {
        return CursorPosition(FromTime{momentOf(given, u"from"_s, stand.clock().now())});
    }
    if (given.has(u"oldest"_s)) {
        return CursorPosition(FromTime{stand.horizon()});
    }
    const auto newest = newestOwnRow(cursor, stand.ground(cursor));
    if (!newest) {
        return failure(
            ErrorCode::BadRequest,
            Line::tr(
                "No event of these types and this organization is stored, so there is no newest "
                "one. Fetch first, or say another place."));
    }
    return CursorPosition(
        AfterEvent{stand.events().id(*newest), stand.events().createdAt(*newest)});
}

Result<CursorReport> saveCursor(CursorStand &stand, const GivenOptions &given)
{
    const auto types = parseTypeArguments(given.values(u"type"_s), stand.catalogue());
    if (!types) {
        return tl::unexpected(types.error());
    }
    if (const Status opened = stand.openEvents(); !opened) {
        return tl::unexpected(opened.error());
    }
    Cursor cursor;
    cursor.environmentId = stand.environment().id;
    cursor.name = given.positional().first();
    cursor.note = given.value(u"note"_s).value_or(QString());
    cursor.types = *types;
    cursor.organization = OrganizationId(given.value(u"org"_s).value_or(QString()).toUtf8());
    const Result<CursorPosition> place = placeOf(stand, cursor, given);
    if (!place) {
        return tl::unexpected(place.error());
    }
    cursor.position = *place;
    cursor.seen = seenAt(cursor.position, cursor, stand.ground(cursor));
    if (const Status synced = stand.syncEvents(); !synced) {
        return tl::unexpected(synced.error());
    }
    const Result<Cursor> created = stand.cursors().create(cursor);
    if (!created) {
        return tl::unexpected(created.error());
    }
    CursorReport report =
        cursorReport(*created,
                     Line::tr("%1 stands %2.").arg(created->name, placeText(created->position)),
                     given.has(u"json"_s));
    for (const CursorWarning &warning :
         warningsOf(created->position, stand.events(), stand.heldBackNow())) {
        report.notices << textOf(warning);
    }
    if (!given.has(u"oldest"_s)) { // which is about to pass it
        report.notices += ageNotices(*created, stand.horizon());
    }
    return report;
}

} // namespace

CursorVerb cursorSaveVerb()
{
    CursorVerb verb;
    verb.name = u"save"_s;
    verb.arguments = u"NAME (--after EVENT | --from TIME | --oldest | --newest) [OPTIONS]"_s;
    verb.text = Line::tr("Make a new cursor.");
    verb.options =
        {{u"after"_s, u"EVENT"_s, Line::tr("behind this event: the last processed one"), false},
         {u"created-at"_s,
          u"TIME"_s,
          Line::tr("when that event was created, if it is not stored"),
          false},
         {u"from"_s, u"TIME"_s, Line::tr("from this time (ISO 8601, or 24h, 7d back)"), false},
         {u"oldest"_s, {}, Line::tr("from the oldest time that WorkOS keeps"), false},
         {u"newest"_s, {}, Line::tr("behind the newest stored event"), false},
         {u"type"_s,
          u"TYPE"_s,
          Line::tr("types that it reads; a,b and dsync.* too, repeatable (all)"),
          true},
         {u"org"_s, u"ID"_s, Line::tr("the organization that it reads (any)"), false},
         {u"note"_s, u"TEXT"_s, Line::tr("a note of your own"), false}};
    verb.leastNames = verb.mostNames = 1;
    verb.check = checkPlace;
    verb.run = atOnce(saveCursor);
    return verb;
}

} // namespace playhead

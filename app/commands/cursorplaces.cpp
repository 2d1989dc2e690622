// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor places`, `save-place` and `delete-place`: positions kept under a name.
#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"
#include "model/cursors/cursorjson.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;

Result<CursorReport> listPlaces(CursorStand &stand, const GivenOptions &given)
{
    const Result<QList<SavedPlace>> places = stand.places().places(stand.environment().id);
    if (!places) {
        return tl::unexpected(places.error());
    }
    QJsonArray array;
    QList<QStringList> rows{{Line::tr("NAME"),
                             Line::tr("SAVED"),
                             Line::tr("LEFT"),
                             Line::tr("CURSOR"),
                             Line::tr("PLACE")}};
    for (const SavedPlace &place : *places) {
        array.append(savedPlaceJson(place));
        rows.append({place.name,
                     QString::fromLatin1(isoUtcMs(place.savedAt)),
                     leftText(place.position, stand.horizon()),
                     place.cursorName,
                     placeText(place.position)});
    }
    return CursorReport{given.has(u"json"_s) ? jsonText(array) : tableText(rows), {}};
}

Result<CursorReport> savePlace(CursorStand &stand, const GivenOptions &given)
{
    const Result<Cursor> cursor = stand.cursor(given.positional().at(1));
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    const auto saved = stand.places().save(savedPlaceOf(*cursor, given.positional().first()));
    if (!saved) {
        return tl::unexpected(saved.error());
    }
    const QString text = Line::tr("%1 is %2.").arg(saved->name, placeText(saved->position));
    return CursorReport{given.has(u"json"_s) ? jsonText(savedPlaceJson(*saved))
                                             : (text + u'\n').toUtf8(),
                        {}};
}

Result<CursorReport> deletePlace(CursorStand &stand, const GivenOptions &given)
{
    const Result<SavedPlace> place = stand.place(given.positional().first());
    if (!place) {
        return tl::unexpected(place.error());
    }
    const bool isApplied = given.has(u"yes"_s);
    if (isApplied) {
        if (const Status removed = stand.places().remove(*place); !removed) {
            return tl::unexpected(removed.error());
        }
    }
    QJsonObject object = savedPlaceJson(*place);
    object.insert(u"is_applied"_s, isApplied);
    const QString text = (isApplied ? Line::tr("The saved place %1, %2, is deleted.")
                                    : Line::tr("The saved place %1 is %2."))
                             .arg(place->name, placeText(place->position));
    return CursorReport{given.has(u"json"_s) ? jsonText(object) : (text + u'\n').toUtf8(),
                        isApplied
                            ? QStringList()
                            : QStringList{Line::tr("Nothing was changed; --yes deletes it.")}};
}

} // namespace

CursorVerb cursorPlacesVerb()
{
    CursorVerb verb;
    verb.name = u"places"_s;
    verb.arguments = u"[OPTIONS]"_s;
    verb.text = Line::tr("List the saved places, newest first.");
    verb.run = atOnce(listPlaces);
    return verb;
}

CursorVerb cursorSavePlaceVerb()
{
    CursorVerb verb;
    verb.name = u"save-place"_s;
    verb.arguments = u"NAME CURSOR"_s;
    verb.text = Line::tr("Keep the place where a cursor stands under a name.");
    verb.details = Line::tr("playhead cursor move CURSOR --to-place NAME goes back there.\n");
    verb.leastNames = verb.mostNames = 2;
    verb.run = atOnce(savePlace);
    return verb;
}

CursorVerb cursorDeletePlaceVerb()
{
    CursorVerb verb;
    verb.name = u"delete-place"_s;
    verb.arguments = u"NAME [--yes]"_s;
    verb.text = Line::tr("Delete a saved place; no cursor moves.");
    verb.options = {{u"yes"_s, {}, Line::tr("do it; without, it is only shown"), false}};
    verb.leastNames = verb.mostNames = 1;
    verb.run = atOnce(deletePlace);
    return verb;
}

} // namespace playhead

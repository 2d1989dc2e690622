// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor edit` and `delete`: what is no move.
#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"
#include "model/cursors/cursorjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;

Status checkEdit(const GivenOptions &given)
{
    if (given.has(u"note"_s) && given.has(u"no-note"_s)) {
        return failure(ErrorCode::WrongUsage,
                       Line::tr("--note and --no-note exclude each other; give one of them."));
    }
    if (!given.has(u"name"_s) && !given.has(u"note"_s) && !given.has(u"no-note"_s)) {
        return failure(ErrorCode::WrongUsage,
                       Line::tr("Say what to change: --name, --note or --no-note."));
    }
    return {};
}

Result<CursorReport> editCursor(CursorStand &stand, const GivenOptions &given)
{
    Result<Cursor> cursor = stand.cursor(given.positional().first());
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    cursor->name = given.value(u"name"_s).value_or(cursor->name);
    cursor->note = given.has(u"no-note"_s) ? QString()
                                           : given.value(u"note"_s).value_or(cursor->note);
    const Result<Cursor> edited = stand.cursors().edit(*cursor);
    if (!edited) {
        return tl::unexpected(edited.error());
    }
    return cursorReport(*edited,
                        edited->note.isEmpty()
                            ? edited->name
                            : u"%1: %2"_s.arg(edited->name, edited->note.simplified()),
                        given.has(u"json"_s));
}

Result<CursorReport> deleteCursor(CursorStand &stand, const GivenOptions &given)
{
    const Result<Cursor> cursor = stand.cursor(given.positional().first());
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    const bool isApplied = given.has(u"yes"_s);
    if (isApplied) {
        if (const Status removed = stand.cursors().remove(*cursor); !removed) {
            return tl::unexpected(removed.error());
        }
    }
    QJsonObject object = cursorJson(*cursor);
    object.insert(u"is_applied"_s, isApplied);
    const QString text =
        (isApplied
             ? Line::tr("%1, which stood %2, is deleted. playhead cursor undo brings it back.")
             : Line::tr("%1 stands %2."))
            .arg(cursor->name, placeText(cursor->position));
    return CursorReport{given.has(u"json"_s) ? jsonText(object) : (text + u'\n').toUtf8(),
                        isApplied
                            ? QStringList()
                            : QStringList{Line::tr("Nothing was changed; --yes deletes it.")}};
}

} // namespace

CursorVerb cursorEditVerb()
{
    CursorVerb verb;
    verb.name = u"edit"_s;
    verb.arguments = u"CURSOR (--name NAME | --note TEXT | --no-note)"_s;
    verb.text = Line::tr("Change a cursor's name or note; its place stays.");
    verb.options = {{u"name"_s, u"NAME"_s, Line::tr("the new name"), false},
                    {u"note"_s, u"TEXT"_s, Line::tr("the new note"), false},
                    {u"no-note"_s, {}, Line::tr("without a note"), false}};
    verb.leastNames = verb.mostNames = 1;
    verb.check = checkEdit;
    verb.run = atOnce(editCursor);
    return verb;
}

CursorVerb cursorDeleteVerb()
{
    CursorVerb verb;
    verb.name = u"delete"_s;
    verb.arguments = u"CURSOR [--yes]"_s;
    verb.text = Line::tr("Delete a cursor; its history stays, and undo brings it back.");
    verb.options = {{u"yes"_s, {}, Line::tr("do it; without, it is only shown"), false}};
    verb.leastNames = verb.mostNames = 1;
    verb.run = atOnce(deleteCursor);
    return verb;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor history`, `undo` and `redo`: what was done, and taking it back.
#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"

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

Result<CursorReport> showHistory(CursorStand &stand, const GivenOptions &given)
{
    const QString name = given.positional().first();
    const auto history = stand.history(name);
    if (!history) {
        return tl::unexpected(history.error());
    }
    QJsonArray array;
    QList<QStringList> rows{{Line::tr("ENTRY"),
                             Line::tr("AT"),
                             Line::tr("CHANGE"),
                             Line::tr("BY"),
                             Line::tr("TO"),
                             Line::tr("REASON")}};
    for (const CursorHistoryEntry &entry : *history) {
        array.append(entryJson(entry));
        rows.append({QString::number(entry.id),
                     QString::fromLatin1(isoUtcMs(entry.at)),
                     changeWords(entry),
                     entry.how,
                     entry.isGone ? Line::tr("gone") : placeText(entry.after.position),
                     entry.reason.simplified()});
    }
    QStringList notices;
    if (!history->isEmpty() && history->first().isGone) {
        notices << Line::tr("%1 does not exist any more; this is what was done with it.").arg(name);
    }
    return CursorReport{given.has(u"json"_s) ? jsonText(array) : tableText(rows), notices};
}

/// What an undo or redo did, or would do, in one sentence.
QString stepText(const CursorHistoryEntry &entry, const Cursor &to, bool isGone)
{
    return isGone ? Line::tr("%1 does not exist then (%2 at entry %3)")
                        .arg(entry.after.name, changeWords(entry), QString::number(entry.id))
                  : Line::tr("%1 stands %2 then (%3 at entry %4)")
                        .arg(to.name,
                             placeText(to.position),
                             changeWords(entry),
                             QString::number(entry.id));
}

/// Undo and redo change whatever was changed last, so they are shown first, too.
Result<CursorReport> step(CursorStand &stand, const GivenOptions &given, bool isUndo)
{
    const qint64 environment = stand.environment().id;
    const Result<qint64> newest = stand.cursors().newestEntry(environment);
    const auto state = stand.cursors().undoState(environment);
    if (!newest || !state) {
        return tl::unexpected(newest ? state.error() : newest.error());
    }
    const std::optional<CursorHistoryEntry> &next = isUndo ? state->undo : state->redo;
    if (!next) {
        return failure(ErrorCode::BadRequest,
                       isUndo ? Line::tr("There is no change of a cursor to undo.")
                              : Line::tr("There is no change of a cursor to redo."));
    }
    if (const auto entry = given.value(u"entry"_s); entry && *entry != QString::number(next->id)) {
        return failure(ErrorCode::Conflict,
                       Line::tr(
                           "Entry %1 is not the one that comes next; that is %2. Look at it first, "
                           "without --yes.")
                           .arg(*entry, QString::number(next->id)));
    }
    const bool isGone = isUndo ? isCreation(*next) : next->isGone;
    QJsonObject object = entryJson(*next);
    if (!given.has(u"yes"_s)) {
        object.insert(u"is_applied"_s, false);
        const QString text = stepText(*next, isUndo ? next->before : next->after, isGone);
        return CursorReport{given.has(u"json"_s) ? jsonText(object) : (text + u'\n').toUtf8(),
                            {Line::tr("Nothing was changed; --yes --entry %1 does just this.")
                                 .arg(next->id)}};
    }
    const KnownHistory known{*newest, {}};
    const auto done = isUndo ? stand.cursors().undo(environment, known)
                             : stand.cursors().redo(environment, known);
    if (!done) {
        return tl::unexpected(done.error());
    }
    object = entryJson(*done);
    object.insert(u"is_applied"_s, true);
    const QString text =
        done->isGone
            ? Line::tr("%1 does not exist any more.").arg(done->after.name)
            : Line::tr("%1 stands %2.").arg(done->after.name, placeText(done->after.position));
    return CursorReport{given.has(u"json"_s) ? jsonText(object) : (text + u'\n').toUtf8(), {}};
}

CursorVerb stepVerb(bool isUndo)
{
    CursorVerb verb;
    verb.name = isUndo ? u"undo"_s : u"redo"_s;
    verb.arguments = u"[--entry N] [--yes]"_s;
    verb.text = isUndo ? Line::tr("Take back the environment's newest change of a cursor.")
                       : Line::tr("Repeat what was taken back last.");
    verb.options = {{u"entry"_s,
                     u"N"_s,
                     Line::tr(
                         "only if this entry of the history, as it was shown, still comes next"),
                     false},
                    {u"yes"_s, {}, Line::tr("do it; without, it is only shown"), false}};
    verb.run = atOnce([isUndo](CursorStand &stand, const GivenOptions &given) {
        return step(stand, given, isUndo);
    });
    return verb;
}

} // namespace

CursorVerb cursorHistoryVerb()
{
    CursorVerb verb;
    verb.name = u"history"_s;
    verb.arguments = u"CURSOR [OPTIONS]"_s;
    verb.text = Line::tr("Show every change of a cursor, newest first; also of a deleted one.");
    verb.details = Line::tr(
        "playhead cursor move CURSOR --restore ENTRY goes back to the place of an entry.\n");
    verb.leastNames = verb.mostNames = 1;
    verb.run = atOnce(showHistory);
    return verb;
}

CursorVerb cursorUndoVerb()
{
    return stepVerb(true);
}

CursorVerb cursorRedoVerb()
{
    return stepVerb(false);
}

} // namespace playhead

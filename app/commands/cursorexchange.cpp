// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor export` and `import`: all cursors of an environment as a file.
#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"
#include "model/cursors/cursorfile.h"
#include "model/cursors/cursorjson.h"
#include "model/storage/textfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;
using State = ImportEntry<Cursor>::State;

QUrl fileUrl(const Environment &environment)
{
    return environment.isDemo() || environment.isCapture() ? QUrl() : environment.baseUrl;
}

Result<CursorReport> exportCursors(CursorStand &stand, const GivenOptions &given)
{
    const qint64 id = stand.environment().id;
    const Result<QList<Cursor>> cursors = stand.cursors().cursors(id);
    const Result<QList<SavedPlace>> places = stand.places().places(id);
    if (!cursors || !places) {
        return tl::unexpected(cursors ? places.error() : cursors.error());
    }
    const QByteArray text = cursorFileText({stand.environment().name,
                                            fileUrl(stand.environment()),
                                            SystemClock().now(),
                                            *cursors,
                                            *places,
                                            {}});
    const QString path = given.positional().value(0);
    if (path.isEmpty() || path == u"-"_s) {
        return CursorReport{text, {}};
    }
    if (const Status written = writeTextFile(path, text); !written) {
        return tl::unexpected(written.error());
    }
    return CursorReport{{},
                        {Line::tr("%1 cursors and %2 saved places are in %3.")
                             .arg(QString::number(cursors->size()),
                                  QString::number(places->size()),
                                  path)}};
}

QString stateWord(State state)
{
    switch (state) {
    case State::New:
        return u"new"_s;
    case State::Same:
        return u"same"_s;
    case State::Differs:
        return u"differs"_s;
    case State::OtherScope:
        return u"other-scope"_s;
    }
    return {};
}

/// The names whose cursors are to be moved to what the file says.
Result<QSet<QString>> acceptedNames(const CursorImportPlan &plan, const GivenOptions &given)
{
    QSet<QString> differing;
    for (const ImportEntry<Cursor> &entry : plan.cursors) {
        if (entry.state == State::Differs) {
            differing.insert(entry.wanted.name);
        }
    }
    if (given.has(u"replace-all"_s)) {
        return differing;
    }
    QSet<QString> accepted;
    const QStringList names = given.values(u"replace"_s);
    for (const QString &name : names) {
        if (!differing.contains(name)) {
            return failure(ErrorCode::WrongUsage,
                           Line::tr("--replace %1: no cursor of this name differs from the file.")
                                   .arg(name)
                               + suggestion(name, differing.values()));
        }
        accepted.insert(name);
    }
    return accepted;
}

QJsonObject planJson(const CursorImportPlan &plan, const QSet<QString> &accepted)
{
    QJsonArray cursors;
    for (const ImportEntry<Cursor> &entry : plan.cursors) {
        QJsonObject object{{u"name"_s, entry.wanted.name},
                           {u"state"_s, stateWord(entry.state)},
                           {u"is_accepted"_s,
                            entry.state == State::New || accepted.contains(entry.wanted.name)},
                           {u"after"_s, cursorJson(entry.wanted)}};
        if (entry.stored) {
            object.insert(u"before"_s, cursorJson(*entry.stored));
        }
        cursors.append(object);
    }
    QJsonArray places;
    for (const ImportEntry<SavedPlace> &entry : plan.places) {
        places.append(QJsonObject{{u"name"_s, entry.wanted.name},
                                  {u"state"_s, stateWord(static_cast<State>(entry.state))}});
    }
    return {{u"environment"_s, plan.environment},
            {u"is_other_environment"_s, plan.isOtherEnvironment},
            {u"cursors"_s, cursors},
            {u"saved_places"_s, places},
            {u"problems"_s, QJsonArray::fromStringList(plan.problems)}};
}

QByteArray planText(const CursorImportPlan &plan, const QSet<QString> &accepted)
{
    QList<QStringList> rows{
        {Line::tr("CURSOR"), Line::tr("STATE"), Line::tr("IN THE FILE"), Line::tr("STORED")}};
    for (const ImportEntry<Cursor> &entry : plan.cursors) {
        const bool isKept = entry.state == State::OtherScope
                            || (entry.state == State::Differs
                                && !accepted.contains(entry.wanted.name));
        rows.append(
            {entry.wanted.name,
             isKept ? Line::tr("%1, kept").arg(stateWord(entry.state)) : stateWord(entry.state),
             placeText(entry.wanted.position),
             entry.stored ? placeText(entry.stored->position) : QString()});
    }
    for (const ImportEntry<SavedPlace> &entry : plan.places) {
        rows.append({Line::tr("place %1").arg(entry.wanted.name),
                     stateWord(static_cast<State>(entry.state)),
                     placeText(entry.wanted.position),
                     entry.stored ? placeText(entry.stored->position) : QString()});
    }
    return tableText(rows);
}

Result<CursorImportPlan> planOf(CursorStand &stand, const QString &path)
{
    const Result<QByteArray> content = readTextFile(path);
    const Result<CursorFile> file = content ? readCursorFile(*content)
                                            : tl::unexpected(content.error());
    if (!file) {
        return tl::unexpected(file.error());
    }
    const qint64 id = stand.environment().id;
    const auto cursors = stand.cursors().cursors(id);
    const auto places = stand.places().places(id);
    if (!cursors || !places) {
        return tl::unexpected(cursors ? places.error() : cursors.error());
    }
    CursorImportPlan plan = planCursorImport(*file,
                                             stand.environment().name,
                                             fileUrl(stand.environment()),
                                             *cursors,
                                             *places);
    plan.fileName = QFileInfo(path).fileName();
    return plan;
}

Result<CursorReport> importFile(CursorStand &stand, const GivenOptions &given)
{
    const Result<CursorImportPlan> plan = planOf(stand, given.positional().first());
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    const Result<QSet<QString>> accepted = acceptedNames(*plan, given);
    if (!accepted) {
        return tl::unexpected(accepted.error());
    }
    if (plan->isOtherEnvironment && given.has(u"yes"_s) && !given.has(u"accept-environment"_s)) {
        return failure(
            ErrorCode::WrongUsage,
            Line::tr(
                "The file was made for the environment '%1', whose events have other ids than those of "
                "%2. If they are the same, add --accept-environment.")
                .arg(plan->environment, stand.environment().name));
    }
    CursorReport report;
    QJsonObject object = planJson(*plan, *accepted);
    report.output = planText(*plan, *accepted);
    report.notices = plan->problems;
    object.insert(u"is_applied"_s, given.has(u"yes"_s));
    if (given.has(u"yes"_s)) {
        const auto done = importCursors(stand.cursors(),
                                        stand.places(),
                                        stand.environment().id,
                                        *plan,
                                        *accepted);
        if (!done) {
            return tl::unexpected(done.error());
        }
        report.notices << Line::tr("Cursors made: %1, moved: %2; saved places: %3.")
                              .arg(QString::number(done->created),
                                   QString::number(done->moved),
                                   QString::number(done->savedPlaces));
    } else {
        if (plan->isOtherEnvironment) {
            report.notices
                << Line::tr(
                       "The file was made for another environment, '%1'; its events have other ids.")
                       .arg(plan->environment);
        }
        report.notices << Line::tr("Nothing was changed; --yes does it.");
    }
    if (given.has(u"json"_s)) {
        report.output = jsonText(object);
    }
    return report;
}

} // namespace

CursorVerb cursorExportVerb()
{
    CursorVerb verb;
    verb.name = u"export"_s;
    verb.arguments = u"[FILE]"_s;
    verb.text = Line::tr("Write all cursors and saved places to a file, or standard output.");
    verb.details = Line::tr("The file is JSON, with or without --json. It never holds a key.\n");
    verb.mostNames = 1;
    verb.run = atOnce(exportCursors);
    return verb;
}

CursorVerb cursorImportVerb()
{
    CursorVerb verb;
    verb.name = u"import"_s;
    verb.arguments = u"FILE [--replace CURSOR | --replace-all] [--yes]"_s;
    verb.text = Line::tr("Take cursors and saved places from such a file.");
    verb.options = {{u"replace"_s,
                     u"CURSOR"_s,
                     Line::tr("move this cursor to where the file has it; repeatable"),
                     true},
                    {u"replace-all"_s, {}, Line::tr("move all that differ"), false},
                    {u"accept-environment"_s,
                     {},
                     Line::tr("also when the file was made for another environment"),
                     false},
                    {u"yes"_s, {}, Line::tr("do it; without, it is only shown"), false}};
    verb.details = Line::tr(
        "Cursors that are stored otherwise are kept unless they are named to be replaced. Those with\n"
        "other types or another organization are always kept.\n");
    verb.leastNames = verb.mostNames = 1;
    verb.run = atOnce(importFile);
    return verb;
}

} // namespace playhead

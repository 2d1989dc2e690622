// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// `playhead cursor list` and `show`: what there is.
#include "app/commands/cursorreport.h"
#include "app/commands/cursorstand.h"
#include "model/cursors/cursorhandover.h"
#include "model/cursors/cursorwarning.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;

/// As --as spells them.
constexpr std::array kForms{std::pair{HandOver::Place, "after"_L1},
                            std::pair{HandOver::Parameters, "query"_L1},
                            std::pair{HandOver::Curl, "curl"_L1},
                            std::pair{HandOver::JavaScript, "javascript"_L1},
                            std::pair{HandOver::Ruby, "ruby"_L1},
                            std::pair{HandOver::Python, "python"_L1},
                            std::pair{HandOver::Go, "go"_L1},
                            std::pair{HandOver::Json, "json"_L1}};

Result<CursorReport> listCursors(CursorStand &stand, const GivenOptions &given)
{
    const Result<QList<Cursor>> cursors = stand.cursors().cursors(stand.environment().id);
    if (!cursors) {
        return tl::unexpected(cursors.error());
    }
    if (const Status opened = stand.openEvents(); !opened) {
        return tl::unexpected(opened.error());
    }
    CursorReport report;
    QJsonArray array;
    QList<QStringList> rows{
        {Line::tr("NAME"), Line::tr("BEHIND"), Line::tr("LEFT"), Line::tr("PLACE")}};
    for (const Cursor &cursor : *cursors) {
        const Lag lag = lagOf(cursor, stand.ground(cursor));
        array.append(countedJson(cursor, lag, stand.horizon()));
        rows.append({cursor.name,
                     lagText(lag),
                     leftText(cursor.position, stand.horizon()),
                     placeText(cursor.position)});
        report.notices += ageNotices(cursor, stand.horizon());
    }
    report.output = given.has(u"json"_s) ? jsonText(array) : tableText(rows);
    if (cursors->isEmpty()) {
        report.notices << Line::tr("%1 has no cursors yet; playhead cursor save makes one.")
                              .arg(stand.environment().name);
    }
    return report;
}

/// Where a request for the environment's events goes; the demo and captures are served on loopback.
QUrl requestUrl(const Environment &environment)
{
    return environment.isDemo() || environment.isCapture() ? QUrl(u"http://127.0.0.1:4100"_s)
                                                           : environment.baseUrl;
}

QByteArray shownText(const Cursor &cursor, const Lag &lag, Instant horizon)
{
    return tableText({{Line::tr("name"), cursor.name},
                      {Line::tr("place"), placeText(cursor.position)},
                      {Line::tr("reads"), scopeText(cursor.types, cursor.organization)},
                      {Line::tr("behind"), lagText(lag)},
                      {Line::tr("left"), leftText(cursor.position, horizon)},
                      {Line::tr("changed"), QString::fromLatin1(isoUtcMs(cursor.changedAt))},
                      {Line::tr("note"), cursor.note.simplified()}});
}

std::optional<HandOver> formOf(const QString &word)
{
    for (const auto &[form, name] : kForms) {
        if (name == word) {
            return form;
        }
    }
    return std::nullopt;
}

Status checkForm(const GivenOptions &given)
{
    const std::optional<QString> word = given.value(u"as"_s);
    if (!word || formOf(*word)) {
        return {};
    }
    QStringList words;
    for (const auto &form : kForms) {
        words << form.second;
    }
    return failure(ErrorCode::WrongUsage,
                   Line::tr("--as takes %1, not '%2'.").arg(words.join(u", "_s), *word)
                       + suggestion(*word, words));
}

Result<CursorReport> showCursor(CursorStand &stand, const GivenOptions &given)
{
    const Result<Cursor> cursor = stand.cursor(given.positional().first());
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    if (const auto word = given.value(u"as"_s)) {
        const HandOverFrom from{stand.environment().name,
                                requestUrl(stand.environment()),
                                stand.clock().now()};
        return CursorReport{(handOver(*cursor, *formOf(*word), from) + u'\n').toUtf8(), {}};
    }
    if (const Status opened = stand.openEvents(); !opened) {
        return tl::unexpected(opened.error());
    }
    const Lag lag = lagOf(*cursor, stand.ground(*cursor));
    CursorReport report;
    report.output = given.has(u"json"_s) ? jsonText(countedJson(*cursor, lag, stand.horizon()))
                                         : shownText(*cursor, lag, stand.horizon());
    report.notices = ageNotices(*cursor, stand.horizon());
    for (const CursorWarning &warning : warningsOf(*cursor, stand.events(), stand.heldBackNow())) {
        report.notices << textOf(warning);
    }
    return report;
}

} // namespace

CursorVerb cursorListVerb()
{
    CursorVerb verb;
    verb.name = u"list"_s;
    verb.arguments = u"[OPTIONS]"_s;
    verb.text = Line::tr("List the cursors: how far behind, how long they can still be read.");
    verb.details = Line::tr(
        "BEHIND counts the stored events after the cursor in its own types and organization;\n"
        "561+ says that more may be there that was not fetched.\n");
    verb.run = atOnce(listCursors);
    return verb;
}

CursorVerb cursorShowVerb()
{
    CursorVerb verb;
    verb.name = u"show"_s;
    verb.arguments = u"CURSOR [OPTIONS]"_s;
    verb.text = Line::tr("Show one cursor, or hand its place to another program.");
    verb.options = {{u"as"_s,
                     u"FORM"_s,
                     Line::tr("after, query, curl, javascript, ruby, python, go or json"),
                     false}};
    verb.details = Line::tr("The forms read the key from WORKOS_API_KEY and never hold it.\n");
    verb.leastNames = verb.mostNames = 1;
    verb.check = checkForm;
    verb.run = atOnce(showCursor);
    return verb;
}

} // namespace playhead

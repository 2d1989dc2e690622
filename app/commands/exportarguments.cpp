// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/exportarguments.h"

#include "app/optiontable.h"
#include "model/events/filterparser.h"
#include "model/events/filterwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct ExportCommandLine
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommandLine)
};
using Line = ExportCommandLine;

OptionTable exportOptions()
{
    return OptionTable(
        u"export"_s,
        {{u"env"_s, u"NAME"_s, Line::tr("the stored events of the environment NAME"), false},
         {u"capture"_s, u"FILE"_s, Line::tr("the events of a capture; not with --env"), false},
         {u"filter"_s,
          u"EXPR"_s,
          Line::tr("only events that match, in the filter language of the window (all)"),
          false},
         {u"format"_s,
          u"FORMAT"_s,
          Line::tr("ndjson, json or csv (by the ending of FILE, else ndjson)"),
          false},
         {u"o"_s,
          u"FILE"_s,
          Line::tr("write to FILE, by way of FILE.part (standard output)"),
          false},
         {u"data-dir"_s,
          u"DIR"_s,
          Line::tr("where events, cursors and environments are kept"),
          false},
         {u"help"_s, {}, Line::tr("show this text"), false}});
}

QString exportHelp()
{
    return Line::tr(
               "usage: playhead export (--env NAME | --capture FILE) [OPTIONS]\n"
               "\n"
               "Writes stored events, oldest first, each with the bytes that the server sent. Nothing is\n"
               "fetched, and what is stored is not changed; a Playhead that runs meanwhile goes on.\n"
               "\n")
           + exportOptions().help()
           + Line::tr("\nA filter is one argument, so put it in quotes; its times are UTC:\n"
                      "  --filter 'type:dsync.user.* org:\"Acme\" after:2d -type:*.deleted'\n"
                      "  --filter 'data.email:*@example.com cursor>billing-sync'\n"
                      "  --filter 'is:stale OR is:duplicate'\n"
                      "\nExit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.\n");
}

tl::unexpected<Error> wrong(const QString &message)
{
    return failure(ErrorCode::WrongUsage, message + seeHelp(u"export"_s));
}

/// What a filter asks of the window or of a replay; nobody can answer it here.
std::optional<FilterError> windowsOwn(const FilterExpression &expression)
{
    for (const FilterExpression &operand : expression.operands) {
        if (auto mistake = windowsOwn(operand)) {
            return mistake;
        }
    }
    const FilterTerm &term = expression.term;
    if (expression.kind != FilterExpression::Kind::Term) {
        return std::nullopt;
    }
    if (term.field == FilterField::Result) {
        return FilterError{term.span.position,
                           term.span.length,
                           Line::tr("result: asks for a replay, and an export has none"),
                           Line::tr("Leave it out.")};
    }
    const auto selected = std::find_if(term.values.begin(),
                                       term.values.end(),
                                       [](const auto &value) {
                                           return eventStateOf(value.text) == EventState::Selected;
                                       });
    if (term.field == FilterField::Is && selected != term.values.end()) {
        return FilterError{
            selected->span.position,
            selected->span.length,
            Line::tr("is:selected asks for the window's selection, and an export has none"),
            Line::tr("Leave it out.")};
    }
    return std::nullopt;
}

Status readFilter(const GivenOptions &given, ExportArguments &arguments)
{
    arguments.filter = given.value(u"filter"_s).value_or(QString());
    const auto parsed = parseFilter(arguments.filter);
    if (!parsed) {
        return tl::unexpected(filterMistakeError(parsed.error(), arguments.filter));
    }
    if (const auto mistake = windowsOwn(*parsed)) {
        return tl::unexpected(filterMistakeError(*mistake, arguments.filter));
    }
    return {};
}

Status readFormat(const GivenOptions &given, ExportArguments &arguments)
{
    arguments.outputPath = given.value(u"o"_s).value_or(QString());
    const std::optional<QString> word = given.value(u"format"_s);
    if (!word) {
        arguments.format = captureFormatOf(arguments.outputPath).value_or(CaptureFormat::Ndjson);
        return {};
    }
    const QStringList words{u"ndjson"_s, u"json"_s, u"csv"_s};
    if (!words.contains(*word)) {
        return wrong(Line::tr("--format takes ndjson, json or csv, not '%1'.").arg(*word)
                     + suggestion(*word, words));
    }
    arguments.format = *captureFormatOf(u"events."_s + *word);
    return {};
}

Status readSource(const GivenOptions &given, ExportArguments &arguments)
{
    arguments.dataFolder = given.value(u"data-dir"_s).value_or(QString());
    arguments.environment = given.value(u"env"_s).value_or(QString());
    arguments.capture = given.value(u"capture"_s).value_or(QString());
    if (arguments.environment.isEmpty() == arguments.capture.isEmpty()) {
        return arguments.capture.isEmpty()
                   ? wrong(Line::tr("Say whose events: --env NAME or --capture FILE."))
                   : wrong(
                       Line::tr("--env and --capture both say whose events; give one of them."));
    }
    return {};
}

} // namespace

Error filterMistakeError(const FilterError &mistake, const QString &filter)
{
    // People count characters, not halves of them.
    const qsizetype place = filter.left(mistake.position).toUcs4().size() + 1;
    return {ErrorCode::WrongUsage,
            Line::tr("--filter: %1 (at %2)").arg(mistake.line(), QString::number(place)),
            {},
            0};
}

Result<Command> parseExportArguments(const QStringList &arguments)
{
    const Result<GivenOptions> given = exportOptions().parse(arguments);
    if (!given) {
        return tl::unexpected(given.error());
    }
    if (given->has(u"help"_s)) {
        return ShowText{exportHelp()};
    }
    if (!given->positional().isEmpty()) {
        return wrong(
            Line::tr("export takes options only, not '%1'.").arg(given->positional().constFirst()));
    }
    ExportArguments read;
    for (const auto &part : {readSource, readFormat, readFilter}) {
        if (const Status status = part(*given, read); !status) {
            return tl::unexpected(status.error());
        }
    }
    return read;
}

} // namespace playhead

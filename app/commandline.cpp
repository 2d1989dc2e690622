// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commandline.h"

#include "app/commands/cursorarguments.h"
#include "app/commands/exportarguments.h"
#include "app/commands/fetcharguments.h"
#include "app/commands/servearguments.h"
#include "app/optiontable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

const QStringList kVerbs{u"fetch"_s, u"export"_s, u"cursor"_s, u"serve"_s};

OptionTable windowOptions()
{
    return OptionTable(QString(),
                       {{u"data-dir"_s,
                         u"DIR"_s,
                         CommandLine::tr("keep events, cursors and environments in DIR"),
                         false},
                        {u"env"_s, u"NAME"_s, CommandLine::tr("open the environment NAME"), false},
                        {u"demo"_s, {}, CommandLine::tr("open the demo environment"), false},
                        {u"help"_s, {}, CommandLine::tr("show this text"), false},
                        {u"version"_s, {}, CommandLine::tr("show the version"), false}});
}

QString windowHelp()
{
    return CommandLine::tr(
               "usage: playhead [OPTIONS] [CAPTURE…]  open the window\n"
               "       playhead fetch [OPTIONS]       read events to standard output or a file\n"
               "       playhead export [OPTIONS]      write stored events that match a filter\n"
               "       playhead cursor VERB [OPTIONS] list, make and move cursors\n"
               "       playhead serve [OPTIONS]       serve demo events or captures as WorkOS would\n"
               "\n"
               "Playhead inspects the events of the WorkOS Events API. `playhead fetch --help`\n"
               "and so on list the options of the verbs.\n"
               "\n"
               "  CAPTURE                 a file of events (NDJSON or a JSON array), opened where it\n"
               "                          lies, for reading only; several may be named\n"
               "\n")
           + windowOptions().help();
}

/// A capture, not a mistyped verb: a file that exists, or what can only be meant as one. The window tells what is missing.
bool isFile(const QString &word)
{
    return QFileInfo::exists(word) || word.contains(u'/') || word.contains(u'.')
           || word.contains(QDir::separator());
}

Result<Command> parseWindow(const QStringList &arguments)
{
    const Result<GivenOptions> given = windowOptions().parse(arguments);
    if (!given) {
        return tl::unexpected(given.error());
    }
    if (given->has(u"help"_s)) {
        return ShowText{windowHelp()};
    }
    if (given->has(u"version"_s)) {
        return ShowText{u"playhead " PLAYHEAD_VERSION "\n"_s};
    }
    for (const QString &word : given->positional()) {
        if (kVerbs.contains(word)) {
            return failure(
                ErrorCode::WrongUsage,
                CommandLine::tr(
                    "Only --data-dir and --env may stand before %1; write its options behind it.%2")
                    .arg(word, seeHelp(word)));
        }
        if (!isFile(word)) {
            return failure(ErrorCode::WrongUsage,
                           CommandLine::tr("There is no verb and no file '%1'.").arg(word)
                               + suggestion(word, kVerbs) + seeHelp({}));
        }
    }
    const WindowArguments window{given->value(u"data-dir"_s).value_or(QString()),
                                 given->value(u"env"_s).value_or(QString()),
                                 given->has(u"demo"_s),
                                 given->positional()};
    if (window.isDemo && !window.environment.isEmpty()) {
        return failure(ErrorCode::WrongUsage,
                       CommandLine::tr(
                           "--demo and --env both name an environment; give one of them."));
    }
    return window;
}

/// Where the verb stands: behind nothing but --data-dir and --env (semantics 17). -1: there is none.
qsizetype verbPlace(const QStringList &arguments)
{
    const QStringList leading{u"--data-dir"_s, u"--env"_s};
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (leading.contains(word)) {
            ++i;
        } else if (!word.startsWith(u"--data-dir="_s) && !word.startsWith(u"--env="_s)) {
            return kVerbs.contains(word) ? i : -1;
        }
    }
    return -1;
}

} // namespace

Result<Command> parseCommandLine(const QStringList &arguments, const TypeCatalogue &catalogue)
{
    const qsizetype place = verbPlace(arguments);
    if (place < 0) {
        return parseWindow(arguments);
    }
    QStringList others = arguments;
    const QString verb = others.takeAt(place);
    if (verb == u"fetch"_s) {
        return parseFetchArguments(others, catalogue);
    }
    if (verb == u"cursor"_s) {
        return parseCursorArguments(others);
    }
    return verb == u"export"_s ? parseExportArguments(others) : parseServeArguments(others);
}

} // namespace playhead

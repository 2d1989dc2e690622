// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commandline.h"
#include "app/commands/cursor.h"
#include "app/commands/export.h"
#include "app/commands/fetch.h"
#include "app/commands/serve.h"
#include "app/console.h"
#include "app/demotable.h"
#include "app/session.h"
#include "model/events/typecatalogue.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

constexpr int kEventsWithoutDisplay = 20;

/// Runs a verb in an event loop without a window.
template<typename Verb, typename Arguments>
int runVerb(const Arguments &arguments, const TypeCatalogue &catalogue, int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Verb verb(arguments, catalogue);
    QObject::connect(&verb,
                     &Verb::finished,
                     &application,
                     &QCoreApplication::exit,
                     Qt::QueuedConnection);
    QTimer::singleShot(0, &verb, &Verb::start);
    return QCoreApplication::exec();
}

int openWindow(const WindowArguments &arguments,
               const TypeCatalogue &catalogue,
               int argc,
               char **argv)
{
    if (hasDisplay()) {
        return runWindow(arguments, catalogue, argc, argv);
    }
    if (!arguments.captures.isEmpty()) {
        printMessage(
            u"There is no display (DISPLAY and WAYLAND_DISPLAY are empty), so %1 cannot be shown. playhead serve --data "
            "answers requests with its events."_s.arg(arguments.captures.first()));
        return kExitFailed;
    }
    printMessage(
        u"There is no display (DISPLAY and WAYLAND_DISPLAY are empty), so here are the first %1 demo events."_s
            .arg(kEventsWithoutDisplay));
    return writeOutput(demoTable(kEventsWithoutDisplay, catalogue)) ? kExitDone : kExitFailed;
}

int showText(const ShowText &show)
{
    return writeOutput(show.text.toUtf8()) ? kExitDone : kExitFailed;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"playhead"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLAYHEAD_VERSION));
    ignoreBrokenPipes();

    const Result<TypeCatalogue> catalogue = TypeCatalogue::load();
    if (!catalogue) {
        printMessage(catalogue.error().message);
        return kExitFailed;
    }
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        words.append(QString::fromLocal8Bit(argv[i]));
    }
    const Result<Command> command = parseCommandLine(words, *catalogue);
    if (!command) {
        printMessage(command.error().message);
        return command.error().code == ErrorCode::WrongUsage ? kExitWrongUsage : kExitFailed;
    }
    if (const auto *show = std::get_if<ShowText>(&*command)) {
        return showText(*show);
    }
    if (const auto *serve = std::get_if<ServeArguments>(&*command)) {
        return runVerb<ServeCommand>(*serve, *catalogue, argc, argv);
    }
    if (const auto *fetch = std::get_if<FetchArguments>(&*command)) {
        return runVerb<FetchCommand>(*fetch, *catalogue, argc, argv);
    }
    if (const auto *exported = std::get_if<ExportArguments>(&*command)) {
        return runVerb<ExportCommand>(*exported, *catalogue, argc, argv);
    }
    if (const auto *cursor = std::get_if<CursorArguments>(&*command)) {
        return runVerb<CursorCommand>(*cursor, *catalogue, argc, argv);
    }
    return openWindow(std::get<WindowArguments>(*command), *catalogue, argc, argv);
}

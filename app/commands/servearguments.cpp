// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/servearguments.h"

#include "app/optiontable.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct ServeCommandLine
{
    Q_DECLARE_TR_FUNCTIONS(ServeCommandLine)
};

// A stream of this size takes about 1 GB of memory.
constexpr quint64 kMostDemoEvents = 1'000'000;
constexpr quint64 kMostLatencyMs = 600'000;

OptionTable serveOptions()
{
    using Line = ServeCommandLine;
    return OptionTable(
        u"serve"_s,
        {{u"port"_s, u"N"_s, Line::tr("listen on this port (4100); 0 = any free one"), false},
         {u"demo-events"_s, u"N"_s, Line::tr("serve N demo events (2000)"), false},
         {u"seed"_s, u"N"_s, Line::tr("another seed makes another stream (1)"), false},
         {u"end"_s, u"T"_s, Line::tr("time of the newest event, ISO 8601 or 24h, 7d (now)"), false},
         {u"latency"_s, u"MS"_s, Line::tr("wait so long before each answer (0)"), false},
         {u"data-dir"_s,
          u"DIR"_s,
          Line::tr("as for the other verbs; serve writes nothing there"),
          false},
         {u"help"_s, {}, Line::tr("show this text"), false}});
}

QString serveHelp()
{
    return ServeCommandLine::tr(
               "usage: playhead serve [OPTIONS]\n"
               "\n"
               "Answers GET /events on 127.0.0.1 as WorkOS does, with demo events. When it is ready it prints\n"
               "one line of JSON with its url, its api_key and the number of events. SIGTERM or Ctrl+C ends it.\n"
               "\n")
           + serveOptions().help();
}

} // namespace

Result<Command> parseServeArguments(const QStringList &arguments)
{
    const Result<GivenOptions> given = serveOptions().parse(arguments);
    if (!given) {
        return tl::unexpected(given.error());
    }
    if (given->has(u"help"_s)) {
        return ShowText{serveHelp()};
    }
    if (!given->positional().isEmpty()) {
        return failure(ErrorCode::WrongUsage,
                       ServeCommandLine::tr("serve takes options only, not '%1'.%2")
                           .arg(given->positional().constFirst(), seeHelp(u"serve"_s)));
    }
    const auto port = given->number(u"port"_s, 0, 65535, 4100);
    const auto events = given->number(u"demo-events"_s, 1, kMostDemoEvents, 2000);
    const auto seed = given->number(u"seed"_s, 0, std::numeric_limits<quint64>::max(), 1);
    const auto latency = given->number(u"latency"_s, 0, kMostLatencyMs, 0);
    for (const auto *number : {&port, &events, &seed, &latency}) {
        if (!*number) {
            return tl::unexpected(number->error());
        }
    }
    ServeArguments serve{static_cast<quint16>(*port),
                         static_cast<quint32>(*events),
                         *seed,
                         {},
                         static_cast<int>(*latency)};
    if (const std::optional<QString> end = given->value(u"end"_s)) {
        const Result<TimeArgument> time = parseTimeArgument(u"--end"_s, *end);
        if (!time) {
            return tl::unexpected(time.error());
        }
        serve.end = *time;
    }
    return serve;
}

} // namespace playhead

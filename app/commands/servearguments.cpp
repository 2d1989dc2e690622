// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/servearguments.h"

#include "app/commands/serveconfig.h"
#include "app/commands/servehelp.h"
#include "app/optiontable.h"
#include "model/server/serveplantext.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct ServeCommandLine
{
    Q_DECLARE_TR_FUNCTIONS(ServeCommandLine)
};
using Line = ServeCommandLine;

constexpr quint64 kAnySeed = std::numeric_limits<quint64>::max();

QList<OptionRow> sourceRows()
{
    return {{u"port"_s, u"N"_s, Line::tr("listen on this port (4100); 0 = any free one"), false},
            {u"data"_s,
             u"FILE"_s,
             Line::tr("serve the events of this capture; repeatable, several are merged"),
             true},
            {u"demo-events"_s,
             u"N"_s,
             Line::tr("serve N demo events (2000); not with --data"),
             false},
            {u"seed"_s,
             u"N"_s,
             Line::tr("another seed makes another demo stream and other faults (1)"),
             false},
            {u"end"_s,
             u"T"_s,
             Line::tr("time of the newest demo event, ISO 8601 or 24h, 7d (now)"),
             false},
            {u"arrive"_s,
             u"LAST"_s,
             Line::tr("the last 30m, 1h, ... of the source come in as time goes on"),
             false},
            {u"speed"_s,
             u"N"_s,
             Line::tr("with --arrive: N times as fast as they happened, 1 to 1000 (1)"),
             false}};
}

QList<OptionRow> answerRows()
{
    return {{u"latency"_s, u"MS"_s, Line::tr("wait so long before each answer (0)"), false},
            {u"fault"_s, u"FAULT"_s, Line::tr("do this wrong; repeatable, see below"), true},
            {u"fault-seed"_s, u"N"_s, Line::tr("another seed makes other faults (--seed)"), false},
            {u"switch"_s, u"SWITCH"_s, Line::tr("answer in this way; repeatable, see below"), true},
            {u"hold-back"_s,
             u"S"_s,
             Line::tr("hide new events for S seconds; short for --switch hold-back=S"),
             false},
            {u"request-log"_s,
             u"FILE"_s,
             Line::tr("write each request as a line of JSON; - = standard error"),
             false},
            {u"config"_s,
             u"FILE"_s,
             Line::tr("read all this from FILE; what stands here as well wins over it"),
             false},
            {u"data-dir"_s,
             u"DIR"_s,
             Line::tr("as for the other verbs; serve writes nothing there"),
             false},
            {u"help"_s, {}, Line::tr("show this text"), false}};
}

OptionTable serveOptions()
{
    return OptionTable(u"serve"_s, sourceRows() + answerRows());
}

tl::unexpected<Error> refused(const QString &message)
{
    return failure(ErrorCode::WrongUsage, message + seeHelp(u"serve"_s));
}

Status takeNumbers(const GivenOptions &given, ServePlan &plan)
{
    const auto port = given.number(u"port"_s, 0, 65535, plan.port);
    const auto events = given.number(u"demo-events"_s, 1, kMostDemoEvents, plan.demoEvents);
    const auto faultSeed = given.number(u"fault-seed"_s, 0, kAnySeed, plan.faults.seed);
    const auto latency =
        given.number(u"latency"_s, 0, quint64(kLongestLatencyMs), quint64(plan.latencyMs));
    for (const auto *number : {&port, &events, &faultSeed, &latency}) {
        if (!*number) {
            return tl::unexpected(number->error());
        }
    }
    plan.port = static_cast<quint16>(*port);
    plan.demoEvents = static_cast<quint32>(*events);
    plan.faults.seed = *faultSeed;
    plan.latencyMs = static_cast<int>(*latency);
    return {};
}

Status takeSource(const GivenOptions &given, ServePlan &plan)
{
    const bool isDemo = given.has(u"demo-events"_s) || given.has(u"end"_s);
    if (given.has(u"data"_s) && isDemo) {
        return refused(Line::tr("--data serves captures; --demo-events and --end belong to the "
                                "demo stream. Give one of them."));
    }
    if (given.has(u"data"_s) || isDemo) {
        plan.captures = given.values(u"data"_s);
    }
    const std::optional<QString> end = given.value(u"end"_s);
    if (end && !setDemoEnd(plan, end->toUtf8())) {
        return refused(
            Line::tr("--end takes a time such as 2026-11-22T14:00Z (UTC) or 24h or 7d, not '%1'.")
                .arg(*end));
    }
    return {};
}

Status takeArrival(const GivenOptions &given, ServePlan &plan)
{
    if (const std::optional<QString> text = given.value(u"arrive"_s)) {
        const Result<Duration> last = parseDuration(text->toUtf8());
        if (!last) {
            return refused(Line::tr("--arrive takes a length of time such as 30m or 1h, not '%1'.")
                               .arg(*text));
        }
        plan.arrival = Arrival{*last, plan.arrival ? plan.arrival->speed : 1};
    }
    const int usual = plan.arrival ? plan.arrival->speed : 1;
    const auto speed = given.number(u"speed"_s, 1, quint64(Arrival::kFastest), quint64(usual));
    if (!speed) {
        return tl::unexpected(speed.error());
    }
    if (given.has(u"speed"_s) && !plan.arrival) {
        return refused(Line::tr("--speed says how fast events arrive; it needs --arrive."));
    }
    if (plan.arrival) {
        plan.arrival->speed = static_cast<int>(*speed);
    }
    return {};
}

Status takeFaults(const GivenOptions &given, ServePlan &plan)
{
    QList<FaultKind> seen;
    for (const QString &text : given.values(u"fault"_s)) {
        const Result<FaultSetting> fault = parseFault(text.toUtf8());
        if (!fault) {
            const QString name = text.section(u'=', 0, 0);
            const bool isKnown = faultKind(name.toUtf8()).has_value();
            return refused(u"--fault: "_s + fault.error().message
                           + (isKnown ? QString() : suggestion(name, faultNames())));
        }
        if (seen.contains(fault->kind)) {
            return refused(Line::tr("--fault %1 is given more than once; give it one value.")
                               .arg(QString::fromLatin1(faultSpec(fault->kind).name)));
        }
        seen.append(fault->kind);
        plan.faults.set(*fault);
    }
    return {};
}

Status takeSwitches(const GivenOptions &given, ServePlan &plan)
{
    const QStringList all = given.values(u"switch"_s);
    QStringList seen;
    for (const QString &text : all) {
        const QString name = text.section(u'=', 0, 0);
        const QString value = text.section(u'=', 1);
        if (const Status status = setSwitch(plan.switches, name.toUtf8(), value.toUtf8());
            !status) {
            const bool isKnown = switchNames().contains(name);
            return refused(u"--switch: "_s + status.error().message
                           + (isKnown ? QString() : suggestion(name, switchNames())));
        }
        if (seen.contains(name)) {
            return refused(
                Line::tr("The switch %1 is given more than once; give it one value.").arg(name));
        }
        seen.append(name);
    }
    if (given.has(u"hold-back"_s) && seen.contains(u"hold-back"_s)) {
        return refused(Line::tr(
            "The switch hold-back is given more than once, as --hold-back, too; give it one value."));
    }
    const auto usual = quint64(plan.switches.holdBack.count());
    const auto seconds = given.number(u"hold-back"_s, 0, quint64(kLongestHoldBack), usual);
    if (!seconds) {
        return tl::unexpected(seconds.error());
    }
    plan.switches.holdBack = std::chrono::seconds(*seconds);
    return {};
}

/// The file of --config, or the usual plan; both with the seed of the command line, which the faults' seed follows.
Result<ServePlan> groundPlan(const GivenOptions &given)
{
    std::optional<quint64> seed;
    if (given.has(u"seed"_s)) {
        const Result<quint64> number = given.number(u"seed"_s, 0, kAnySeed, 0);
        if (!number) {
            return tl::unexpected(number.error());
        }
        seed = *number;
    }
    if (const std::optional<QString> path = given.value(u"config"_s)) {
        return readServeConfig(*path, seed);
    }
    ServePlan plan;
    plan.seed = seed.value_or(plan.seed);
    plan.faults.seed = plan.seed;
    return plan;
}

} // namespace

Result<Command> parseServeArguments(const QStringList &arguments)
{
    const Result<GivenOptions> given = serveOptions().parse(arguments);
    if (!given) {
        return tl::unexpected(given.error());
    }
    if (given->has(u"help"_s)) {
        return ShowText{serveHelp(serveOptions().help())};
    }
    if (!given->positional().isEmpty()) {
        return refused(
            Line::tr("serve takes options only, not '%1'. Write --data before each capture.")
                .arg(given->positional().constFirst()));
    }
    Result<ServePlan> plan = groundPlan(*given);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    for (const auto take : {takeNumbers, takeSource, takeArrival, takeFaults, takeSwitches}) {
        if (const Status status = take(*given, *plan); !status) {
            return tl::unexpected(status.error());
        }
    }
    plan->requestLog = given->value(u"request-log"_s).value_or(plan->requestLog);
    return ServeArguments{*plan, given->value(u"config"_s).value_or(QString())};
}

} // namespace playhead

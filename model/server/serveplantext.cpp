// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/serveplantext.h"

#include "model/server/compactjson.h"
#include "model/server/serveplanfile.h"

#include <QLocale>

namespace playhead {

namespace {

QByteArray quoted(QByteArrayView text)
{
    return CompactJson().element(text).bytes();
}

QByteArray member(QByteArrayView name, const QByteArray &json)
{
    return quoted(name) + ": " + json;
}

/// Loses nothing.
QByteArray spelledNumber(double number)
{
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

QByteArray joined(const QByteArrayList &members, const QByteArray &indent)
{
    return "{\n" + indent + "  " + members.join(",\n" + indent + "  ") + '\n' + indent + '}';
}

/// A number when its parameters are the usual ones, else an object.
QByteArray faultJson(const FaultSetting &setting)
{
    const FaultSpec &spec = faultSpec(setting.kind);
    const QByteArray amount = spelledNumber(setting.amount);
    QByteArrayList members{member(amountName(spec.measure), amount)};
    for (size_t i = 0; i < spec.parameters.size(); ++i) {
        if (setting.values.at(i) != spec.parameters[i].usual) {
            members.append(
                member(spec.parameters[i].name, QByteArray::number(setting.values.at(i))));
        }
    }
    return members.size() == 1 ? amount : '{' + members.join(", ") + '}';
}

QByteArrayList sourceMembers(const ServePlan &plan)
{
    QByteArrayList members;
    if (!plan.captures.isEmpty()) {
        QByteArrayList names;
        for (const QString &capture : plan.captures) {
            names.append(quoted(capture.toUtf8()));
        }
        members.append(member("data", '[' + names.join(", ") + ']'));
    } else {
        members.append(member("demo-events", QByteArray::number(plan.demoEvents)));
        if (plan.demoEnd) {
            members.append(member("end", quoted(isoUtcExact(*plan.demoEnd))));
        } else if (plan.demoEndBack >= std::chrono::seconds(1)) {
            members.append(member("end", quoted(spelledDuration(plan.demoEndBack))));
        }
    }
    members.append(member("seed", QByteArray::number(plan.seed)));
    if (plan.arrival) {
        members.append(member("arrive", quoted(spelledDuration(plan.arrival->last))));
        members.append(member("speed", QByteArray::number(plan.arrival->speed)));
    }
    return members;
}

QByteArrayList switchMembers(const ApiSwitches &switches)
{
    QByteArrayList members;
    for (const SwitchSpec &spec : switchSpecs()) {
        const QByteArray value = switchValue(switches, spec.name);
        if (value != switchValue(ApiSwitches(), spec.name)) {
            members.append(member(spec.name, spec.values.empty() ? value : quoted(value)));
        }
    }
    return members;
}

} // namespace

QByteArray amountName(FaultMeasure measure)
{
    switch (measure) {
    case FaultMeasure::ShareOfRequests:
    case FaultMeasure::ShareOfEvents:
        break;
    case FaultMeasure::Requests:
        return "requests";
    case FaultMeasure::Seconds:
        return "seconds";
    }
    return "rate";
}

QStringList faultNames()
{
    QStringList names;
    for (const FaultSpec &spec : faultSpecs()) {
        names.append(QString::fromLatin1(spec.name));
    }
    return names;
}

QStringList switchNames()
{
    QStringList names;
    for (const SwitchSpec &spec : switchSpecs()) {
        names.append(QString::fromLatin1(spec.name));
    }
    return names;
}

bool setDemoEnd(ServePlan &plan, QByteArrayView text)
{
    if (const Result<Duration> back = parseDuration(text)) {
        plan.demoEnd.reset();
        plan.demoEndBack = *back;
        return true;
    }
    if (const std::optional<Instant> moment = tryParseIsoInstant(text)) {
        plan.demoEnd = *moment;
        plan.demoEndBack = {};
        return true;
    }
    return false;
}

QByteArray spelledDuration(Duration span)
{
    const qint64 seconds = std::max<qint64>(1,
                                            std::chrono::ceil<std::chrono::seconds>(span).count());
    const auto whole = [seconds](qint64 unit, const char *letter) {
        return QByteArray::number(seconds / unit) + letter;
    };
    return seconds % 3600 == 0 ? whole(3600, "h")
           : seconds % 60 == 0 ? whole(60, "m")
                               : whole(1, "s");
}

QByteArray servePlanJson(const ServePlan &plan)
{
    QByteArrayList members{member("port", QByteArray::number(plan.port))};
    members.append(sourceMembers(plan));
    if (plan.latencyMs != 0) {
        members.append(member("latency", QByteArray::number(plan.latencyMs)));
    }
    if (plan.faults.seed != plan.seed) {
        members.append(member("fault-seed", QByteArray::number(plan.faults.seed)));
    }
    QByteArrayList faults;
    for (const FaultSetting &setting : plan.faults.settings) {
        faults.append(member(faultSpec(setting.kind).name, faultJson(setting)));
    }
    if (!faults.isEmpty()) {
        members.append(member("faults", joined(faults, "  ")));
    }
    const QByteArrayList switches = switchMembers(plan.switches);
    if (!switches.isEmpty()) {
        members.append(member("switches", joined(switches, "  ")));
    }
    if (!plan.requestLog.isEmpty()) {
        members.append(member("request-log", quoted(plan.requestLog.toUtf8())));
    }
    return joined(members, "") + '\n';
}

} // namespace playhead

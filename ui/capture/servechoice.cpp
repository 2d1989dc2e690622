// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/servechoice.h"

#include "model/core/logging.h"

#include <QList>

#include <limits>

namespace playhead {

namespace {

constexpr qint64 kMostArrivalSeconds = 90 * 24 * 3600;

bool readArrival(ServePlan &plan, const QByteArray &value)
{
    const QList<QByteArray> parts = value.split(',');
    const qint64 seconds = parts.value(0).toLongLong();
    const int speed = parts.value(1).toInt();
    if (seconds < 1 || seconds > kMostArrivalSeconds || speed < 1 || speed > Arrival::kFastest) {
        return false;
    }
    plan.arrival = Arrival{std::chrono::seconds(seconds), speed};
    return true;
}

bool readSwitch(ServePlan &plan, const QByteArray &value)
{
    const qsizetype equals = value.indexOf('=');
    return equals > 0
           && setSwitch(plan.switches, value.left(equals), value.mid(equals + 1)).has_value();
}

bool readFault(ServePlan &plan, const QByteArray &value)
{
    const Result<FaultSetting> setting = parseFault(value);
    if (setting) {
        plan.faults.set(*setting);
    }
    return setting.has_value();
}

bool readLine(ServePlan &plan, const QByteArray &name, const QByteArray &value)
{
    bool isRight = false;
    if (name == "port") {
        const uint port = value.toUInt(&isRight);
        isRight = isRight && port <= std::numeric_limits<quint16>::max();
        plan.port = isRight ? quint16(port) : plan.port;
    } else if (name == "seed") {
        plan.faults.seed = value.toULongLong(&isRight);
    } else if (name == "arrival") {
        isRight = readArrival(plan, value);
    } else if (name == "switch") {
        isRight = readSwitch(plan, value);
    } else if (name == "fault") {
        isRight = readFault(plan, value);
    }
    return isRight;
}

} // namespace

QByteArray saveServeChoice(const ServePlan &plan)
{
    QByteArray text = "port=" + QByteArray::number(plan.port) + '\n';
    if (plan.arrival) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(plan.arrival->last);
        text += "arrival=" + QByteArray::number(qint64(seconds.count())) + ','
                + QByteArray::number(plan.arrival->speed) + '\n';
    }
    for (const SwitchSpec &spec : switchSpecs()) {
        text += "switch=" + spec.name + '=' + switchValue(plan.switches, spec.name) + '\n';
    }
    text += "seed=" + QByteArray::number(plan.faults.seed) + '\n';
    for (const FaultSetting &setting : plan.faults.settings) {
        text += "fault=" + spelledFault(setting) + '\n';
    }
    return text;
}

ServePlan restoreServeChoice(const QByteArray &text)
{
    ServePlan plan;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (!line.isEmpty() && !readLine(plan, line.left(equals), line.mid(equals + 1))) {
            qCWarning(lcUi) << "unknown line in the settings" << line;
        }
    }
    return plan;
}

} // namespace playhead

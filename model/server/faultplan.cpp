// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/faultplan.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <cmath>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Faults)
};

constexpr double kMostRequests = 1e12;
constexpr double kMostSkewSeconds = 86'400 * 365;

QString nameOf(const FaultSpec &spec)
{
    return QString::fromLatin1(spec.name);
}

bool isAllowed(FaultMeasure measure, double amount)
{
    const bool isWhole = amount == std::floor(amount);
    switch (measure) {
    case FaultMeasure::ShareOfRequests:
    case FaultMeasure::ShareOfEvents:
        return amount >= 0 && amount <= 1;
    case FaultMeasure::Requests:
        return isWhole && amount >= 0 && amount <= kMostRequests;
    case FaultMeasure::Seconds:
        return isWhole && std::abs(amount) <= kMostSkewSeconds;
    }
    return false;
}

QString allowed(FaultMeasure measure)
{
    switch (measure) {
    case FaultMeasure::ShareOfRequests:
        return Text::tr("a share of the requests from 0 to 1");
    case FaultMeasure::ShareOfEvents:
        return Text::tr("a share of the events from 0 to 1");
    case FaultMeasure::Requests:
        return Text::tr("a whole number of requests");
    case FaultMeasure::Seconds:
        return Text::tr("a whole number of seconds, at most a year");
    }
    return {};
}

tl::unexpected<Error> wrongAmount(const FaultSpec &spec, const QString &given)
{
    return failure(ErrorCode::WrongUsage,
                   Text::tr("The fault %1 takes %2, not '%3'.")
                       .arg(nameOf(spec), allowed(spec.measure), given));
}

tl::unexpected<Error> unknownFault(QByteArrayView name)
{
    QStringList names;
    for (const FaultSpec &spec : faultSpecs()) {
        names.append(nameOf(spec));
    }
    return failure(ErrorCode::WrongUsage,
                   Text::tr("There is no fault '%1'. The faults are %2.")
                       .arg(QString::fromUtf8(name), names.join(u", "_s)));
}

/// One `name=value` behind the first comma.
Status setSpelled(FaultSetting &setting, const QByteArray &part)
{
    const qsizetype equals = part.indexOf('=');
    bool isNumber = false;
    const qint64 value = equals < 0 ? 0 : part.mid(equals + 1).toLongLong(&isNumber);
    if (equals < 0 || !isNumber) {
        return failure(ErrorCode::WrongUsage,
                       Text::tr("'%1' is no parameter of the fault %2: write its name, = and a "
                                "whole number.")
                           .arg(QString::fromUtf8(part), nameOf(faultSpec(setting.kind))));
    }
    return setFaultParameter(setting, QByteArrayView(part).first(equals), value);
}

} // namespace

FaultSetting faultSetting(FaultKind kind, double amount)
{
    FaultSetting setting{kind, amount, {}};
    size_t i = 0;
    for (const FaultParameter &parameter : faultSpec(kind).parameters) {
        setting.values.at(i++) = parameter.usual;
    }
    return setting;
}

const FaultSetting *FaultPlan::find(FaultKind kind) const
{
    const auto found = std::find_if(settings.begin(),
                                    settings.end(),
                                    [kind](const FaultSetting &setting) {
                                        return setting.kind == kind;
                                    });
    return found == settings.end() ? nullptr : &*found;
}

void FaultPlan::set(const FaultSetting &setting)
{
    std::erase_if(settings,
                  [&setting](const FaultSetting &known) { return known.kind == setting.kind; });
    if (setting.amount != 0) {
        settings.push_back(setting);
        std::sort(settings.begin(),
                  settings.end(),
                  [](const FaultSetting &a, const FaultSetting &b) { return a.kind < b.kind; });
    }
}

Status setFaultAmount(FaultSetting &setting, double amount)
{
    const FaultSpec &spec = faultSpec(setting.kind);
    if (!isAllowed(spec.measure, amount)) {
        return wrongAmount(spec, QString::number(amount));
    }
    setting.amount = amount;
    return {};
}

Status setFaultParameter(FaultSetting &setting, QByteArrayView name, qint64 value)
{
    const FaultSpec &spec = faultSpec(setting.kind);
    QStringList names;
    for (size_t i = 0; i < spec.parameters.size(); ++i) {
        const FaultParameter &parameter = spec.parameters[i];
        names.append(QString::fromLatin1(parameter.name));
        if (parameter.name != name) {
            continue;
        }
        if (value < parameter.least || value > parameter.most) {
            return failure(ErrorCode::WrongUsage,
                           Text::tr("%1 of the fault %2 is a whole number from %3 to %4, not %5.")
                               .arg(names.constLast(),
                                    nameOf(spec),
                                    QString::number(parameter.least),
                                    QString::number(parameter.most),
                                    QString::number(value)));
        }
        setting.values.at(i) = value;
        return {};
    }
    return failure(ErrorCode::WrongUsage,
                   names.isEmpty()
                       ? Text::tr("The fault %1 has no parameter '%2', and no other one.")
                             .arg(nameOf(spec), QString::fromUtf8(name))
                       : Text::tr("The fault %1 has no parameter '%2'. It takes %3.")
                             .arg(nameOf(spec), QString::fromUtf8(name), names.join(u", "_s)));
}

Result<FaultSetting> parseFault(QByteArrayView text)
{
    const QList<QByteArray> parts = text.toByteArray().split(',');
    const qsizetype equals = parts.constFirst().indexOf('=');
    const QByteArray name = equals < 0 ? parts.constFirst() : parts.constFirst().left(equals);
    const std::optional<FaultKind> kind = faultKind(name);
    if (!kind) {
        return unknownFault(name);
    }
    const QByteArray given = equals < 0 ? QByteArray() : parts.constFirst().mid(equals + 1);
    bool isNumber = false;
    const double amount = given.toDouble(&isNumber);
    if (!isNumber) {
        return wrongAmount(faultSpec(*kind), QString::fromUtf8(given));
    }
    FaultSetting setting = faultSetting(*kind, 0);
    Status status = setFaultAmount(setting, amount);
    for (qsizetype i = 1; status && i < parts.size(); ++i) {
        status = setSpelled(setting, parts[i]);
    }
    if (!status) {
        return tl::unexpected(status.error());
    }
    return setting;
}

QByteArray spelledFault(const FaultSetting &setting)
{
    const FaultSpec &spec = faultSpec(setting.kind);
    QByteArray text = spec.name + '=' + QByteArray::number(setting.amount, 'g', 15);
    for (size_t i = 0; i < spec.parameters.size(); ++i) {
        const FaultParameter &parameter = spec.parameters[i];
        if (setting.values.at(i) != parameter.usual) {
            text += ',' + parameter.name + '=' + QByteArray::number(setting.values.at(i));
        }
    }
    return text;
}

} // namespace playhead

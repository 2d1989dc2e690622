// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/serveplanfile.h"

#include "model/core/json.h"
#include "model/core/nearestword.h"
#include "model/server/serveplantext.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <limits>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServePlanFile)
};

/// The plan as far as it is read, with what can only be judged at the end.
struct Draft
{
    ServePlan plan;
    std::optional<quint64> faultSeed;
    std::optional<int> speed;
    std::optional<qint64> holdBack;
    bool hasDemo = false; ///< Whether anything of the demo stream but its seed is named.
};

using ReadMember = Status (*)(Draft &draft, const JsonValue &value);

struct MemberRow
{
    QByteArray name;
    ReadMember read;
};

tl::unexpected<Error> refused(const QString &path, const QString &what)
{
    return failure(ErrorCode::WrongUsage, path + u": "_s + what);
}

tl::unexpected<Error> unknownName(const QString &path,
                                  const QByteArray &name,
                                  const QStringList &known)
{
    const QString nearest = nearestWord(QString::fromUtf8(name), known);
    return refused(path,
                   nearest.isEmpty()
                       ? Text::tr("this name is not known here. It can be %1.")
                             .arg(known.join(u", "_s))
                       : Text::tr("this name is not known here. Did you mean %1?").arg(nearest));
}

/// Visits each member until one fails; a name that stands twice is a mistake too.
Status eachMember(
    const JsonValue &object,
    const QString &path,
    const std::function<Status(const QString &path, const QByteArray &name, const JsonValue &value)>
        &visit)
{
    Status status;
    QList<QByteArray> seen;
    object.forEachMember([&](QByteArrayView key, JsonValue value) {
        if (!status) {
            return;
        }
        const QByteArray name = key.toByteArray();
        const QString place = (path.isEmpty() ? QString() : path + u'.') + QString::fromUtf8(name);
        status = seen.contains(name) ? refused(place, Text::tr("it stands here twice."))
                                     : visit(place, name, value);
        seen.append(name);
    });
    return status;
}

Result<quint64> wholeNumber(const QString &path,
                            const JsonValue &value,
                            quint64 least,
                            quint64 most)
{
    const std::optional<quint64> number = value.unsignedInteger();
    if (!number || *number < least || *number > most) {
        return refused(path,
                       Text::tr("it must be a whole number from %1 to %2.")
                           .arg(QString::number(least), QString::number(most)));
    }
    return *number;
}

/// Takes a whole number into a field, or anything that can hold it.
template<typename Field>
Status takeNumber(
    const char *name, const JsonValue &value, quint64 least, quint64 most, Field &field)
{
    const Result<quint64> number = wholeNumber(QString::fromLatin1(name), value, least, most);
    if (!number) {
        return tl::unexpected(number.error());
    }
    field = static_cast<Field>(*number);
    return {};
}

Status takeCaptures(Draft &draft, const JsonValue &value)
{
    bool areNames = value.isArray();
    value.forEachElement([&](JsonValue element) {
        areNames = areNames && !element.string().isEmpty();
        draft.plan.captures.append(QString::fromUtf8(element.string()));
    });
    return areNames ? Status()
                    : refused(u"data"_s,
                              Text::tr("it must be a list of file names, such as [\"a.ndjson\"]."));
}

Status takeEnd(Draft &draft, const JsonValue &value)
{
    draft.hasDemo = true;
    return setDemoEnd(draft.plan, value.string())
               ? Status()
               : refused(u"end"_s,
                         Text::tr("it must be a time such as \"2026-11-22T14:00Z\" (UTC), or "
                                  "\"24h\" or \"7d\" before the start."));
}

Status takeArrival(Draft &draft, const JsonValue &value)
{
    const Result<Duration> last = parseDuration(value.string());
    if (!last) {
        return refused(u"arrive"_s,
                       Text::tr(R"(it must be a length of time such as "1h" or "30m".)"));
    }
    draft.plan.arrival = Arrival{*last, 1};
    return {};
}

Status takeRequestLog(Draft &draft, const JsonValue &value)
{
    draft.plan.requestLog = QString::fromUtf8(value.string());
    return draft.plan.requestLog.isEmpty()
               ? refused(u"request-log"_s,
                         Text::tr("it must be a file name, or \"-\" for standard error."))
               : Status();
}

/// The amount or one parameter of a fault.
Status takeFaultNumber(FaultSetting &setting,
                       const QString &path,
                       const QByteArray &name,
                       const JsonValue &value)
{
    const FaultSpec &spec = faultSpec(setting.kind);
    QStringList known{QString::fromLatin1(amountName(spec.measure))};
    for (const FaultParameter &parameter : spec.parameters) {
        known.append(QString::fromLatin1(parameter.name));
    }
    if (!known.contains(QString::fromUtf8(name))) {
        return unknownName(path, name, known);
    }
    const bool isAmount = name == amountName(spec.measure);
    const std::optional<double> amount = value.number();
    const std::optional<qint64> whole = value.integer();
    if (isAmount ? !amount : !whole) {
        return refused(path,
                       isAmount ? Text::tr("it must be a number.")
                                : Text::tr("it must be a whole number."));
    }
    const Status status = isAmount ? setFaultAmount(setting, *amount)
                                   : setFaultParameter(setting, name, *whole);
    return status ? status : refused(path, status.error().message);
}

Status takeFault(Draft &draft, const QString &path, const QByteArray &name, const JsonValue &value)
{
    const std::optional<FaultKind> kind = faultKind(name);
    if (!kind) {
        return unknownName(path, name, faultNames());
    }
    FaultSetting setting = faultSetting(*kind, 0);
    const QByteArray amount = amountName(faultSpec(*kind).measure);
    Status status;
    if (value.isObject()) {
        status = value.member(amount)
                     ? eachMember(value,
                                  path,
                                  [&setting](const QString &place,
                                             const QByteArray &member,
                                             const JsonValue &number) {
                                      return takeFaultNumber(setting, place, member, number);
                                  })
                     : refused(path,
                               Text::tr("its \"%1\" is missing.").arg(QString::fromLatin1(amount)));
    } else {
        status = takeFaultNumber(setting, path, amount, value);
    }
    draft.plan.faults.set(setting);
    return status;
}

Status takeSwitch(Draft &draft, const QString &path, const QByteArray &name, const JsonValue &value)
{
    if (!switchNames().contains(QString::fromUtf8(name))) {
        return unknownName(path, name, switchNames());
    }
    const std::optional<qint64> number = value.integer();
    const QByteArray text = number ? QByteArray::number(*number) : value.string().toByteArray();
    const Status status = setSwitch(draft.plan.switches, name, text);
    return status ? status : refused(path, status.error().message);
}

template<auto takeOne>
Status takeAll(Draft &draft, const char *name, const JsonValue &value)
{
    const QString path = QString::fromLatin1(name);
    if (!value.isObject()) {
        return refused(path, Text::tr("it must be an object with one member for each."));
    }
    return eachMember(value,
                      path,
                      [&draft](const QString &place,
                               const QByteArray &member,
                               const JsonValue &one) {
                          return takeOne(draft, place, member, one);
                      });
}

const std::vector<MemberRow> &members()
{
    constexpr quint64 kAnySeed = std::numeric_limits<quint64>::max();
    static const std::vector<MemberRow> rows{
        {"port",
         [](Draft &draft, const JsonValue &value) {
             return takeNumber("port", value, 0, 65535, draft.plan.port);
         }},
        {"data", takeCaptures},
        {"demo-events",
         [](Draft &draft, const JsonValue &value) {
             draft.hasDemo = true;
             return takeNumber("demo-events", value, 1, kMostDemoEvents, draft.plan.demoEvents);
         }},
        {"seed",
         [](Draft &draft, const JsonValue &value) {
             return takeNumber("seed", value, 0, kAnySeed, draft.plan.seed);
         }},
        {"end", takeEnd},
        {"latency",
         [](Draft &draft, const JsonValue &value) {
             return takeNumber("latency", value, 0, kLongestLatencyMs, draft.plan.latencyMs);
         }},
        {"fault-seed",
         [](Draft &draft, const JsonValue &value) {
             return takeNumber("fault-seed", value, 0, kAnySeed, draft.faultSeed.emplace());
         }},
        {"faults",
         [](Draft &draft, const JsonValue &value) {
             return takeAll<takeFault>(draft, "faults", value);
         }},
        {"switches",
         [](Draft &draft, const JsonValue &value) {
             return takeAll<takeSwitch>(draft, "switches", value);
         }},
        {"hold-back",
         [](Draft &draft, const JsonValue &value) {
             return takeNumber("hold-back", value, 0, kLongestHoldBack, draft.holdBack.emplace());
         }},
        {"arrive", takeArrival},
        {"speed",
         [](Draft &draft, const JsonValue &value) {
             return takeNumber("speed", value, 1, Arrival::kFastest, draft.speed.emplace());
         }},
        {"request-log", takeRequestLog},
    };
    return rows;
}

Status takeMember(Draft &draft, const QString &path, const QByteArray &name, const JsonValue &value)
{
    QStringList known;
    for (const MemberRow &row : members()) {
        if (row.name == name) {
            return row.read(draft, value);
        }
        known.append(QString::fromLatin1(row.name));
    }
    return unknownName(path, name, known);
}

/// What two members say together.
Result<ServePlan> judged(Draft draft, std::optional<quint64> seed)
{
    ServePlan &plan = draft.plan;
    if (!plan.captures.isEmpty() && draft.hasDemo) {
        return refused(u"data"_s,
                       Text::tr("it stands with demo-events or end, which belong to the demo "
                                "stream. Take out one of them."));
    }
    if (draft.speed && !plan.arrival) {
        return refused(u"speed"_s, Text::tr("it says how fast events arrive. Add arrive."));
    }
    if (draft.holdBack && plan.switches.holdBack.count() != 0) {
        return refused(u"hold-back"_s,
                       Text::tr("it stands in switches as well. Take out one of them."));
    }
    plan.seed = seed.value_or(plan.seed);
    plan.faults.seed = draft.faultSeed.value_or(plan.seed);
    if (draft.holdBack) {
        plan.switches.holdBack = std::chrono::seconds(*draft.holdBack);
    }
    if (draft.speed) {
        plan.arrival->speed = *draft.speed;
    }
    return plan;
}

/// ` (line 7)` for people; empty when the place is not known. Our own parser tells none.
QString brokenLine(QByteArrayView json)
{
    QJsonParseError error;
    QJsonDocument::fromJson(json.toByteArray(), &error);
    if (error.error == QJsonParseError::NoError) {
        return {};
    }
    const qsizetype until = std::clamp<qsizetype>(error.offset, 0, json.size());
    return Text::tr(" (line %1)").arg(json.first(until).count('\n') + 1);
}

} // namespace

Result<ServePlan> readServePlan(QByteArrayView json, std::optional<quint64> seed)
{
    JsonDocument document;
    if (!document.parse(json)) {
        return failure(ErrorCode::WrongUsage,
                       Text::tr("It is not JSON%1. Check the commas and quotes there.")
                           .arg(brokenLine(json)));
    }
    if (!document.root().isObject()) {
        return failure(ErrorCode::WrongUsage,
                       Text::tr("It must be one JSON object, such as {\"port\":0}."));
    }
    Draft draft;
    const Status status =
        eachMember(document.root(),
                   QString(),
                   [&draft](const QString &path, const QByteArray &name, const JsonValue &value) {
                       return takeMember(draft, path, name, value);
                   });
    if (!status) {
        return tl::unexpected(status.error());
    }
    return judged(std::move(draft), seed);
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/plainfilter.h"

#include "model/events/filterpath.h"
#include "model/events/filtertime.h"
#include "model/events/streamorder.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

bool isMeant(const FilterTerm &term, const FilterValue &value, const QString &text)
{
    if (term.op == FilterOperator::Equals || term.op == FilterOperator::Differs) {
        return text == value.text;
    }
    QString pattern = value.text;
    QRegularExpression::PatternOptions options = QRegularExpression::DotMatchesEverythingOption;
    if (term.op == FilterOperator::Matches) {
        pattern = QRegularExpression::escape(pattern);
        pattern.replace(u"\\*"_s, u".*"_s).replace(u"\\?"_s, u"."_s);
        pattern = QRegularExpression::anchoredPattern(pattern);
        options |= QRegularExpression::CaseInsensitiveOption;
    } else if (value.isCaseless) {
        options |= QRegularExpression::CaseInsensitiveOption;
    }
    return QRegularExpression(pattern, options).match(text).hasMatch();
}

bool isAnyMeant(const FilterTerm &term, const QString &text)
{
    return std::any_of(term.values.begin(), term.values.end(), [&](const FilterValue &value) {
        return isMeant(term, value, text);
    });
}

QString numberText(double number)
{
    const auto whole = static_cast<qint64>(number);
    return static_cast<double>(whole) == number
               ? QString::number(whole)
               : QString::number(number, 'g', QLocale::FloatingPointShortest);
}

/// -1, 0, 1; or nothing when they cannot be compared.
std::optional<int> compared(const QJsonValue &found,
                            const FilterValue &value,
                            const FilterContext &context)
{
    const auto number = filterNumber(value.text);
    if (found.isDouble() && number) {
        return found.toDouble() < *number ? -1 : found.toDouble() > *number ? 1 : 0;
    }
    const auto time = filterTime(value.text, context.now, context.zone);
    const auto at = tryParseIsoInstant(found.toString().toUtf8());
    if (!found.isString() || !time || !at) {
        return std::nullopt;
    }
    return *at < time->since ? -1 : *at >= time->until ? 1 : 0;
}

bool isMet(FilterOperator op, int order)
{
    switch (op) {
    case FilterOperator::Greater:
        return order > 0;
    case FilterOperator::GreaterOrEqual:
        return order >= 0;
    case FilterOperator::Less:
        return order < 0;
    case FilterOperator::LessOrEqual:
        return order <= 0;
    case FilterOperator::Differs:
        return order != 0;
    default:
        return order == 0;
    }
}

QList<QJsonValue> valuesAt(const QJsonValue &from, FilterPath path)
{
    if (path.empty()) {
        return {from};
    }
    const FilterStep step = path.front();
    path.erase(path.begin());
    QList<QJsonValue> values;
    if (step.kind == FilterStep::Kind::Key) {
        const QJsonObject object = from.toObject();
        return object.contains(step.key) ? valuesAt(object.value(step.key), path) : values;
    }
    const QJsonArray array = from.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (step.kind == FilterStep::Kind::AnyElement || i == step.index) {
            values += valuesAt(array[i], path);
        }
    }
    return values;
}

QList<QJsonValue> valuesAt(const QJsonObject &event, FilterField field, const FilterPath &path)
{
    if (field == FilterField::Data) {
        return valuesAt(event.value("data"_L1), path);
    }
    if (field == FilterField::Context) {
        return valuesAt(event.value("context"_L1), path);
    }
    QList<QJsonValue> values =
        valuesAt(event.value("data"_L1).toObject().value("previous_attributes"_L1), path);
    const QJsonObject context =
        event.value("context"_L1).toObject().value("previous_attributes"_L1).toObject();
    if (context.contains("data"_L1) || context.contains("context"_L1)) {
        values += valuesAt(context.value("data"_L1), path);
        values += valuesAt(context.value("context"_L1), path);
    } else {
        values += valuesAt(context, path);
    }
    return values;
}

bool anyStringHolds(const QJsonValue &value, const QString &needle)
{
    if (value.isString()) {
        return value.toString().contains(needle, Qt::CaseInsensitive);
    }
    const QJsonArray array = value.toArray();
    const QJsonObject object = value.toObject();
    return std::any_of(array.begin(),
                       array.end(),
                       [&](const QJsonValue &element) { return anyStringHolds(element, needle); })
           || std::any_of(object.begin(), object.end(), [&](const QJsonValue &member) {
                  return anyStringHolds(member, needle);
              });
}

QStringList actorOf(const QJsonObject &event)
{
    const QJsonObject actor = event.value("context"_L1).toObject().value("actor"_L1).toObject();
    const QJsonObject data = event.value("data"_L1).toObject();
    QStringList names{actor.value("name"_L1).toString(),
                      actor.value("id"_L1).toString(),
                      data.value("actor_name"_L1).toString(),
                      data.value("actor_id"_L1).toString()};
    names.removeAll(QString());
    return names;
}

} // namespace

bool PlainFilter::matches(const EventSnapshot &events, EventRow row) const
{
    Event event;
    event.row = row;
    event.json = m_json[row];
    event.at = events.createdAt(row);
    event.type = event.json.value("event"_L1).toString();
    event.id = event.json.value("id"_L1).toString();
    event.flags = events.flags(row);
    if (const quint32 organization = events.organization(row)) {
        const OrganizationId id = events.organizationId(organization);
        event.organization = QStringList{id.toString()} + m_context.organizationNames.value(id);
    }
    if (const quint32 object = events.object(row)) {
        const QString key = QString::fromUtf8(events.objectKey(object));
        event.object = {key, key.section(u':', 0, 0), key.section(u':', 1)};
    }
    return holds(m_expression, events, event);
}

bool PlainFilter::holds(const FilterExpression &expression,
                        const EventSnapshot &events,
                        const Event &event) const
{
    const auto isHeld = [&](const FilterExpression &operand) {
        return holds(operand, events, event);
    };
    const auto &operands = expression.operands;
    switch (expression.kind) {
    case FilterExpression::Kind::And:
        return std::all_of(operands.begin(), operands.end(), isHeld);
    case FilterExpression::Kind::Or:
        return std::any_of(operands.begin(), operands.end(), isHeld);
    case FilterExpression::Kind::Not:
        return !isHeld(operands.front());
    case FilterExpression::Kind::Term:
        break;
    }
    return holds(expression.term, events, event);
}

bool PlainFilter::holds(const FilterTerm &term,
                        const EventSnapshot &events,
                        const Event &event) const
{
    const auto any = [&term](auto isHeld) {
        return std::any_of(term.values.begin(), term.values.end(), isHeld);
    };
    switch (term.field) {
    case FilterField::Type:
        return holdsName(term, {event.type});
    case FilterField::Id:
        return holdsName(term, {event.id});
    case FilterField::Org:
        return holdsName(term, event.organization);
    case FilterField::Object:
        return holdsName(term, event.object);
    case FilterField::Actor:
        return holdsName(term, actorOf(event.json));
    case FilterField::Family: {
        const auto family = static_cast<size_t>(
            m_context.catalogue->describe(event.type.toUtf8()).family);
        const bool isNamed = any([&](const FilterValue &value) {
            return familiesNamed(value.text, term.op != FilterOperator::Matches)[family];
        });
        return isNamed != (term.op == FilterOperator::Differs);
    }
    case FilterField::Before:
    case FilterField::After:
    case FilterField::At:
        return holdsTime(term, event.at);
    case FilterField::Cursor:
        return holdsPlace(term, events, event);
    case FilterField::Is:
        return any([&](const FilterValue &value) {
            return (value.text == "selected"_L1 && m_context.selected.contains(event.row))
                   || (value.text == "stale"_L1 && m_context.isStale(event.row))
                   || (value.text == "duplicate"_L1
                       && (m_context.isDuplicate(event.row) || (event.flags & 4) != 0))
                   || (value.text == "outoforder"_L1 && (event.flags & 1) != 0);
        });
    case FilterField::Result:
        return any([&](const FilterValue &value) {
            const auto result = m_context.replayResult(event.row);
            return result && (*replayResultsOf(value.text))[static_cast<size_t>(*result)];
        });
    case FilterField::Has:
        return any([&](const FilterValue &value) { return has(value.text, event); });
    case FilterField::Text:
        return holdsText(term.values.front().text, event);
    default:
        break;
    }
    const QList<QJsonValue> values = valuesAt(event.json, term.field, term.path);
    return std::any_of(values.begin(), values.end(), [&](const QJsonValue &value) {
        return holdsJson(term, value);
    });
}

bool PlainFilter::holdsName(const FilterTerm &term, const QStringList &names) const
{
    const bool isNamed = std::any_of(names.begin(), names.end(), [&](const QString &name) {
        return isAnyMeant(term, name);
    });
    return term.op == FilterOperator::Differs ? !names.isEmpty() && !isNamed : isNamed;
}

bool PlainFilter::holdsTime(const FilterTerm &term, Instant at) const
{
    qsizetype held = 0;
    for (const FilterValue &value : term.values) {
        const TimeRange time = *filterTime(value.text, m_context.now, m_context.zone);
        const int order = at < time.since ? -1 : at >= time.until ? 1 : 0;
        held += (term.field == FilterField::After    ? order >= 0
                 : term.field == FilterField::Before ? order < 0
                                                     : isMet(term.op, order))
                    ? 1
                    : 0;
    }
    return term.op == FilterOperator::Differs ? held == static_cast<qsizetype>(term.values.size())
                                              : held > 0;
}

/// By counting places in stream order.
bool PlainFilter::holdsPlace(const FilterTerm &term,
                             const EventSnapshot &events,
                             const Event &event) const
{
    const std::vector<EventRow> order = streamOrder(events);
    const auto place = std::find(order.begin(), order.end(), event.row) - order.begin();
    qsizetype held = 0;
    for (const FilterValue &value : term.values) {
        const CursorPlace cursor = m_context.cursors.value(value.text);
        ptrdiff_t processed = 0; // events that the cursor is after
        while (processed < static_cast<ptrdiff_t>(order.size())
               && (cursor.row ? processed == 0 || order[size_t(processed) - 1] != *cursor.row
                              : events.createdAt(order[size_t(processed)]) < cursor.time)) {
            ++processed;
        }
        const ptrdiff_t last = processed - 1;
        held += isMet(term.op, place < last ? -1 : place > last ? 1 : 0) ? 1 : 0;
    }
    return term.op == FilterOperator::Differs ? held == static_cast<qsizetype>(term.values.size())
                                              : held > 0;
}

bool PlainFilter::holdsJson(const FilterTerm &term, const QJsonValue &value) const
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), [&](const QJsonValue &element) {
            return holdsJson(term, element);
        });
    }
    const auto any = [&term](auto isHeld) {
        return std::any_of(term.values.begin(), term.values.end(), isHeld);
    };
    if (isComparison(term.op)) {
        return any([&](const FilterValue &wanted) {
            const auto order = compared(value, wanted, m_context);
            return order && isMet(term.op, *order);
        });
    }
    if (value.isObject()) {
        return term.op == FilterOperator::Differs
               || (term.op == FilterOperator::Matches && any([](const FilterValue &wanted) {
                       return wanted.text.count(u'*') == wanted.text.size()
                              && !wanted.text.isEmpty();
                   }));
    }
    QString text = value.toString();
    bool isNamed = false;
    if (value.isNull()) {
        text = u"null"_s;
    } else if (value.isBool()) {
        text = value.toBool() ? u"true"_s : u"false"_s;
    } else if (value.isDouble()) {
        text = numberText(value.toDouble());
        isNamed = term.op != FilterOperator::Pattern && any([&](const FilterValue &wanted) {
                      return filterNumber(wanted.text) == value.toDouble();
                  });
    }
    isNamed = isNamed || isAnyMeant(term, text);
    return isNamed != (term.op == FilterOperator::Differs);
}

bool PlainFilter::holdsText(const QString &needle, const Event &event) const
{
    return anyStringHolds(event.json, needle)
           || std::any_of(event.organization.begin(),
                          event.organization.end(),
                          [&](const QString &name) {
                              return name.contains(needle, Qt::CaseInsensitive);
                          });
}

bool PlainFilter::has(const QString &what, const Event &event) const
{
    if (what == "org"_L1) {
        return !event.organization.isEmpty();
    }
    if (what == "object"_L1) {
        return !event.object.isEmpty();
    }
    if (what == "actor"_L1) {
        return !actorOf(event.json).isEmpty();
    }
    const WrittenPath path = *parseFilterPath(what).path;
    return !valuesAt(event.json, path.field, path.path).isEmpty();
}

} // namespace playhead

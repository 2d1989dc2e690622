// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/randomfilters.h"

#include "model/events/filterpath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

/// Only what must be: Vectorscan refuses an escaped letter, Qt's escape() makes them.
QString escaped(const QString &text)
{
    const QString special = u"\\^$.|?*+()[]{}"_s;
    QString pattern;
    for (const QChar c : text) {
        pattern += special.contains(c) ? QString(u'\\') + c : QString(c);
    }
    return pattern;
}

} // namespace

FilterExpression RandomFilters::next(int depth)
{
    using Kind = FilterExpression::Kind;
    FilterExpression expression;
    const int way = m_random.bounded(10);
    if (depth == 0 || way < 3) {
        expression.kind = Kind::Term;
        expression.term = term();
        return expression;
    }
    expression.kind = way < 6 ? Kind::And : way < 8 ? Kind::Or : Kind::Not;
    const int count = expression.kind == Kind::Not ? 1 : 2 + m_random.bounded(2);
    for (int i = 0; i < count; ++i) {
        expression.operands.push_back(next(depth - 1));
    }
    return expression;
}

FilterTerm RandomFilters::term()
{
    switch (m_random.bounded(12)) {
    case 0:
        return namesTerm(FilterField::Type);
    case 1:
        return namesTerm(FilterField::Org);
    case 2:
        return namesTerm(FilterField::Object);
    case 3:
        return namesTerm(chance(50) ? FilterField::Id : FilterField::Actor);
    case 4:
        return timeTerm();
    case 5:
    case 6:
        return wordTerm();
    case 7:
        return textTerm();
    default:
        return pathTerm();
    }
}

QString RandomFilters::timeText()
{
    const Instant at = m_events.createdAt(randomRow());
    const QString text = QString::fromLatin1(isoUtcExact(at));
    switch (m_random.bounded(6)) {
    case 0:
        return text;
    case 1:
        return text.first(10);
    case 2:
        return text.first(16);
    case 3:
        return QString::number(m_random.bounded(90)) + oneOf({u"d"_s, u"h"_s, u"w"_s});
    case 4:
        return oneOf({u"now"_s, u"today"_s, u"yesterday"_s});
    default:
        return u"+3d"_s;
    }
}

FilterOperator RandomFilters::nameOperator()
{
    static constexpr FilterOperator kOperators[] = {FilterOperator::Matches,
                                                    FilterOperator::Matches,
                                                    FilterOperator::Equals,
                                                    FilterOperator::Differs,
                                                    FilterOperator::Pattern};
    return kOperators[m_random.bounded(5)];
}

/// A value that `text` matches, most times.
FilterValue RandomFilters::valueLike(const QString &text, FilterOperator op)
{
    FilterValue value{text, false, {}};
    const int from = m_random.bounded(int(text.size()) + 1);
    const QString part = text.sliced(from, m_random.bounded(int(text.size()) - from + 1));
    if (op == FilterOperator::Pattern) {
        value.isCaseless = chance(50);
        value.text = escaped(part.isEmpty() ? u"a"_s : part);
        value.text = chance(20) ? u'^' + value.text : value.text;
        value.text = value.isCaseless ? value.text.toLower() : value.text;
        return value;
    }
    if (op == FilterOperator::Matches) {
        switch (m_random.bounded(5)) {
        case 0:
            value.text = u'*' + part + u'*';
            break;
        case 1:
            value.text = text.first(from) + u'*';
            break;
        case 2:
            value.text = text.toUpper();
            break;
        case 3:
            value.text = text.isEmpty() ? u"?"_s : QString(text).replace(from / 2, 1, u'?');
            break;
        default:
            break;
        }
    }
    if (value.text.isEmpty()) {
        value.text = u"nothing"_s;
    }
    return value;
}

QString RandomFilters::nameFor(FilterField field)
{
    const EventRow row = randomRow();
    switch (field) {
    case FilterField::Type:
        return QString::fromUtf8(m_events.typeName(m_events.type(row)));
    case FilterField::Id:
        return m_events.id(row).toString();
    case FilterField::Org: {
        const OrganizationId id = m_events.organizationId(m_events.organization(row));
        const QStringList names = m_context.organizationNames.value(id);
        return names.isEmpty() || chance(30) ? id.toString() : oneOf(names);
    }
    case FilterField::Object: {
        const QString key = QString::fromUtf8(m_events.objectKey(m_events.object(row)));
        return oneOf({key, key.section(u':', 1), key.section(u':', 0, 0)});
    }
    default:
        break;
    }
    const QJsonObject event = QJsonDocument::fromJson(m_events.raw(row).toByteArray()).object();
    const QString name = event.value("context"_L1)[u"actor"_s][u"name"_s].toString();
    return name.isEmpty() ? event.value("data"_L1)[u"actor_id"_s].toString() : name;
}

FilterTerm RandomFilters::namesTerm(FilterField field)
{
    FilterTerm term;
    term.field = field;
    term.op = nameOperator();
    for (int count = 1 + m_random.bounded(2); count > 0; --count) {
        term.values.push_back(valueLike(nameFor(field), term.op));
    }
    return term;
}

FilterTerm RandomFilters::timeTerm()
{
    FilterTerm term;
    if (chance(30)) {
        term.field = FilterField::Cursor;
        term.values.push_back({oneOf(m_context.cursors.keys()), false, {}});
    } else {
        static constexpr FilterField kFields[] = {FilterField::Before,
                                                  FilterField::After,
                                                  FilterField::At};
        term.field = kFields[m_random.bounded(3)];
        for (int count = 1 + m_random.bounded(2); count > 0; --count) {
            term.values.push_back({timeText(), false, {}});
        }
    }
    if (term.field == FilterField::At || term.field == FilterField::Cursor) {
        term.op = static_cast<FilterOperator>(
            m_random.bounded(static_cast<int>(FilterOperator::Pattern)));
    }
    return term;
}

FilterTerm RandomFilters::wordTerm()
{
    FilterTerm term;
    switch (m_random.bounded(4)) {
    case 0:
        term.field = FilterField::Family;
        term.op = chance(70) ? FilterOperator::Matches : FilterOperator::Differs;
        term.values.push_back({oneOf(familyWords()), false, {}});
        break;
    case 1:
        term.field = FilterField::Is;
        term.values.push_back({oneOf(eventStateWords()), false, {}});
        break;
    case 2:
        term.field = FilterField::Result;
        term.values.push_back({oneOf(replayResultWords()), false, {}});
        break;
    default:
        term.field = FilterField::Has;
        for (int count = 1 + m_random.bounded(2); count > 0; --count) {
            const FilterTerm other = pathTerm();
            term.values.push_back(
                {chance(40) ? oneOf(columnWords()) : filterPathText(other.field, other.path),
                 false,
                 {}});
        }
        break;
    }
    return term;
}

FilterTerm RandomFilters::textTerm()
{
    FilterPath path;
    const QJsonObject event =
        QJsonDocument::fromJson(m_events.raw(randomRow()).toByteArray()).object();
    QString text = descend(event, path).toVariant().toString();
    if (chance(20)) {
        text = nameFor(FilterField::Org);
    } else if (chance(20) && !path.empty()) {
        text = path.front().key; // keys are no values
    }
    const int from = m_random.bounded(int(text.size()) + 1);
    text = text.sliced(from, std::min<qsizetype>(1 + m_random.bounded(8), text.size() - from));
    text = chance(30) ? text.toUpper() : text;
    FilterTerm term;
    term.values.push_back({text.isEmpty() ? u"okta"_s : text, false, {}});
    return term;
}

/// Walks to some value, which may be a list or an object.
QJsonValue RandomFilters::descend(QJsonValue value, FilterPath &path)
{
    while (!chance(5)) {
        if (value.isObject() && !value.toObject().isEmpty()) {
            const QJsonObject object = value.toObject();
            const QString key = oneOf(object.keys());
            path.push_back({FilterStep::Kind::Key, key, 0});
            value = object.value(key);
        } else if (value.isArray() && !value.toArray().isEmpty() && chance(80)) {
            const QJsonArray array = value.toArray();
            const int index = m_random.bounded(int(array.size()));
            path.push_back(chance(60) ? FilterStep{FilterStep::Kind::AnyElement, {}, 0}
                                      : FilterStep{FilterStep::Kind::Element, {}, quint32(index)});
            value = array[index];
        } else {
            break;
        }
    }
    return value;
}

FilterTerm RandomFilters::pathTerm()
{
    FilterTerm term;
    term.field = FilterField::Data;
    QJsonValue found;
    // Not every event has a context, or says what was before.
    for (int tries = 0; tries < 50 && term.path.empty(); ++tries) {
        const QJsonObject event =
            QJsonDocument::fromJson(m_events.raw(randomRow()).toByteArray()).object();
        const int way = m_random.bounded(4);
        term.field = way == 0   ? FilterField::Context
                     : way == 1 ? FilterField::Prev
                                : FilterField::Data;
        QJsonValue root = event.value(way == 0 ? "context"_L1 : "data"_L1);
        if (way == 1) {
            root = root.toObject().value("previous_attributes"_L1);
        }
        found = descend(root, term.path);
    }
    if (term.path.empty()) {
        term.path.push_back({FilterStep::Kind::Key, u"id"_s, 0});
    }
    if (chance(25)) {
        return comparison(term.path, term.field, found);
    }
    term.op = nameOperator();
    const QString text = found.isBool()   ? (found.toBool() ? u"true"_s : u"false"_s)
                         : found.isNull() ? u"null"_s
                                          : found.toVariant().toString();
    for (int count = chance(80) ? 1 : 2 + m_random.bounded(5); count > 0; --count) {
        term.values.push_back(
            valueLike(chance(80) ? text : QString::number(m_random.bounded(10)), term.op));
    }
    return term;
}

FilterTerm RandomFilters::comparison(FilterPath path, FilterField field, const QJsonValue &found)
{
    FilterTerm term;
    term.field = field;
    term.path = std::move(path);
    static constexpr FilterOperator kOperators[] = {FilterOperator::Greater,
                                                    FilterOperator::GreaterOrEqual,
                                                    FilterOperator::Less,
                                                    FilterOperator::LessOrEqual};
    term.op = kOperators[m_random.bounded(4)];
    term.values.push_back(
        {found.isDouble() ? found.toVariant().toString() : timeText(), false, {}});
    return term;
}

} // namespace playhead

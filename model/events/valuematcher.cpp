// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/valuematcher.h"

#include "model/events/filtertime.h"
#include "model/events/patterncache.h"

#include <algorithm>

namespace playhead {

namespace {

/// More needles cost more passes over the bytes than they save.
constexpr qsizetype kMostNeedles = 4;

bool compareNumbers(FilterOperator op, auto found, auto wanted)
{
    switch (op) {
    case FilterOperator::Greater:
        return found > wanted;
    case FilterOperator::GreaterOrEqual:
        return found >= wanted;
    case FilterOperator::Less:
        return found < wanted;
    case FilterOperator::LessOrEqual:
        return found <= wanted;
    default:
        return found == wanted;
    }
}

} // namespace

QByteArray textOfScalar(JsonValue scalar)
{
    switch (scalar.type()) {
    case JsonValue::Type::Null:
        return "null";
    case JsonValue::Type::Bool:
        return scalar.boolean().value_or(false) ? "true" : "false";
    case JsonValue::Type::Number:
        if (const auto integer = scalar.integer()) {
            return QByteArray::number(*integer);
        }
        if (const auto integer = scalar.unsignedInteger()) {
            return QByteArray::number(*integer);
        }
        return QByteArray::number(scalar.number().value_or(0), 'g', QLocale::FloatingPointShortest);
    default:
        return scalar.string().toByteArray();
    }
}

ValueMatcher::ValueMatcher(const FilterTerm &term, const FilterContext &context)
    : m_op(term.op)
{
    for (const FilterValue &written : term.values) {
        Value value{written.text.toUtf8(), WildcardPattern(written.text), {}, {}, {}, {}};
        if (m_op == FilterOperator::Pattern) {
            value.pattern =
                context.patterns->matcher(written.text, written.isCaseless).value_or(nullptr);
        } else {
            value.number = filterNumber(written.text);
            bool isInteger = false;
            const qint64 integer = written.text.toLongLong(&isInteger);
            value.integer = isInteger ? std::optional(integer) : std::nullopt;
            value.time = filterTime(written.text, context.now, context.zone);
        }
        m_matchesAll = m_matchesAll
                       || (m_op == FilterOperator::Matches && value.wildcards.matchesAll());
        m_values.push_back(std::move(value));
    }
    findNeedles();
}

void ValueMatcher::findNeedles()
{
    const auto count = static_cast<qsizetype>(m_values.size());
    if ((m_op != FilterOperator::Matches && m_op != FilterOperator::Equals)
        || count > kMostNeedles) {
        return;
    }
    QStringList needles;
    for (const Value &value : m_values) {
        const QString needle = m_op == FilterOperator::Equals ? QString::fromUtf8(value.text)
                                                              : value.wildcards.longestPart();
        // A number can be spelled in many ways: 10, 10.0, 1e1. So can a part of one: `1*`.
        const bool maySpellNumber = value.number
                                    || (m_op == FilterOperator::Matches
                                        && std::none_of(needle.begin(), needle.end(), [](QChar c) {
                                               return c.isLetter() && c.toLower() != u'e';
                                           }));
        if (needle.isEmpty() || maySpellNumber) {
            return;
        }
        needles.append(needle);
    }
    m_needles = std::move(needles);
}

bool ValueMatcher::isMeant(const Value &value, QByteArrayView text) const
{
    switch (m_op) {
    case FilterOperator::Matches:
        return value.wildcards.matches(text);
    case FilterOperator::Equals:
    case FilterOperator::Differs:
        return text == value.text;
    default:
        return value.pattern && value.pattern->isIn(text);
    }
}

bool ValueMatcher::isMeant(const Value &value, JsonValue number) const
{
    if (m_op == FilterOperator::Pattern || !value.number) {
        return false;
    }
    const auto integer = number.integer();
    return integer && value.integer ? *integer == *value.integer : number.number() == value.number;
}

bool ValueMatcher::isMeantByAny(QByteArrayView text) const
{
    return std::any_of(m_values.begin(), m_values.end(), [this, text](const Value &value) {
        return isMeant(value, text);
    });
}

bool ValueMatcher::matchesNames(std::span<const QByteArrayView> names) const
{
    const bool isAnyMeant = std::any_of(names.begin(), names.end(), [this](QByteArrayView name) {
        return isMeantByAny(name);
    });
    return m_op == FilterOperator::Differs ? !names.empty() && !isAnyMeant : isAnyMeant;
}

bool ValueMatcher::matchesJson(JsonValue value) const
{
    if (value.isArray()) {
        bool isFound = false;
        value.forEachElement([&](JsonValue element) { isFound = isFound || matchesJson(element); });
        return isFound;
    }
    if (m_matchesAll) {
        return true;
    }
    if (isComparison(m_op)) {
        return std::any_of(m_values.begin(), m_values.end(), [&](const Value &wanted) {
            return compares(wanted, value);
        });
    }
    if (value.isObject()) {
        return m_op == FilterOperator::Differs;
    }
    return matchesScalar(value) != (m_op == FilterOperator::Differs);
}

bool ValueMatcher::matchesScalar(JsonValue value) const
{
    if (value.isString()) {
        return isMeantByAny(value.string());
    }
    if (isMeantByAny(textOfScalar(value))) {
        return true;
    }
    return value.type() == JsonValue::Type::Number
           && std::any_of(m_values.begin(), m_values.end(), [&](const Value &wanted) {
                  return isMeant(wanted, value);
              });
}

bool ValueMatcher::compares(const Value &wanted, JsonValue found) const
{
    if (found.type() == JsonValue::Type::Number && wanted.number) {
        const auto integer = found.integer();
        return integer && wanted.integer
                   ? compareNumbers(m_op, *integer, *wanted.integer)
                   : compareNumbers(m_op, found.number().value_or(0), *wanted.number);
    }
    if (!found.isString() || !wanted.time) {
        return false;
    }
    const auto instant = tryParseIsoInstant(found.string());
    return instant && isAtTime(m_op, *instant, *wanted.time);
}

} // namespace playhead

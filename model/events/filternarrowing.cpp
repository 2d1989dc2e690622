// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filternarrowing.h"

#include "model/events/filtertime.h"

#include <algorithm>

namespace playhead {

namespace {

using Kind = FilterExpression::Kind;

/// What a value of `:` says of every text that matches it.
struct Literals
{
    QString part; ///< The text itself, `*part*` or `part*`; without further wildcards.
    bool startsFree = false;
    bool endsFree = false;
    bool isSimple = false; ///< No other wildcards.
};

Literals literalsOf(const QString &text)
{
    Literals literals;
    literals.startsFree = text.startsWith(u'*');
    literals.endsFree = text.endsWith(u'*');
    literals.part = text;
    while (literals.part.startsWith(u'*')) {
        literals.part.remove(0, 1);
    }
    while (literals.part.endsWith(u'*')) {
        literals.part.chop(1);
    }
    literals.isSimple = !literals.part.isEmpty() && !literals.part.contains(u'*')
                        && !literals.part.contains(u'?');
    return literals;
}

/// Whether each text that matches `narrow` matches `wide`, both without case.
bool isNarrowerPattern(const FilterValue &narrow, const FilterValue &wide, FilterField field)
{
    // 1e1 is also found where 10 is written: a number's text says less than its worth.
    if (isPathField(field) && filterNumber(narrow.text)) {
        return false;
    }
    const Literals inside = literalsOf(narrow.text);
    const Literals outside = literalsOf(wide.text);
    if (!inside.isSimple || !outside.isSimple || !outside.endsFree) {
        return false;
    }
    // With case: what differs in case only is rare while typing, and not worth a proof.
    return outside.startsFree ? inside.part.contains(outside.part)
                              : !inside.startsFree && inside.part.startsWith(outside.part);
}

bool isNarrowerTerm(const FilterTerm &narrow, const FilterTerm &wide)
{
    if (narrow.field != wide.field || narrow.path != wide.path || narrow.op != wide.op) {
        return false;
    }
    if (narrow.field == FilterField::Text) {
        return narrow.values.front().text.contains(wide.values.front().text);
    }
    const auto isAmong = [](const FilterValue &value, const std::vector<FilterValue> &values) {
        return std::find(values.begin(), values.end(), value) != values.end();
    };
    if (narrow.op == FilterOperator::Differs) {
        return std::all_of(wide.values.begin(), wide.values.end(), [&](const FilterValue &value) {
            return isAmong(value, narrow.values);
        });
    }
    const bool hasPatterns = narrow.op == FilterOperator::Matches
                             && (isPathField(narrow.field) || narrow.field == FilterField::Type
                                 || narrow.field == FilterField::Org
                                 || narrow.field == FilterField::Object
                                 || narrow.field == FilterField::Id
                                 || narrow.field == FilterField::Actor);
    return std::all_of(narrow.values.begin(), narrow.values.end(), [&](const FilterValue &value) {
        return isAmong(value, wide.values)
               || (hasPatterns
                   && std::any_of(wide.values.begin(),
                                  wide.values.end(),
                                  [&](const FilterValue &other) {
                                      return isNarrowerPattern(value, other, narrow.field);
                                  }));
    });
}

void addNeeds(const FilterTerm &term, FilterNeeds &needs)
{
    switch (term.field) {
    case FilterField::Type:
    case FilterField::Family:
    case FilterField::Object:
    case FilterField::Id:
    case FilterField::Before:
    case FilterField::After:
    case FilterField::At:
    case FilterField::Result:
        break;
    case FilterField::Org:
        needs.organizationNames = true;
        needs.marks = true;
        break;
    case FilterField::Cursor:
        needs.cursors = true;
        break;
    case FilterField::Is:
        for (const FilterValue &value : term.values) {
            const auto state = eventStateOf(value.text);
            needs.selected = needs.selected || state == EventState::Selected;
            needs.freshness = needs.freshness || state == EventState::Stale
                              || state == EventState::Duplicate;
            needs.marks = true;
        }
        break;
    case FilterField::Text:
        needs.organizationNames = true;
        needs.marks = true;
        needs.bytes = true;
        break;
    case FilterField::Has:
        needs.marks = true; // `has:org`
        needs.bytes = needs.bytes
                      || std::any_of(term.values.begin(),
                                     term.values.end(),
                                     [](const FilterValue &value) {
                                         const auto column = columnOf(value.text);
                                         return !column || *column == FilterField::Actor;
                                     });
        break;
    case FilterField::Actor:
    case FilterField::Data:
    case FilterField::Context:
    case FilterField::Prev:
        needs.bytes = true;
        break;
    }
}

void collectNeeds(const FilterExpression &expression, FilterNeeds &needs)
{
    if (expression.kind == Kind::Term) {
        addNeeds(expression.term, needs);
    }
    for (const FilterExpression &operand : expression.operands) {
        collectNeeds(operand, needs);
    }
}

bool termMeansTheSame(const FilterTerm &term, const FilterContext &a, const FilterContext &b)
{
    switch (term.field) {
    case FilterField::Result:
        return false;
    case FilterField::Cursor:
        return std::all_of(term.values.begin(), term.values.end(), [&](const FilterValue &value) {
            const auto inA = a.cursors.find(value.text);
            const auto inB = b.cursors.find(value.text);
            return inA != a.cursors.end() && inB != b.cursors.end() && *inA == *inB;
        });
    case FilterField::Is:
        return !needsOf({Kind::Term, {}, term}).selected || a.selected == b.selected;
    default:
        break;
    }
    if (isTimeField(term.field) || (isPathField(term.field) && isComparison(term.op))) {
        return std::all_of(term.values.begin(), term.values.end(), [&](const FilterValue &value) {
            return filterTime(value.text, a.now, a.zone) == filterTime(value.text, b.now, b.zone);
        });
    }
    return true;
}

} // namespace

FilterNeeds needsOf(const FilterExpression &expression)
{
    FilterNeeds needs;
    collectNeeds(expression, needs);
    return needs;
}

bool isNarrower(const FilterExpression &narrow, const FilterExpression &wide)
{
    if (narrow == wide) {
        return true;
    }
    const auto isNarrowerThanWide = [&wide](const FilterExpression &operand) {
        return isNarrower(operand, wide);
    };
    const auto isWiderThanNarrow = [&narrow](const FilterExpression &operand) {
        return isNarrower(narrow, operand);
    };
    const auto &inner = narrow.operands;
    const auto &outer = wide.operands;
    if (narrow.kind == Kind::Or) {
        return std::all_of(inner.begin(), inner.end(), isNarrowerThanWide);
    }
    if (wide.kind == Kind::And) {
        return std::all_of(outer.begin(), outer.end(), isWiderThanNarrow);
    }
    if (narrow.kind == Kind::And && std::any_of(inner.begin(), inner.end(), isNarrowerThanWide)) {
        return true;
    }
    if (wide.kind == Kind::Or) {
        return std::any_of(outer.begin(), outer.end(), isWiderThanNarrow);
    }
    if (narrow.kind == Kind::Not && wide.kind == Kind::Not) {
        return isNarrower(outer.front(), inner.front());
    }
    return narrow.kind == Kind::Term && wide.kind == Kind::Term
           && isNarrowerTerm(narrow.term, wide.term);
}

bool meansTheSame(const FilterExpression &expression,
                  const FilterContext &a,
                  const FilterContext &b)
{
    if (expression.kind == Kind::Term) {
        return termMeansTheSame(expression.term, a, b);
    }
    return std::all_of(expression.operands.begin(),
                       expression.operands.end(),
                       [&](const FilterExpression &operand) {
                           return meansTheSame(operand, a, b);
                       });
}

} // namespace playhead

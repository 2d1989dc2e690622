// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filternarrowing.h"

#include "model/events/filterwords.h"

#include <algorithm>
#include <span>

namespace playhead {

namespace {

using Kind = FilterExpression::Kind;

/// Whether the same words mean the same at another moment.
bool isLasting(const FilterExpression &expression)
{
    if (expression.kind != Kind::Term) {
        return std::all_of(expression.operands.begin(), expression.operands.end(), isLasting);
    }
    const FilterTerm &term = expression.term;
    return !isTimeField(term.field) && !isComparison(term.op) && term.field != FilterField::Result
           && term.field != FilterField::Is;
}

/// `*text*` without other wildcards, on a field whose values are taken as they are.
std::optional<QString> heldText(const FilterTerm &term)
{
    if (term.values.size() != 1) {
        return std::nullopt;
    }
    const QString &text = term.values.front().text;
    if (term.field == FilterField::Text) {
        return text;
    }
    const bool isHeld = term.op == FilterOperator::Matches && text.size() > 2
                        && text.startsWith(u'*') && text.endsWith(u'*');
    if (!isHeld) {
        return std::nullopt;
    }
    const QString inner = text.sliced(1, text.size() - 2);
    const bool isPlain = !inner.contains(u'*') && !inner.contains(u'?') && !inner.contains(u'\\');
    return isPlain ? std::optional(inner) : std::nullopt;
}

bool implies(const FilterTerm &now, const FilterTerm &before)
{
    if (now == before) {
        return true;
    }
    if (now.field != before.field || now.path != before.path) {
        return false;
    }
    const auto held = heldText(now);
    const auto wanted = heldText(before);
    return held && wanted && held->contains(*wanted, Qt::CaseInsensitive);
}

std::span<const FilterExpression> conditionsOf(const FilterExpression &expression)
{
    return expression.kind == Kind::And ? std::span(expression.operands)
                                        : std::span(&expression, 1);
}

bool implies(const FilterExpression &now, const FilterExpression &before)
{
    if (now.kind == Kind::Term && before.kind == Kind::Term) {
        return implies(now.term, before.term);
    }
    return now == before;
}

} // namespace

bool narrows(const FilterExpression &now, const FilterExpression &before)
{
    const auto given = conditionsOf(now);
    const auto wanted = conditionsOf(before);
    return isLasting(before)
           && std::all_of(wanted.begin(), wanted.end(), [given](const FilterExpression &condition) {
                  return std::any_of(given.begin(), given.end(), [&](const FilterExpression &one) {
                      return implies(one, condition);
                  });
              });
}

} // namespace playhead

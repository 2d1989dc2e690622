// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/serverpart.h"

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

bool namesValues(const FilterTerm &term)
{
    return term.op == FilterOperator::Matches || term.op == FilterOperator::Equals;
}

/// The catalogue expands `*`; the API takes names.
bool isTypeList(const FilterTerm &term)
{
    return term.field == FilterField::Type && namesValues(term)
           && std::none_of(term.values.begin(), term.values.end(), [](const FilterValue &value) {
                  return value.text.contains(u'?');
              });
}

/// The API takes one organization, by its id.
bool isOneOrganization(const FilterTerm &term)
{
    return term.field == FilterField::Org && namesValues(term) && term.values.size() == 1
           && term.values.front().text.startsWith("org_"_L1)
           && !term.values.front().text.contains(u'*') && !term.values.front().text.contains(u'?');
}

bool isRangeEnd(const FilterTerm &term)
{
    const bool isAtEnd = term.field == FilterField::At
                         && (term.op == FilterOperator::GreaterOrEqual
                             || term.op == FilterOperator::Less);
    return (term.field == FilterField::After || term.field == FilterField::Before || isAtEnd)
           && term.values.size() == 1;
}

class Splitter
{
public:
    void add(const FilterExpression &operand)
    {
        (canBeAsked(operand) ? m_asked : m_local).push_back(operand);
    }
    ServerPart parts() { return {joined(std::move(m_asked)), joined(std::move(m_local))}; }

private:
    /// One list of types and one organization go into a request; the range's ends cut each other short.
    bool canBeAsked(const FilterExpression &operand)
    {
        if (operand.kind != FilterExpression::Kind::Term) {
            return false;
        }
        if (isTypeList(operand.term)) {
            return !std::exchange(m_hasTypes, true);
        }
        if (isOneOrganization(operand.term)) {
            return !std::exchange(m_hasOrganization, true);
        }
        return isRangeEnd(operand.term);
    }
    static FilterExpression joined(std::vector<FilterExpression> operands)
    {
        if (operands.size() == 1) {
            return std::move(operands.front());
        }
        return {FilterExpression::Kind::And, std::move(operands), {}};
    }

    std::vector<FilterExpression> m_asked;
    std::vector<FilterExpression> m_local;
    bool m_hasTypes = false;
    bool m_hasOrganization = false;
};

} // namespace

ServerPart serverPart(const FilterExpression &expression)
{
    Splitter splitter;
    if (expression.kind == FilterExpression::Kind::And) {
        for (const FilterExpression &operand : expression.operands) {
            splitter.add(operand);
        }
    } else {
        splitter.add(expression);
    }
    return splitter.parts();
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"
#include "model/events/filtercontext.h"
#include "model/events/patternmatcher.h"
#include "model/events/wildcardpattern.h"

#include <span>
#include <vector>

namespace playhead {

/// What a scalar is compared by: a string itself, a number in its shortest digits, `true`, `null`. Any thread.
QByteArray textOfScalar(JsonValue scalar);

/// The operator of a term with its values, ready to be compared with what an event holds. One thread at a time.
class ValueMatcher
{
public:
    /// The term has passed mistakeIn(); `context` has a cache of patterns.
    ValueMatcher(const FilterTerm &term, const FilterContext &context);

    /// One thing under several names (UTF-8), none of which may be there: whether any of them is meant; with `!=`
    /// whether there is one, and none is meant.
    bool matchesNames(std::span<const QByteArrayView> names) const;
    bool matchesName(QByteArrayView name) const { return matchesNames({&name, 1}); }

    /// Scalars by their text, numbers also by what they are worth; null as `null`. Of a list any element. An object has no
    /// text: only `:*` and `!=` match it. Numbers beyond a double or 64 bits count as 0.
    bool matchesJson(JsonValue value) const;

    /// Texts of which an event's bytes hold at least one, in some spelling and case, if it matches. Empty when there are
    /// none that every match must hold.
    const QStringList &needles() const { return m_needles; }

private:
    struct Value
    {
        QByteArray text;
        WildcardPattern wildcards;
        std::shared_ptr<const PatternMatcher> pattern;
        std::optional<double> number;
        std::optional<qint64> integer;
        std::optional<TimeRange> time;
    };

    bool isMeant(const Value &value, QByteArrayView text) const;
    bool isMeant(const Value &value, JsonValue number) const;
    bool isMeantByAny(QByteArrayView text) const;
    bool matchesScalar(JsonValue value) const;
    bool compares(const Value &wanted, JsonValue found) const;
    void findNeedles();

    FilterOperator m_op;
    bool m_matchesAll = false; ///< `:*`
    std::vector<Value> m_values;
    QStringList m_needles;
};

} // namespace playhead

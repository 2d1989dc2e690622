// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace playhead {

/// What a term of a filter looks at (design, section 10).
enum class FilterField {
    Type,
    Family,
    Org,
    Object,
    Id,
    Actor,
    Before,
    After,
    At,
    Cursor,
    Is,
    Has,
    Result,
    Data,
    Context,
    Prev, ///< What the event says the values were before.
    Text ///< Free text: no field is named.
};

enum class FilterOperator {
    Matches, ///< `:`, with `*` and `?`, without case
    Equals, ///< `=`
    Differs, ///< `!=`
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Pattern ///< `~`
};

/// A stretch of the filter's text. All are equal to each other, so that expressions compare by what they mean.
struct FilterSpan
{
    qsizetype position = 0;
    qsizetype length = 0;

    bool operator==(const FilterSpan &) const { return true; }
};

/// One step of a path: `.key`, `[]` (any element) or `[2]`.
struct FilterStep
{
    enum class Kind {
        Key,
        AnyElement,
        Element
    };

    Kind kind = Kind::Key;
    QString key;
    quint32 index = 0;

    bool operator==(const FilterStep &) const = default;
};
using FilterPath = std::vector<FilterStep>;

struct FilterValue
{
    QString text; ///< Without quotes or slashes.
    bool isCaseless = false; ///< For patterns: `/…/i`.
    FilterSpan span;

    bool operator==(const FilterValue &) const = default;
};

/// `field op values`, or free text: then `values` holds that text alone.
struct FilterTerm
{
    FilterField field = FilterField::Text;
    FilterPath path; ///< For Data, Context and Prev; not empty there.
    FilterOperator op = FilterOperator::Matches;
    std::vector<FilterValue> values; ///< Any of them; never empty.
    FilterSpan span;

    bool operator==(const FilterTerm &) const = default;
};

/// A parsed filter. An And without operands shows every event; it stands for the empty filter and never inside another.
struct FilterExpression
{
    enum class Kind {
        And,
        Or,
        Not, ///< One operand.
        Term
    };

    Kind kind = Kind::And;
    std::vector<FilterExpression> operands;
    FilterTerm term;

    bool operator==(const FilterExpression &) const = default;
};

/// Why a filter cannot be used. The words are translated.
struct FilterError
{
    qsizetype position = 0; ///< In the filter's text, in UTF-16 units.
    qsizetype length =
        0; ///< 0 where something is missing. `position + length` lies inside the text or at its end.
    QString message; ///< What, without a full stop: `"yesterdy" is not a time`
    QString advice; ///< What to do, as sentences: `Try yesterday, 2d or 2026-11-22.` May be empty.

    QString line() const
    {
        return advice.isEmpty() ? QString(message + u'.')
                                : QString(message + QStringLiteral(". ") + advice);
    }
    bool operator==(const FilterError &) const = default;
};

} // namespace playhead

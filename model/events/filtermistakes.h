// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"
#include "model/events/filterexpression.h"
#include "model/events/filterlexer.h"

#include <QStringView>

namespace playhead {

// What can be wrong with a word or a single term, in words for people. Any thread.

/// A token, with its text, that stands where no term can begin. Empty when its kind does not tell what is wrong.
std::optional<FilterError> misplacedToken(const FilterToken &token, QStringView text);

/// `word` stands before an operator and is no field.
FilterError unknownField(QStringView word, QStringView operatorWord, const FilterSpan &span);

/// The term's operator is none that its field allows; `span` is the operator's.
FilterError refusedOperator(const FilterTerm &term, const FilterSpan &span);

/// A pattern was refused by PatternMatcher, with this error.
FilterError refusedPattern(const FilterValue &value, const Error &error);

/// What the text alone tells in less than a millisecond to be wrong with the values of a term: times, numbers, patterns, paths, the words of `is:`,
/// `has:`, `result:` and `family:`. Empty when nothing is. A pattern that passes may be refused by PatternCache.
std::optional<FilterError> mistakeIn(const FilterTerm &term);

} // namespace playhead

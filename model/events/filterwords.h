// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/events/filterexpression.h"
#include "model/events/typecatalogue.h"

#include <QStringList>

#include <array>

namespace playhead {

// The words of the filter language (design, section 10): for parsing, printing and completing alike. Any thread.

/// What `is:` asks for.
enum class EventState {
    Selected,
    Stale,
    Duplicate,
    OutOfOrder
};

/// What became of an event in a replay (semantics 29).
enum class ReplayResult {
    Accepted, ///< Answered 2xx.
    Skipped, ///< Left out by setting or by a person.
    Failed,
    Retrying,
    Unknown ///< Sent, outcome unknown.
};

QString fieldWord(FilterField field); ///< `type`; empty for Text.
/// Empty when it is no field's word; Data, Context and Prev by `data`, `context` and `prev` alone.
std::optional<FilterField> fieldOf(QStringView word);
QStringList fieldWords();

QString operatorText(FilterOperator op);
std::optional<FilterOperator> operatorOf(QStringView text);
bool allowsOperator(FilterField field, FilterOperator op);

/// Whether the term's path is read from the event's JSON.
bool isPathField(FilterField field);
/// `before`, `after`, `at`: their values are times.
bool isTimeField(FilterField field);

/// `>`, `>=`, `<`, `<=`.
bool isComparison(FilterOperator op);
/// A number as JSON could hold it; empty for `inf` and `nan`.
std::optional<double> filterNumber(QStringView text);
/// Whether an instant lies as `op` says with a stretch of time: `>` behind its end, `:` and `=` inside it.
bool isAtTime(FilterOperator op, Instant instant, const TimeRange &time);

std::optional<EventState> eventStateOf(QStringView word);
QStringList eventStateWords();

/// By ReplayResult. `done` stands for accepted and skipped.
using ReplayResults = std::array<bool, 5>;
std::optional<ReplayResults> replayResultsOf(QStringView word);
QStringList replayResultWords();

/// The columns that `has:` can ask for, beside paths.
std::optional<FilterField> columnOf(QStringView word);
QStringList columnWords();

/// By Family. A family is named by its short word (`auth`), its name (`Directory Sync`), the beginning of its name of at
/// least three letters, or with `*` and `?`, all without case; `isExact`: by its short word or name as they are spelled.
using Families = std::array<bool, kFamilyCount>;
Families familiesNamed(const QString &text, bool isExact);
QString familyWord(Family family);
QStringList familyWords();

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterexpression.h"
#include "model/events/filtervocabulary.h"

namespace playhead {

/// One thing that could stand at the caret.
struct FilterCandidate
{
    QString text; ///< What takes the place of the span; quoted where it must be.
    QString label; ///< What is shown.
    QString note; ///< What it means, in a few words; may be empty.
    std::optional<quint32> count; ///< Loaded events with it; empty when they were not counted.
    bool goesOn = false; ///< More must follow at once: a field waits for its value.

    bool operator==(const FilterCandidate &) const = default;
};

struct FilterCompletion
{
    FilterSpan span; ///< What a candidate replaces; empty at the caret when nothing is typed yet.
    QString typed; ///< What stands there up to the caret, without quotes.
    QList<FilterCandidate> candidates; ///< The likeliest first; at most kMostCandidates.
};
inline constexpr qsizetype kMostCandidates = 200;

/// What could be written at `caret` (0 to the text's size): fields, operators, values, paths. What begins as typed comes
/// before what holds it. Nothing inside free text in quotes and patterns. Any thread.
FilterCompletion completeFilter(QStringView text,
                                qsizetype caret,
                                const FilterVocabulary &vocabulary);

/// Whether the word that ends at `caret` is a path that waits for its operator, as `data.ema`. It would be read as free text.
/// Any thread.
bool isPathBegun(QStringView text, qsizetype caret);

/// Whether typing on at `caret` may still put this mistake right: a word that is only begun, something that is missing at
/// the end. Any thread.
bool mayBecomeRight(const FilterError &mistake,
                    QStringView text,
                    qsizetype caret,
                    const FilterVocabulary &vocabulary);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filtercompletion.h"

namespace playhead {

// Everything that could stand in a place; what was typed there leaves out little of it. Any thread.

/// All fields, with what they mean.
QList<FilterCandidate> fieldCandidates();
/// What the field allows.
QList<FilterCandidate> operatorCandidates(FilterField field);
/// Which paths end where they could: objects have no value to compare, but they can be there or not.
enum class PathEnds {
    Scalars,
    All
};
/// Paths as far as the next step, so that one level is shown at a time: of `typed` "data.g" those below `data`.
QList<FilterCandidate> pathCandidates(QStringView typed,
                                      const FilterVocabulary &vocabulary,
                                      PathEnds ends);
/// Values of a field, or of what stands at the path of `fieldText`.
QList<FilterCandidate> valueCandidates(FilterField field,
                                       QStringView fieldText,
                                       QStringView typed,
                                       const FilterVocabulary &vocabulary);

/// In a word what the field looks at; for `data`, `context` and `prev` too.
QString fieldNote(FilterField field);

} // namespace playhead

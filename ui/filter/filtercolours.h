// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterexpression.h"

#include <QTextLayout>

namespace playhead {

/// How the words of a filter are coloured, in the tokens in force: fields, operators, values, times, patterns, negation.
/// The stretch of a mistake has a wavy line under it; a missing word has it under the one before.
QList<QTextLayout::FormatRange> filterColours(const QString &text,
                                              const std::optional<FilterError> &mistake);

} // namespace playhead

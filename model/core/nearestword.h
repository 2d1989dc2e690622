// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace playhead {

/// The candidate that `given` may be a misspelling of: the one with the fewest edits (a letter more, less, another one, or
/// two neighbours swapped), of equal ones the first. Empty when none is near: more than one edit, and more than a third of
/// the given letters. Any thread.
QString nearestWord(const QString &given, const QStringList &candidates);

} // namespace playhead

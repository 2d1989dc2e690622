// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/knowncaptures.h"
#include "model/environments/environmentbook.h"

namespace playhead {

// Captures as entries of the list of environments (semantics 15): each content is one, wherever it lies.

QList<KnownCapture> knownCaptures(const EnvironmentBook &environments);

/// The entry of an identified capture as it is to be stored: the known one, listed again, or a new one. Its name is the
/// file's, with a number when another entry has that.
Environment captureEntry(const KnownCapture &capture, const EnvironmentBook &environments);

/// The same without a place in the list. Its name becomes free.
Environment closedEntry(Environment capture);

/// Entries of other contents that lay at this path: they are gone from there.
QList<Environment> entriesReplacedBy(const Environment &entry, const EnvironmentBook &environments);

} // namespace playhead

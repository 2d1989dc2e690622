// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"
#include "model/cursors/savedplace.h"

#include <QJsonObject>

namespace playhead {

// How cursors and saved places are spelled for other programs and in files. What was written once must be read for ever:
// keys never change. Times are ISO 8601 UTC with all their digits; nothing of an API key is in here.

/// `after` and `created_at`, or `range_start`: the position.
QJsonObject positionJson(const CursorPosition &position);

/// Name, note, position, types, organization, and when it was changed. Empty types = all, empty organization = any.
QJsonObject cursorJson(const Cursor &cursor);
QJsonObject savedPlaceJson(const SavedPlace &place);

/// The same back, without id, environment and version. Malformed says in a few words, for the end of a sentence, what is
/// missing or has no meaning; keys that are not known are passed over.
Result<Cursor> cursorOfJson(const QJsonObject &object);
Result<SavedPlace> savedPlaceOfJson(const QJsonObject &object);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/cursorverb.h"
#include "model/cursors/rewind.h"

#include <QJsonObject>

namespace playhead {

/// The preview of a move as lines: before and after, how many events are read again or skipped, of which types and
/// organizations, the deletes by name, and what a careful consumer does with them. Ends with a line break.
QByteArray movePlanText(const MovePlan &plan);

/// The same as an object: `before`, `after`, `direction`, `events`, `is_at_least`, `types`, `organizations`, …
QJsonObject movePlanJson(const MovePlan &plan);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/optiontable.h"
#include "model/cursors/rewind.h"

namespace playhead {

class CursorStand;

/// The options that say where a cursor is to go; exactly one of them is given. `withForward`: also those that only lead on.
QList<OptionRow> wayOptions(bool withForward);
/// Those options for the line of the usage.
QString wayUsage(bool withForward);

/// One way is given, and its words have a meaning (WrongUsage).
Status checkWay(const GivenOptions &given);

/// The way that was given. NotFound for a saved place, a cursor or an entry of the history that does not exist.
Result<MoveTarget> wayOf(CursorStand &stand, const Cursor &cursor, const GivenOptions &given);

} // namespace playhead

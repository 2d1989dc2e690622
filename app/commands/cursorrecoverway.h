// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/optiontable.h"
#include "model/cursors/recoveryplan.h"

namespace playhead {

class CursorStand;

/// The options that say what is still known of a consumer; exactly one way is given.
QList<OptionRow> recoveryWayOptions();
/// Those options for the line of the usage.
QString recoveryWayUsage();

/// `0` or a span. WrongUsage.
Result<Duration> overlapOf(const QString &text);

/// One way is given, and the words have a meaning (WrongUsage).
Status checkRecovery(const GivenOptions &given);

/// The way that was given. NotFound for a saved place or a file that does not exist, or when no place is kept any more.
Result<RecoveryWay> recoveryWayOf(CursorStand &stand,
                                  const Cursor &cursor,
                                  const GivenOptions &given);

} // namespace playhead

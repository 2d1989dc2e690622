// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/recoveryplan.h"
#include "model/cursors/timetext.h"

#include <QStringList>

namespace playhead {

// What a recovery means, one or two whole sentences each.

/// Where the cursor goes on: `Goes on from 12:00:05.`
QString recoveryPlace(const RecoveryPlan &plan, const TimeText &time);
/// Why nothing is lost: the event known to be processed that is read again, or what is taken at its word.
QString recoveryProof(const RecoveryPlan &plan, const TimeText &time);
/// What is delivered again, exactly or at least, and how much is ahead.
QString recoveryAgain(const RecoveryPlan &plan);
/// What the cursor leaves out on its way forward, taken as processed or not wanted; empty when it goes back.
QString recoverySkipped(const RecoveryPlan &plan);
/// What is never delivered, because it is not kept any more; empty when nothing is.
QString recoveryGone(const RecoveryPlan &plan, const TimeText &time);
/// What limits all this: ids that nobody knows, an older version, lanes, what could not be read. Empty = nothing.
QStringList recoveryNotes(const RecoveryPlan &plan);

} // namespace playhead

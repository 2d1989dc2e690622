// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/recoveryplan.h"

#include <QTimeZone>

namespace playhead {

/// What a recovery means, in words for people.
struct RecoveryOutcome
{
    QString lead; ///< Whether it is proven that nothing is lost.
    QString text; ///< What comes again, and what could not be found; sentences.
    QString gone; ///< What is never delivered; empty = nothing.
    /// What the move of a stored cursor reads again or skips, its deletes among it; empty for a new one, and when it is nothing.
    QString moveLead;
    QString moveText;
    bool hasDeletes = false; ///< Among what is read again or skipped.
    bool isGood = false; ///< Proven, and all that was to be read was read.

    bool operator==(const RecoveryOutcome &) const = default;
};

RecoveryOutcome outcomeOf(const RecoveryPlan &plan, const QTimeZone &zone, Instant now);

} // namespace playhead

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
    bool isGood = false; ///< Proven, and all that was to be read was read.

    bool operator==(const RecoveryOutcome &) const = default;
};

RecoveryOutcome outcomeOf(const RecoveryPlan &plan, const QTimeZone &zone, Instant now);

} // namespace playhead

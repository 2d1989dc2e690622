// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

namespace playhead {

/// A place that passes the horizon sooner than this is warned of.
constexpr Duration kAgeWarning = std::chrono::hours(24 * 7);

enum class CursorAge {
    Fine,
    Soon, ///< It passes the horizon within kAgeWarning; *from a time* also when it has: what was there is gone.
    Lost ///< Its event is older than what can still be read.
};

/// Time until the place passes the horizon; negative: so long ago.
inline Duration untilLost(const CursorPosition &position, Instant horizon)
{
    return positionTime(position) - horizon;
}

inline CursorAge ageOf(const CursorPosition &position, Instant horizon)
{
    const Duration left = untilLost(position, horizon);
    if (left < Duration::zero() && std::holds_alternative<AfterEvent>(position)) {
        return CursorAge::Lost;
    }
    return left < kAgeWarning ? CursorAge::Soon : CursorAge::Fine;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursor.h"

namespace playhead {

Instant positionTime(const CursorPosition &position)
{
    if (const auto *after = std::get_if<AfterEvent>(&position)) {
        return after->createdAt;
    }
    return std::get<FromTime>(position).from;
}

} // namespace playhead

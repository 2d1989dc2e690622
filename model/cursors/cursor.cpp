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

bool isCreation(const CursorHistoryEntry &entry)
{
    // Every other change raises the version, and a deletion leaves nothing.
    return !entry.isGone && entry.before.version == entry.after.version
           && entry.change != CursorChange::Undone && entry.change != CursorChange::Redone;
}

} // namespace playhead

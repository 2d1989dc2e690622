// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

namespace playhead {

/// A place that a cursor can be moved to by name: where another cursor of the environment stands, or where the cursor
/// itself stood before.
struct OfferedPlace
{
    QString name; ///< Of the other cursor; empty for a place of the cursor's own history.
    CursorPosition position;

    bool operator==(const OfferedPlace &) const = default;
};

} // namespace playhead

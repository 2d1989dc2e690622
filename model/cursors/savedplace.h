// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

namespace playhead {

/// A position that was kept under a name, "Before release 4.12": cursors move to it, nothing moves it.
struct SavedPlace
{
    qint64 id = 0; ///< Row id; 0 = not stored yet.
    qint64 environmentId = 0;
    QString name; ///< Unique within the environment.
    CursorPosition position;
    QList<QByteArray> types; ///< Of the cursor it was taken from; empty = all types.
    OrganizationId organization; ///< Likewise; empty = all.
    QString cursorName; ///< That cursor's name then.
    Instant savedAt{};

    bool operator==(const SavedPlace &) const = default;
};

} // namespace playhead

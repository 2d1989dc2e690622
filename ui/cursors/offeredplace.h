// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <utility>

namespace playhead {

/// A place that a cursor can be moved to by name: a saved place, where another cursor of the environment stands, or where
/// the cursor itself stood before.
struct OfferedPlace
{
    OfferedPlace() = default;
    OfferedPlace(QString itsName,
                 CursorPosition itsPosition,
                 ToPlace::Of kind = ToPlace::Of::OtherCursor,
                 QString fromCursor = {},
                 QString difference = {})
        : name(std::move(itsName))
        , position(std::move(itsPosition))
        , of(kind)
        , from(std::move(fromCursor))
        , differs(std::move(difference))
    {}

    /// Of the saved place or the other cursor; empty for a place of the cursor's own history.
    QString name;
    CursorPosition position;
    ToPlace::Of of = ToPlace::Of::OtherCursor;
    QString from; ///< A saved place: the cursor that stood there.
    QString
        differs; ///< How its types and organization differ from the moved cursor's; empty = not.

    bool operator==(const OfferedPlace &) const = default;
};

/// The way there, named.
inline ToPlace targetOf(const OfferedPlace &place)
{
    return {place.position, place.of, place.name};
}

} // namespace playhead

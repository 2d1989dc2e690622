// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/filterexpression.h"

namespace playhead {

/// A filter in two: what the Events API could be asked (types, one organization, a range), and what can only be told
/// from stored events. An event is shown when both show it. For display: a filter never leads to a request.
struct ServerPart
{
    FilterExpression
        asked; ///< Terms of type, organization and time, all of which must hold; may be empty.
    FilterExpression local; ///< Everything else; may be empty.

    bool operator==(const ServerPart &) const = default;
};

/// Any thread.
ServerPart serverPart(const FilterExpression &expression);

} // namespace playhead

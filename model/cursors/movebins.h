// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorground.h"
#include "model/events/timelinebins.h"

namespace playhead {

/// What a move is shown in: the events that its counts hold (CursorGround::eachCounted), in bins of a round length (1, 2, 5
/// seconds … days, whole in UTC) over the stretch from before the earlier to behind the later place. 1 to 40 bins. A place
/// before the first stored event may lie outside. Any thread; linear in the events of the stretch.
TimelineBins binsAround(const CursorGround &ground,
                        const MovePlan &plan,
                        const TypeCatalogue &catalogue);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

namespace playhead {

class PictureStage;

// What happens to the cursors of a loaded stage; false when it did not.

bool rewindToOldest(PictureStage &s); ///< In the open Rewind dialog.
bool savePlaces(PictureStage &s); ///< Two.
bool moveElsewhere(PictureStage &s); ///< The active cursor, as the command line does it.

} // namespace playhead

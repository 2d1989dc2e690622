// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

namespace playhead {

class PictureStage;

// The dialogs that keep cursors sound, hand them over and ask about their scope; each opened and filled in.

bool recoverText(PictureStage &stage); ///< A lost cursor, from ids that its consumer logged.
bool recoverNew(PictureStage &stage); ///< For a consumer that threw its cursor away.
bool audit(PictureStage &stage); ///< With its result.
bool importCursors(PictureStage &stage);
bool fetchScope(
    PictureStage &stage); ///< The question before a read from a cursor with other types.
bool exportBetween(PictureStage &stage);

} // namespace playhead

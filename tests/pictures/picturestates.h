// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/pictures/picturestage.h"

#include <QString>

#include <span>

namespace playhead {

/// One picture: a mock of the design, or a state of its section 11.
struct PictureState
{
    const char *name; ///< Also the file's: `rewind`.
    bool (*prepare)(PictureStage &stage);
};

/// Every mock and state that the window can show.
std::span<const PictureState> pictureStates();

/// The picture of a state; null when it could not be brought about.
QImage takePicture(const PictureState &state, const PictureLook &look);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

namespace playhead {

class PictureStage;

/// The request log of an environment that was opened and not fetched.
bool showNoRequests(PictureStage &stage);
/// The request log after a made-up read of a busy day: answers, a pause and its retry, a page that came again, a broken
/// connection. The same each time, which true requests are not. The environment is loaded.
bool showMadeRequests(PictureStage &stage);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"

namespace playhead {

/// The answer begins before the place that was asked for: the server forgot it, or was started anew, and begins again from
/// its first event without a word.
Error begunAnewError(const QString &server);

/// A dead server or network comes back, and a tail is there to wait for it: in a read these stop at once (semantics 7).
bool isUnreachable(const Error &error);

} // namespace playhead

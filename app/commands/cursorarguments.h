// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

namespace playhead {

/// Reads what stands behind `playhead cursor`: CursorArguments or a help text.
Result<Command> parseCursorArguments(const QStringList &arguments);

} // namespace playhead

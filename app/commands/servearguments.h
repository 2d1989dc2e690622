// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"

namespace playhead {

/// The options of `playhead serve`, checked.
Result<Command> parseServeArguments(const QStringList &arguments);

} // namespace playhead

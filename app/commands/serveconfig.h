// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/serveplan.h"

namespace playhead {

/// Reads the file of `playhead serve --config`. Its relative file names count from its own folder and come back absolute.
/// `seed`, when given, counts instead of the file's. Unreadable when the file cannot be read, WrongUsage when it says
/// what is not understood; the messages name the file.
Result<ServePlan> readServeConfig(const QString &path, std::optional<quint64> seed);

} // namespace playhead

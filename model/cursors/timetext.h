// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QString>

#include <functional>

namespace playhead {

/// How a moment is written for whoever reads: in the window's zone, or in UTC.
using TimeText = std::function<QString(Instant)>;

} // namespace playhead

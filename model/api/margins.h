// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

namespace playhead {

/// Newer events than this may still be hidden from ascending reads, so coverage does not reach them (semantics 8).
constexpr Duration kHoldBackMargin = std::chrono::seconds(60);

} // namespace playhead

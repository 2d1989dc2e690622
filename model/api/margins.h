// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

namespace playhead {

/// Newer events than this may still be hidden from ascending reads, so coverage does not reach them (semantics 8).
constexpr Duration kHoldBackMargin = std::chrono::seconds(60);
/// Newer events than this may still be overtaken by ones that are hidden: no cursor goes on after them (semantics 22).
constexpr Duration kSettleMargin = std::chrono::seconds(10);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/demorandom.h"
#include "model/server/demostory.h"

#include <vector>

namespace playhead {

/// The demo lies within this long before its end.
inline constexpr std::chrono::days kDemoLength{89};

/// The moments at which `count` stories begin, ascending, within the 89 days before `end`: denser towards the end,
/// with the mornings of working days above nights and weekends. Milliseconds.
std::vector<qint64> demoStoryTimes(qint64 endMs, size_t count, DemoRandom &random);

/// The moments of every event, in order: strictly ascending milliseconds, the last one `endMs`, none at or before the
/// beginning of the 89 days.
std::vector<qint64> demoEventTimes(qint64 endMs,
                                   const std::vector<qint64> &storyTimes,
                                   const std::vector<const DemoStory *> &stories,
                                   DemoRandom &random);

/// Whether people come to work then (UTC; the demo's people live in Europe and America).
bool isDemoMorning(qint64 ms);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/demostream.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

namespace playhead::bench {

/// Demo events; another seed gives other ids, organizations and objects.
inline std::vector<QByteArray> events(quint64 seed, quint32 count)
{
    return makeDemoStream(DemoPlan{seed, count, instantFromUs(1'795'420'800'000'000)});
}

inline double secondsOf(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The best of some runs: what the machine can do when nothing disturbs it.
inline double bestOf(int runs, const std::function<void()> &work)
{
    double best = secondsOf(work);
    for (int i = 1; i < runs; ++i) {
        best = std::min(best, secondsOf(work));
    }
    return best;
}

} // namespace playhead::bench

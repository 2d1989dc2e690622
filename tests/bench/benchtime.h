// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

namespace playhead::bench {

inline double secondsOf(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Seconds of the best of some runs: what the machine can do when nothing disturbs it.
inline double bestOf(int runs, const std::function<void()> &work)
{
    double best = secondsOf(work);
    for (int i = 1; i < runs; ++i) {
        best = std::min(best, secondsOf(work));
    }
    return best;
}

/// The same in milliseconds.
inline double bestMs(int runs, const std::function<void()> &work)
{
    return bestOf(runs, work) * 1e3;
}

/// Seconds of each work's best run, by turns: a machine that slows down meanwhile slows all of them down.
inline std::vector<double> bestByTurns(int runs, const std::vector<std::function<void()>> &works)
{
    std::vector<double> best;
    for (const auto &work : works) {
        best.push_back(secondsOf(work));
    }
    for (int run = 1; run < runs; ++run) {
        for (size_t i = 0; i < works.size(); ++i) {
            best[i] = std::min(best[i], secondsOf(works[i]));
        }
    }
    return best;
}

} // namespace playhead::bench

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSemaphore>

#include <chrono>
#include <thread>

namespace playhead::bench {

inline constexpr double kFrameMs = 16;

/// How the thread that made the watchdog kept up between two calls of take().
struct Stalls
{
    int count = 0; ///< Longer than a frame.
    double longestMs = 0;
    /// The most that the thread itself computed between a question and its answer: what a stall has beyond it, the machine
    /// did for others.
    double longestCpuMs = 0;
};

/// Asks the thread that it was made in for a sign of life again and again, from a thread of its own, and measures how long
/// each takes: any longer work, a chain of short ones, or a wait delays it, as it would a key press.
class Watchdog : public QObject
{
public:
    Watchdog();
    ~Watchdog() override;

    Stalls take(); ///< Since the call before, or the beginning. In the watched thread.
    quint64 answers() const
    {
        return m_answers;
    } ///< How often the thread has answered. In the watched thread.

private:
    using Clock = std::chrono::steady_clock;

    void answer(Clock::time_point asked, double cpuBeforeMs);

    QSemaphore m_answered;
    Stalls m_stalls;
    quint64 m_answers = 0;
    std::jthread m_thread;
};

} // namespace playhead::bench

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/bench/watchdog.h"

#include <algorithm>
#include <ctime>
#include <pthread.h>
#include <utility>

namespace playhead::bench {

namespace {

constexpr auto kBetweenQuestions = std::chrono::microseconds(500);

double msOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

Watchdog::Watchdog()
{
    clockid_t watched{};
    pthread_getcpuclockid(pthread_self(), &watched);
    m_thread = std::jthread([this, watched](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            const auto asked = Clock::now();
            const double cpuBeforeMs = msOf(watched);
            QMetaObject::invokeMethod(
                this,
                [this, asked, cpuBeforeMs] { answer(asked, cpuBeforeMs); },
                Qt::QueuedConnection);
            while (!m_answered.tryAcquire(1, 50)) {
                if (stop.stop_requested()) {
                    return;
                }
            }
            std::this_thread::sleep_for(kBetweenQuestions);
        }
    });
}

Watchdog::~Watchdog() = default;

Stalls Watchdog::take()
{
    return std::exchange(m_stalls, {});
}

void Watchdog::answer(Clock::time_point asked, double cpuBeforeMs)
{
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - asked).count();
    const double cpuMs = msOf(CLOCK_THREAD_CPUTIME_ID) - cpuBeforeMs;
    m_stalls.count += ms > kFrameMs ? 1 : 0;
    m_stalls.longestMs = std::max(m_stalls.longestMs, ms);
    m_stalls.longestCpuMs = std::max(m_stalls.longestCpuMs, cpuMs);
    ++m_answers;
    m_answered.release();
}

} // namespace playhead::bench

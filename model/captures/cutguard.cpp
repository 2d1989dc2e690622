// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/cutguard.h"

#ifdef Q_OS_UNIX

#include "model/core/logging.h"

#include <array>
#include <atomic>
#include <csignal>
#include <mutex>
#include <sys/mman.h>
#include <unistd.h>

namespace playhead {

namespace {

/// A guarded stretch of addresses; free when `begin` is 0.
struct Stretch
{
    std::atomic<bool> isTaken = false;
    std::atomic<quintptr> begin = 0;
    std::atomic<quintptr> end = 0;
    std::atomic<bool> wasHit = false;
};

// A signal has one handler for the whole process, and it may touch nothing but such plain memory.
std::array<Stretch, 256> stretches;
struct sigaction handlerBefore;
quintptr pageSize = 4096;

/// A stretch as it was at one moment.
struct Found
{
    Stretch *stretch = nullptr; ///< nullptr = none.
    quintptr end = 0;
};

Found stretchOf(quintptr address)
{
    for (Stretch &stretch : stretches) {
        const quintptr begin = stretch.begin.load(std::memory_order_acquire);
        const quintptr end = stretch.end.load(std::memory_order_acquire);
        // Between the two it may have been freed and taken again: then `end` is another stretch's.
        const bool isSame = stretch.begin.load(std::memory_order_acquire) == begin;
        if (isSame && begin != 0 && address >= begin && address < end) {
            return {&stretch, end};
        }
    }
    return {};
}

void putZeros(int signal, siginfo_t *info, void *)
{
    const auto address = reinterpret_cast<quintptr>(info->si_addr);
    if (const Found found = stretchOf(address); found.stretch != nullptr) {
        // What is gone is always the end of a file.
        const quintptr page = address / pageSize * pageSize;
        void *const zeros = ::mmap(reinterpret_cast<void *>(page),
                                   found.end - page,
                                   PROT_READ,
                                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
                                   -1,
                                   0);
        if (zeros != MAP_FAILED) {
            found.stretch->wasHit.store(true, std::memory_order_release);
            return;
        }
    }
    // None of ours: whoever was there before gets it when the same place is touched again.
    ::sigaction(signal, &handlerBefore, nullptr);
}

void handleSignal()
{
    pageSize = static_cast<quintptr>(::sysconf(_SC_PAGESIZE));
    struct sigaction action = {};
    action.sa_sigaction = putZeros;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGBUS, &action, &handlerBefore);
}

} // namespace

CutGuard::CutGuard(QByteArrayView bytes)
{
    static std::once_flag isHandled;
    std::call_once(isHandled, handleSignal);
    for (size_t i = 0; i < stretches.size(); ++i) {
        bool isTaken = false;
        if (stretches[i].isTaken.compare_exchange_strong(isTaken, true)) {
            m_place = static_cast<int>(i);
            const auto begin = reinterpret_cast<quintptr>(bytes.data());
            stretches[i].wasHit = false;
            stretches[i].end.store(begin + static_cast<quintptr>(bytes.size()));
            stretches[i].begin.store(begin, std::memory_order_release);
            return;
        }
    }
    qCInfo(lcExport) << "too many captures are open to guard this one against being cut";
}

CutGuard::~CutGuard()
{
    if (m_place >= 0) {
        Stretch &stretch = stretches[static_cast<size_t>(m_place)];
        stretch.begin.store(0);
        stretch.isTaken.store(false, std::memory_order_release);
    }
}

bool CutGuard::wasHit() const
{
    return m_place >= 0 && stretches[static_cast<size_t>(m_place)].wasHit.load();
}

} // namespace playhead

#else

namespace playhead {

CutGuard::CutGuard(QByteArrayView) {}
CutGuard::~CutGuard() = default;

bool CutGuard::wasHit() const
{
    return m_place >= 0;
}

} // namespace playhead

#endif

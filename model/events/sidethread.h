// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace playhead {

/// A standing thread that does one half of a piece of work while its owner does the other.
class SideThread
{
public:
    SideThread()
        : m_thread([this] { run(); })
    {}
    ~SideThread()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }
    SideThread(const SideThread &) = delete;
    SideThread &operator=(const SideThread &) = delete;

    /// Does `there` on the thread and `here` on the caller's; returns when both are done.
    void doBoth(const std::function<void()> &there, const std::function<void()> &here)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_work = &there;
        }
        m_wake.notify_all();
        here();
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_work == nullptr; });
    }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [this] { return m_isEnding || m_work != nullptr; });
            if (m_work == nullptr) {
                return;
            }
            lock.unlock();
            (*m_work)();
            lock.lock();
            m_work = nullptr;
            m_wake.notify_all();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    const std::function<void()> *m_work = nullptr; ///< Being done or waiting for it.
    bool m_isEnding = false;
    std::thread m_thread; ///< Last: it starts when everything else is there.
};

} // namespace playhead

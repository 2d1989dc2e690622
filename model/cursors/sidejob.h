// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace playhead {

/// Runs a pass over many events on a thread of its own, one at a time, and answers in the owner's thread. A later job makes
/// the answer of one that still runs void. Its destructor waits for the pass, so it may use what the owner has.
class SideJob : public QObject
{
    Q_OBJECT

public:
    explicit SideJob(QObject *parent = nullptr);
    ~SideJob() override;

    /// `work` and `done` share what they hold, for instance by a shared_ptr.
    void run(std::function<void()> work, std::function<void()> done);
    void drop(); ///< What runs is not answered.
    bool isRunning() const { return m_isRunning; }

private:
    QThread m_thread; ///< Begins with the first job.
    QObject m_worker; ///< Lives on it.
    quint64 m_number = 0;
    bool m_isRunning = false;
};

} // namespace playhead

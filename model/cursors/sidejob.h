// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace playhead {

/// Runs a pass over many events beside the owner's thread, and answers in it. One runs and the newest waits for its end; a
/// later job makes the answer of an earlier one void, and one that waited is never begun. Nobody waits for a pass, not even
/// its destructor.
class SideJob : public QObject
{
    Q_OBJECT

public:
    /// In any thread, and perhaps after the SideJob: it has what it needs itself, for instance by a shared_ptr. When
    /// `isVoid` becomes true nobody wants the rest.
    using Work = std::function<void(const std::atomic_bool &isVoid)>;

    explicit SideJob(QObject *parent = nullptr);
    ~SideJob() override;

    /// `done` shares with `work` what that found.
    void run(Work work, std::function<void()> done);
    void drop(); ///< What runs or waits is not answered.
    bool isRunning() const { return m_isRunning; }

private:
    struct Link;
    struct Job
    {
        Work work;
        std::function<void()> done;
    };

    void start(Job job);
    void ended();

    std::shared_ptr<Link> m_link; ///< With the pass that runs.
    std::shared_ptr<std::atomic_bool> m_isVoid; ///< Of the pass that runs; empty = none does.
    std::function<void()> m_done; ///< Likewise.
    std::optional<Job> m_waiting;
    bool m_isRunning = false; ///< An answer is to come.
};

} // namespace playhead

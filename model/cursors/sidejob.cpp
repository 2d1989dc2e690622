// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/sidejob.h"

#include <QThreadPool>

#include <mutex>
#include <utility>

namespace playhead {

/// How a pass finds its SideJob, which may be gone by then.
struct SideJob::Link
{
    std::mutex mutex;
    SideJob *job = nullptr;
};

SideJob::SideJob(QObject *parent)
    : QObject(parent)
    , m_link(std::make_shared<Link>())
{
    m_link->job = this;
}

SideJob::~SideJob()
{
    drop();
    const std::scoped_lock lock(m_link->mutex);
    m_link->job = nullptr;
}

void SideJob::run(Work work, std::function<void()> done)
{
    drop();
    m_isRunning = true;
    if (m_isVoid) {
        m_waiting = Job{std::move(work), std::move(done)};
    } else {
        start({std::move(work), std::move(done)});
    }
}

void SideJob::drop()
{
    m_isRunning = false;
    m_waiting.reset();
    if (m_isVoid) {
        *m_isVoid = true;
    }
}

void SideJob::start(Job job)
{
    m_isVoid = std::make_shared<std::atomic_bool>(false);
    m_done = std::move(job.done);
    QThreadPool::globalInstance()->start(
        [link = m_link, isVoid = m_isVoid, work = std::move(job.work)] {
            if (!*isVoid) {
                work(*isVoid);
            }
            const std::scoped_lock lock(link->mutex);
            if (link->job != nullptr) {
                // Dropped with its receiver, if that goes before it comes.
                QMetaObject::invokeMethod(
                    link->job, [job = link->job] { job->ended(); }, Qt::QueuedConnection);
            }
        });
}

void SideJob::ended()
{
    const bool isVoid = *std::exchange(m_isVoid, nullptr);
    const std::function<void()> done = std::exchange(m_done, nullptr);
    if (m_waiting) {
        start(*std::exchange(m_waiting, std::nullopt));
    } else if (!isVoid) {
        m_isRunning = false;
        done(); // It may begin the next one.
    }
}

} // namespace playhead

#include "moc_sidejob.cpp"

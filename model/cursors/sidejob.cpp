// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/sidejob.h"

namespace playhead {

SideJob::SideJob(QObject *parent)
    : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("side job"));
    m_worker.moveToThread(&m_thread);
}

SideJob::~SideJob()
{
    m_thread.quit();
    m_thread.wait();
}

void SideJob::run(std::function<void()> work, std::function<void()> done)
{
    m_thread.start(); // does nothing when it runs
    m_isRunning = true;
    QMetaObject::invokeMethod(
        &m_worker,
        [this, number = ++m_number, work = std::move(work), done = std::move(done)] {
            work();
            // The destructor ends this thread before `this` goes.
            QMetaObject::invokeMethod(
                this,
                [this, number, done] {
                    if (number == m_number) {
                        m_isRunning = false;
                        done();
                    }
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void SideJob::drop()
{
    ++m_number;
    m_isRunning = false;
}

} // namespace playhead

#include "moc_sidejob.cpp"

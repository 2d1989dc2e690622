// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/exportjob.h"

#include <utility>

namespace playhead {

ExportJob::ExportJob(CaptureJob job, QString path, QObject *parent)
    : QObject(parent)
    , m_job(std::move(job))
    , m_path(std::move(path))
{}

ExportJob::~ExportJob()
{
    m_thread.request_stop();
}

void ExportJob::start()
{
    // The thread is joined before the job dies, so posting to it is safe at any time; what is still queued then is dropped.
    m_thread = std::jthread(
        [this, job = std::move(m_job), path = m_path](const std::stop_token &stop) {
            const auto tell = [this](quint64 written) {
                QMetaObject::invokeMethod(
                    this, [this, written] { emit progressed(written); }, Qt::QueuedConnection);
            };
            const Result<qint64> result = writeCapture(job, path, tell, stop);
            QMetaObject::invokeMethod(
                this,
                [this, result, events = quint64(job.rows.size())] {
                    if (result) {
                        emit finished(events, *result);
                    } else {
                        emit failed(result.error());
                    }
                },
                Qt::QueuedConnection);
        });
}

void ExportJob::stop()
{
    m_thread.request_stop();
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturewriter.h"
#include "model/core/result.h"

#include <QObject>

#include <thread>

namespace playhead {

/// Writes one capture on a thread of its own. Signals come on the job's thread. Destroying it stops the writing and waits
/// for the thread, which answers within one batch of events.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    ExportJob(CaptureJob job, QString path, QObject *parent = nullptr);
    ~ExportJob() override;

    void start();
    void stop();

signals:
    void progressed(quint64 written);
    void finished(quint64 events, qint64 bytes);
    void failed(const playhead::Error &error);

private:
    CaptureJob m_job;
    QString m_path;
    std::jthread m_thread;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/captures/capturestore.h"
#include "model/captures/knowncaptures.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace playhead {

/// The part of a CaptureFeed that lives on its thread, with the open capture. Its orders come as queued calls; its signals
/// carry the number of the order that they answer.
class CaptureWorker : public QObject
{
    Q_OBJECT

public:
    CaptureWorker(const TypeCatalogue &catalogue, QString cacheFolder);
    ~CaptureWorker() override; ///< After shutDown().

    void identify(const QString &path, const QList<KnownCapture> &known);
    void open(const QString &path, quint64 number, const std::stop_token &stop);
    void close();
    void shutDown();

signals:
    void identified(const playhead::KnownCapture &capture);
    void refused(const QString &path, const playhead::Error &error);
    void progressChanged(quint64 number, qint64 done, qint64 all);
    void opened(quint64 number,
                const playhead::EventSnapshot &snapshot,
                const playhead::CaptureFacts &facts);
    void openFailed(quint64 number, const playhead::Error &error);
    void grown(quint64 number,
               const playhead::EventSnapshot &snapshot,
               quint32 added,
               quint32 marked,
               const playhead::CaptureFacts &facts);
    void followStopped(quint64 number, const playhead::Error &error);
    void followFailed(quint64 number, const playhead::Error &error);

private:
    void tellProgress(qint64 done, qint64 all);
    void watch(const QString &path);
    void follow();

    const TypeCatalogue &m_catalogue;
    const QString m_cacheFolder;
    quint64 m_number = 0;
    std::stop_token m_stop;
    std::chrono::steady_clock::time_point m_told;
    std::unique_ptr<CaptureStore> m_store;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    QTimer m_soon; ///< A file that is written all the time is looked at a few times a second.
    QTimer m_poll; ///< For file systems that tell nothing, and for files that were replaced.
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/captures/capturefeed.h"

#include "model/captures/captureworker.h"

#include <QThread>

namespace playhead {

struct CaptureFeed::Private
{
    Private(const TypeCatalogue &catalogue, const QString &cacheFolder)
        : worker(std::make_unique<CaptureWorker>(catalogue, cacheFolder))
    {}

    QThread thread;
    // Moved to the thread; all that it owns is made and destroyed there (shutDown()).
    std::unique_ptr<CaptureWorker> worker;
    std::stop_source stop; ///< Of the last open().
    quint64 number = 0;
    QString path;
    EventSnapshot snapshot;
    CaptureFacts facts;
};

CaptureFeed::CaptureFeed(const TypeCatalogue &catalogue,
                         const QString &cacheFolder,
                         QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(catalogue, cacheFolder))
{
    d->worker->moveToThread(&d->thread);
    connectWorker();
    d->thread.setObjectName(QStringLiteral("capture"));
    d->thread.start();
}

CaptureFeed::~CaptureFeed()
{
    CaptureWorker *worker = d->worker.get();
    worker->disconnect(this);
    d->stop.request_stop();
    QMetaObject::invokeMethod(
        worker,
        [worker, thread = &d->thread] {
            worker->shutDown();
            thread->quit();
        },
        Qt::QueuedConnection);
    d->thread.wait();
}

void CaptureFeed::connectWorker()
{
    const CaptureWorker *worker = d->worker.get();
    connect(worker, &CaptureWorker::identified, this, &CaptureFeed::identified);
    connect(worker, &CaptureWorker::refused, this, &CaptureFeed::refused);
    connect(worker,
            &CaptureWorker::progressChanged,
            this,
            [this](quint64 number, qint64 done, qint64 all) {
                if (number == d->number) {
                    emit progressChanged(done, all);
                }
            });
    connect(worker,
            &CaptureWorker::opened,
            this,
            [this](quint64 number, const EventSnapshot &snapshot, const CaptureFacts &facts) {
                if (number == d->number) {
                    d->snapshot = snapshot;
                    d->facts = facts;
                    emit opened();
                }
            });
    connect(worker, &CaptureWorker::openFailed, this, [this](quint64 number, const Error &error) {
        if (number == d->number) {
            emit openFailed(error);
        }
    });
    connect(worker,
            &CaptureWorker::grown,
            this,
            [this](quint64 number,
                   const EventSnapshot &snapshot,
                   quint32 added,
                   quint32 marked,
                   const CaptureFacts &facts) {
                if (number != d->number) {
                    return;
                }
                const bool hasFacts = facts != d->facts;
                d->snapshot = snapshot;
                d->facts = facts;
                if (added > 0) {
                    emit grown();
                }
                if (marked > 0) {
                    emit marksChanged();
                }
                if (hasFacts) {
                    emit factsChanged();
                }
            });
    connect(worker,
            &CaptureWorker::followStopped,
            this,
            [this](quint64 number, const Error &error) {
                if (number == d->number) {
                    emit followingStopped(error);
                }
            });
    connect(worker, &CaptureWorker::followFailed, this, [this](quint64 number, const Error &error) {
        if (number == d->number) {
            d->snapshot = {};
            emit lost(error);
        }
    });
}

void CaptureFeed::forget()
{
    d->stop.request_stop();
    d->stop = {};
    ++d->number;
    d->snapshot = {};
    d->facts = {};
}

void CaptureFeed::identify(const QString &path, const QList<KnownCapture> &known)
{
    CaptureWorker *worker = d->worker.get();
    QMetaObject::invokeMethod(
        worker, [worker, path, known] { worker->identify(path, known); }, Qt::QueuedConnection);
}

void CaptureFeed::open(const QString &path)
{
    forget();
    d->path = path;
    CaptureWorker *worker = d->worker.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, path, number = d->number, stop = d->stop.get_token()] {
            worker->open(path, number, stop);
        },
        Qt::QueuedConnection);
    emit opening(path);
}

void CaptureFeed::close()
{
    if (d->path.isEmpty()) {
        return;
    }
    forget();
    d->path.clear();
    CaptureWorker *worker = d->worker.get();
    QMetaObject::invokeMethod(
        worker, [worker] { worker->close(); }, Qt::QueuedConnection);
    emit closed();
}

const QString &CaptureFeed::path() const
{
    return d->path;
}

EventSnapshot CaptureFeed::snapshot() const
{
    return d->snapshot;
}

const CaptureFacts &CaptureFeed::facts() const
{
    return d->facts;
}

} // namespace playhead

#include "moc_capturefeed.cpp"

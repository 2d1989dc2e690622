// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/storage/databaseworker.h"

#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace playhead {

struct DatabaseWorker::Private
{
    using Job = std::function<void(Result<Database *>)>;

    QString path;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Job> jobs;
    bool isEnding = false;
    std::thread thread;

    /// The next job; empty when all are done and no more will come.
    Job take()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return isEnding || !jobs.empty(); });
        if (jobs.empty()) {
            return {};
        }
        Job job = std::move(jobs.front());
        jobs.pop_front();
        return job;
    }

    void work()
    {
        std::optional<Database> database;
        while (Job job = take()) {
            if (database) {
                job(&*database);
                continue;
            }
            // A failed open is tried again by the next job: the reason may have gone away.
            Result<Database> opened = Database::open(path);
            if (!opened) {
                job(tl::unexpected<Error>(opened.error()));
                continue;
            }
            database.emplace(std::move(*opened));
            job(&*database);
        }
    }
};

DatabaseWorker::DatabaseWorker(const QString &path, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->path = path;
    d->thread = std::thread([state = d.get()] { state->work(); });
}

DatabaseWorker::~DatabaseWorker()
{
    {
        const std::scoped_lock lock(d->mutex);
        d->isEnding = true;
    }
    d->changed.notify_one();
    d->thread.join();
}

void DatabaseWorker::post(std::function<void(Result<Database *>)> job)
{
    {
        const std::scoped_lock lock(d->mutex);
        d->jobs.push_back(std::move(job));
    }
    d->changed.notify_one();
}

void DatabaseWorker::deliver(const QPointer<QObject> &context, std::function<void()> call)
{
    // By way of this object's thread: only there may a context that lives in it be looked at.
    QMetaObject::invokeMethod(
        this,
        [context, call = std::move(call)] {
            if (!context) {
                return;
            }
            if (context->thread() == QThread::currentThread()) {
                call();
            } else {
                QMetaObject::invokeMethod(context.data(), call, Qt::QueuedConnection);
            }
        },
        Qt::QueuedConnection);
}

} // namespace playhead

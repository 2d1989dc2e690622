// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/storage/database.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace playhead {

/// A thread with one Database of its own, on which small pieces of work run in the order they were given, so that the
/// window's thread never waits for the disk. Owned by the composition root; its books (environments, cursors) share it.
class DatabaseWorker : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseWorker(const QString &path, QObject *parent = nullptr);
    ~DatabaseWorker() override; ///< Finishes what was given.

    /// Runs `work` on the worker, then `done` with its result in the thread of `context` (dropped when it is gone).
    /// When the database cannot be opened, `done` gets that Error and `work` does not run; the next work tries again.
    /// A `context` that lives in another thread than this object must outlive the answer.
    template<typename T>
    void run(QObject *context,
             std::function<Result<T>(Database &)> work,
             std::function<void(Result<T>)> done)
    {
        post([this,
              context = QPointer<QObject>(context),
              work = std::move(work),
              done = std::move(done)](Result<Database *> database) {
            Result<T> result = database ? work(**database)
                                        : Result<T>(tl::unexpected<Error>(database.error()));
            deliver(context, [done, result = std::move(result)] { done(result); });
        });
    }

private:
    void post(std::function<void(Result<Database *>)> job);
    void deliver(const QPointer<QObject> &context, std::function<void()> call);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"
#include "model/environments/environment.h"

#include <QList>
#include <QObject>

#include <optional>

namespace playhead {

class DatabaseWorker;

/// The window's list of environments; stored by the database worker. Results come as signals.
class EnvironmentBook : public QObject
{
    Q_OBJECT

public:
    /// `worker` must outlive the book.
    explicit EnvironmentBook(DatabaseWorker &worker, QObject *parent = nullptr);

    void load(); ///< Emits loaded() once, then changed().
    const QList<Environment> &environments() const; ///< Those that are listed.
    QList<Environment> captures() const; ///< Also the closed ones.
    std::optional<Environment> environment(qint64 id) const;

    /// Stores a new (id 0) or changed environment; emits saved(), or failed() with AlreadyExists for a taken name.
    void save(const Environment &environment);
    void remove(
        qint64 id); ///< With its cursors' rows left for the history; its events stay on disk.

    /// Asks whether the environment's stored events came from another base URL or key (semantics 14); answered by
    /// originChecked(). Asked before a read appends.
    void checkOrigin(const Environment &environment, const QByteArray &key);
    /// A person agreed, or nothing was stored yet: from now on events of this URL and key are appended without asking.
    void acceptOrigin(const Environment &environment, const QByteArray &key);

signals:
    void loaded();
    void changed();
    void saved(const playhead::Environment &environment);
    void originChecked(qint64 environmentId, bool isOther);
    /// Something could not be read or written. When another Playhead was quicker, changed() follows.
    void failed(const playhead::Error &error);

private:
    void take(const Result<QList<Environment>> &environments);
    void keep(const QList<Environment> &environments);
    DatabaseWorker &m_worker;
    QList<Environment> m_environments;
    QList<Environment> m_closedCaptures;
};

} // namespace playhead

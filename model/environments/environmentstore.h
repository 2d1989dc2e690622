// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/storekey.h"
#include "model/storage/database.h"

#include <QList>

namespace playhead {

/// The environments, in SQLite; no key is among what is stored. One thread; several processes may write.
class EnvironmentStore
{
public:
    /// Makes the tables when they are missing. `database` must outlive the store.
    static Result<EnvironmentStore> open(Database &database);

    /// The demo first, captures last, by name. With captures that are not listed.
    Result<QList<Environment>> environments();
    Result<Environment> environment(qint64 id);
    Result<Environment> environment(const QString &name); ///< NotFound names it.

    /// Stores a new (id 0) or changed environment, with its name trimmed and its base URL in one spelling. WrongUsage for
    /// an empty name or a base URL that may not get a key; AlreadyExists for a taken name and for a second demo.
    Result<Environment> save(const Environment &environment);
    Status remove(qint64 id); ///< Its id is never given again.

    /// Random bytes that belong to this database; made at the first call. For keyFingerprint() and storeKeyFor().
    Result<QByteArray> salt();

    /// Whether the environment's stored events came from another base URL or key, so that appending must be asked for
    /// first (semantics 14). Never for the demo, nor before the first setOrigin().
    Result<bool> isOtherOrigin(const Environment &environment, const QByteArray &key);
    /// From now on events of this URL and key are appended without asking.
    Status setOrigin(const Environment &environment, const QByteArray &key);

private:
    explicit EnvironmentStore(Database &database);
    tl::unexpected<Error> taken(const Environment &environment);
    Database *m_database;
};

} // namespace playhead

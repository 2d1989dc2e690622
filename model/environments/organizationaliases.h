// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/core/result.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace playhead {

class Database;
class DatabaseWorker;

/// The names that a person gave to the environment's organizations. The environments' store must be open.
Result<QHash<OrganizationId, QString>> readOrganizationAliases(Database &database,
                                                               qint64 environmentId);

/// The names that a person gave to organizations of one environment (semantics 11); stored by the database worker.
/// Results come as signals. Window's thread.
class OrganizationAliases : public QObject
{
    Q_OBJECT

public:
    /// `worker` must outlive the book.
    explicit OrganizationAliases(DatabaseWorker &worker, QObject *parent = nullptr);

    /// Aliases of this environment from now on (0 = none); empty until they are read.
    void setEnvironment(qint64 environmentId);
    const QHash<OrganizationId, QString> &aliases() const { return m_aliases; }

    /// Stores a name without white space around it and in one line; an empty one takes the alias away. Nothing without
    /// an environment.
    void setAlias(const OrganizationId &organization, const QString &alias);

signals:
    void changed(); ///< aliases() differ from before.
    void failed(const playhead::Error &error);

private:
    void take(qint64 environmentId, const Result<QHash<OrganizationId, QString>> &aliases);

    DatabaseWorker &m_worker;
    qint64 m_environmentId = 0;
    QHash<OrganizationId, QString> m_aliases;
};

} // namespace playhead

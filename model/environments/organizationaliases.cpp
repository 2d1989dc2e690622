// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/organizationaliases.h"

#include "model/environments/environmentstore.h"
#include "model/storage/databaseworker.h"

namespace playhead {

namespace {

using Aliases = QHash<OrganizationId, QString>;

Status write(Database &database,
             qint64 environmentId,
             const OrganizationId &organization,
             const QString &alias)
{
    auto statement = database.prepare(
        alias.isEmpty()
            ? "DELETE FROM organization_aliases WHERE environment_id = ?1 AND organization_id = ?2"
            : "INSERT INTO organization_aliases (environment_id, organization_id, alias) VALUES (?1, ?2, ?3)"
              " ON CONFLICT (environment_id, organization_id) DO UPDATE SET alias = excluded.alias");
    if (!statement) {
        return tl::unexpected<Error>(statement.error());
    }
    statement->bind(1, environmentId).bind(2, organization.toString());
    if (!alias.isEmpty()) {
        statement->bind(3, alias);
    }
    return statement->run();
}

/// The environments' store makes the table.
Status prepare(Database &database)
{
    const Result<EnvironmentStore> store = EnvironmentStore::open(database);
    return store ? Status() : tl::unexpected<Error>(store.error());
}

} // namespace

Result<QHash<OrganizationId, QString>> readOrganizationAliases(Database &database,
                                                               qint64 environmentId)
{
    auto select = database.prepare(
        "SELECT organization_id, alias FROM organization_aliases WHERE environment_id = ?1");
    if (!select) {
        return tl::unexpected<Error>(select.error());
    }
    select->bind(1, environmentId);
    QHash<OrganizationId, QString> found;
    for (;;) {
        const Result<bool> row = select->step();
        if (!row) {
            return tl::unexpected<Error>(row.error());
        }
        if (!*row) {
            return found;
        }
        found.insert(OrganizationId(select->text(0).toUtf8()), select->text(1));
    }
}

OrganizationAliases::OrganizationAliases(DatabaseWorker &worker, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
{}

void OrganizationAliases::setEnvironment(qint64 environmentId)
{
    if (environmentId == m_environmentId) {
        return;
    }
    m_environmentId = environmentId;
    if (!m_aliases.isEmpty()) {
        m_aliases.clear();
        emit changed();
    }
    if (environmentId == 0) {
        return;
    }
    m_worker.run<Aliases>(
        this,
        [environmentId](Database &database) -> Result<Aliases> {
            const Status ready = prepare(database);
            return ready ? readOrganizationAliases(database, environmentId)
                         : Result<Aliases>(tl::unexpected<Error>(ready.error()));
        },
        [this, environmentId](const Result<Aliases> &aliases) { take(environmentId, aliases); });
}

void OrganizationAliases::setAlias(const OrganizationId &organization, const QString &alias)
{
    if (m_environmentId == 0 || organization.isEmpty()) {
        return;
    }
    m_worker.run<Aliases>(
        this,
        [id = m_environmentId, organization, alias = alias.simplified()](
            Database &database) -> Result<Aliases> {
            Status written = prepare(database);
            if (written) {
                written = write(database, id, organization, alias);
            }
            return written ? readOrganizationAliases(database, id)
                           : Result<Aliases>(tl::unexpected<Error>(written.error()));
        },
        [this, id = m_environmentId](const Result<Aliases> &aliases) { take(id, aliases); });
}

void OrganizationAliases::take(qint64 environmentId, const Result<Aliases> &aliases)
{
    if (!aliases) {
        emit failed(aliases.error());
    } else if (environmentId == m_environmentId && *aliases != m_aliases) {
        m_aliases = *aliases;
        emit changed();
    }
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/environments/environmentbook.h"

#include "model/environments/environmentstore.h"
#include "model/storage/databaseworker.h"

#include <algorithm>

namespace playhead {

namespace {

using List = QList<Environment>;

/// What a change gave, and the list as it is stored after it, whether it succeeded or not.
template<typename T>
struct Changed
{
    Result<T> change;
    Result<List> environments;
};

Result<List> listOf(Database &database)
{
    Result<EnvironmentStore> store = EnvironmentStore::open(database);
    return store ? store->environments() : Result<List>(tl::unexpected<Error>(store.error()));
}

} // namespace

EnvironmentBook::EnvironmentBook(DatabaseWorker &worker, QObject *parent)
    : QObject(parent)
    , m_worker(worker)
{}

const QList<Environment> &EnvironmentBook::environments() const
{
    return m_environments;
}

QList<Environment> EnvironmentBook::captures() const
{
    QList<Environment> all = m_closedCaptures;
    std::copy_if(m_environments.cbegin(),
                 m_environments.cend(),
                 std::back_inserter(all),
                 [](const Environment &environment) { return environment.isCapture(); });
    return all;
}

void EnvironmentBook::keep(const QList<Environment> &environments)
{
    m_environments.clear();
    m_closedCaptures.clear();
    for (const Environment &environment : environments) {
        (environment.isListed ? m_environments : m_closedCaptures).append(environment);
    }
}

std::optional<Environment> EnvironmentBook::environment(qint64 id) const
{
    const auto found = std::find_if(m_environments.cbegin(),
                                    m_environments.cend(),
                                    [id](const Environment &environment) {
                                        return environment.id == id;
                                    });
    return found == m_environments.cend() ? std::nullopt : std::optional(*found);
}

void EnvironmentBook::take(const Result<QList<Environment>> &environments)
{
    if (!environments) {
        emit failed(environments.error());
        return;
    }
    keep(*environments);
    emit changed();
}

void EnvironmentBook::load()
{
    m_worker.run<List>(this, listOf, [this](const Result<List> &environments) {
        if (!environments) {
            emit failed(environments.error());
            return;
        }
        keep(*environments);
        emit loaded();
        emit changed();
    });
}

void EnvironmentBook::save(const Environment &environment)
{
    using Saved = Changed<Environment>;
    m_worker.run<Saved>(
        this,
        [environment](Database &database) -> Result<Saved> {
            Result<EnvironmentStore> store = EnvironmentStore::open(database);
            if (!store) {
                return tl::unexpected<Error>(store.error());
            }
            Result<Environment> stored = store->save(environment);
            return Saved{std::move(stored), store->environments()};
        },
        [this](const Result<Saved> &result) {
            if (!result) {
                emit failed(result.error());
                return;
            }
            take(result->environments);
            if (result->change) {
                emit saved(*result->change);
            } else {
                emit failed(result->change.error());
            }
        });
}

void EnvironmentBook::remove(qint64 id)
{
    m_worker.run<List>(
        this,
        [id](Database &database) -> Result<List> {
            Result<EnvironmentStore> store = EnvironmentStore::open(database);
            const Status removed = store ? store->remove(id)
                                         : Status(tl::unexpected<Error>(store.error()));
            return removed ? store->environments()
                           : Result<List>(tl::unexpected<Error>(removed.error()));
        },
        [this](const Result<List> &environments) { take(environments); });
}

void EnvironmentBook::checkOrigin(const Environment &environment, const QByteArray &key)
{
    m_worker.run<bool>(
        this,
        [environment, key](Database &database) -> Result<bool> {
            Result<EnvironmentStore> store = EnvironmentStore::open(database);
            return store ? store->isOtherOrigin(environment, key)
                         : Result<bool>(tl::unexpected<Error>(store.error()));
        },
        [this, id = environment.id](const Result<bool> &isOther) {
            if (isOther) {
                emit originChecked(id, *isOther);
            } else {
                emit failed(isOther.error());
            }
        });
}

void EnvironmentBook::acceptOrigin(const Environment &environment, const QByteArray &key)
{
    m_worker.run<void>(
        this,
        [environment, key](Database &database) -> Status {
            Result<EnvironmentStore> store = EnvironmentStore::open(database);
            return store ? store->setOrigin(environment, key)
                         : Status(tl::unexpected<Error>(store.error()));
        },
        [this](const Status &done) {
            if (!done) {
                emit failed(done.error());
            }
        });
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/storage/database.h"
#include "model/storage/sqliteerror.h"

namespace playhead {

namespace {

Result<qint64> versionOf(Database &database, const QString &component)
{
    auto tables = database.prepare(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_versions'");
    if (!tables) {
        return tl::unexpected<Error>(tables.error());
    }
    const Result<bool> exists = tables->step();
    if (!exists) {
        return tl::unexpected<Error>(exists.error());
    }
    if (!*exists) {
        return 0;
    }
    auto version = database.prepare("SELECT version FROM schema_versions WHERE component = ?1");
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    const Result<bool> found = version->bind(1, component).step();
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    return *found ? version->integer(0) : 0;
}

Status setVersion(Database &database, const QString &component, qint64 version)
{
    auto statement = database.prepare(
        "INSERT INTO schema_versions (component, version) VALUES (?1, ?2) "
        "ON CONFLICT (component) DO UPDATE SET version = excluded.version");
    if (!statement) {
        return tl::unexpected<Error>(statement.error());
    }
    return statement->bind(1, component).bind(2, version).run();
}

} // namespace

Status Database::migrate(const QString &component, std::span<const char *const> steps)
{
    const auto newest = static_cast<qint64>(steps.size());
    const auto check = [this, &component, newest]() -> Result<qint64> {
        Result<qint64> version = versionOf(*this, component);
        if (version && *version > newest) {
            return failure(
                ErrorCode::Damaged,
                sqliteText("The database was made by a newer Playhead (%1 %2, this one knows %3). "
                           "Update Playhead, then start again.")
                    .arg(component)
                    .arg(*version)
                    .arg(newest));
        }
        return version;
    };
    // Looked at without the write lock first, so that opening never waits for another process's writing.
    const Result<qint64> before = check();
    if (!before || *before == newest) {
        return before ? Status() : tl::unexpected<Error>(before.error());
    }
    return transaction([this, &component, &steps, &check]() -> Status {
        if (Status made = execute("CREATE TABLE IF NOT EXISTS schema_versions ("
                                  "component TEXT PRIMARY KEY, version INTEGER NOT NULL)");
            !made) {
            return made;
        }
        const Result<qint64> version = check(); // another process may have been quicker
        if (!version) {
            return tl::unexpected<Error>(version.error());
        }
        for (const char *step : steps.subspan(static_cast<size_t>(*version))) {
            if (Status done = execute(step); !done) {
                return done;
            }
        }
        return setVersion(*this, component, static_cast<qint64>(steps.size()));
    });
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/coverage.h"

#include "model/core/logging.h"

namespace playhead {

namespace {

// Times are microseconds since 1970. A list of types is its sorted names, one a line.
constexpr const char *kSteps[] = {
    "CREATE TABLE coverage (store_key TEXT NOT NULL, kind INTEGER NOT NULL, types BLOB NOT NULL,"
    " organization BLOB NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,"
    " PRIMARY KEY (store_key, kind, types, organization, since)) WITHOUT ROWID;"
    "CREATE TABLE coverage_store (store_key TEXT PRIMARY KEY, stored_rows INTEGER NOT NULL) WITHOUT ROWID;",
};

QByteArray notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QByteArray typesText(const CoverageKey &key)
{
    return notNull(QByteArrayList(key.types).join('\n'));
}

CoverageKey keyOf(const Statement &row)
{
    CoverageKey key;
    key.kind = ReadKind(row.integer(0));
    const QByteArray types = row.blob(1);
    key.types = types.isEmpty() ? QList<QByteArray>() : types.split('\n');
    key.organization = OrganizationId(row.blob(2));
    return key;
}

} // namespace

Coverage::Coverage(Database &database, const QString &storeKey)
    : m_database(&database)
    , m_storeKey(storeKey)
{}

Result<Coverage> Coverage::load(Database &database, const QString &storeKey, quint32 storedRows)
{
    if (Status made = database.migrate(QStringLiteral("coverage"), kSteps); !made) {
        return tl::unexpected(made.error());
    }
    Coverage coverage(database, storeKey);
    Result<Statement> known = database.prepare(
        "SELECT stored_rows FROM coverage_store WHERE store_key = ?1");
    if (!known) {
        return tl::unexpected(known.error());
    }
    known->bind(1, storeKey);
    const Result<bool> row = known->step();
    if (!row) {
        return tl::unexpected(row.error());
    }
    if (*row && known->integer(0) > qint64(storedRows)) {
        qCWarning(lcApi)
            << "The event store holds fewer events than its coverage names; the coverage is forgotten";
        known->reset();
        const Status forgotten = coverage.forget();
        return forgotten ? Result<Coverage>(std::move(coverage))
                         : tl::unexpected(forgotten.error());
    }
    coverage.m_storedRows = *row ? static_cast<quint32>(known->integer(0)) : 0;
    const Status read = coverage.readRanges();
    return read ? Result<Coverage>(std::move(coverage)) : tl::unexpected(read.error());
}

Status Coverage::readRanges()
{
    Result<Statement> rows = m_database->prepare(
        "SELECT kind, types, organization, since, until FROM coverage WHERE store_key = ?1");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    rows->bind(1, m_storeKey);
    for (;;) {
        const Result<bool> row = rows->step();
        if (!row || !*row) {
            return row ? Status() : tl::unexpected(row.error());
        }
        m_map.add(keyOf(*rows), {instantFromUs(rows->integer(3)), instantFromUs(rows->integer(4))});
    }
}

Status Coverage::forget()
{
    return m_database->transaction([this]() -> Status {
        for (const char *sql : {"DELETE FROM coverage WHERE store_key = ?1",
                                "DELETE FROM coverage_store WHERE store_key = ?1"}) {
            Result<Statement> statement = m_database->prepare(sql);
            if (!statement) {
                return tl::unexpected(statement.error());
            }
            if (Status done = statement->bind(1, m_storeKey).run(); !done) {
                return done;
            }
        }
        return {};
    });
}

Status Coverage::add(const CoverageKey &key, const TimeRange &range, quint32 storedRows)
{
    CoverageMap grown = m_map;
    grown.add(key, range);
    const TimeRanges &ranges = grown.find(key)->ranges;
    const QByteArray types = typesText(key);
    const QByteArray organization = notNull(key.organization.value);
    const Status written = m_database->transaction([&]() -> Status {
        Result<Statement> drop = m_database->prepare(
            "DELETE FROM coverage WHERE store_key = ?1 AND kind = ?2 AND types = ?3 AND organization = ?4");
        Result<Statement> insert = m_database->prepare(
            "INSERT INTO coverage (store_key, kind, types, organization, since, until) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        Result<Statement> rows = m_database->prepare(
            "INSERT INTO coverage_store (store_key, stored_rows) VALUES (?1, ?2)"
            " ON CONFLICT (store_key) DO UPDATE SET stored_rows = max(stored_rows, excluded.stored_rows)");
        for (const Result<Statement> *statement : {&drop, &insert, &rows}) {
            if (!*statement) {
                return tl::unexpected(statement->error());
            }
        }
        if (Status done = drop->bind(1, m_storeKey)
                              .bind(2, qint64(key.kind))
                              .bind(3, types)
                              .bind(4, organization)
                              .run();
            !done) {
            return done;
        }
        for (const TimeRange &part : ranges) {
            insert->reset();
            insert->bind(1, m_storeKey)
                .bind(2, qint64(key.kind))
                .bind(3, types)
                .bind(4, organization);
            if (Status done = insert->bind(5, toUs(part.since)).bind(6, toUs(part.until)).run();
                !done) {
                return done;
            }
        }
        return rows->bind(1, m_storeKey).bind(2, qint64(storedRows)).run();
    });
    if (written) {
        m_map = std::move(grown);
    }
    return written;
}

} // namespace playhead

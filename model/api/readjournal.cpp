// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/readjournal.h"

#include <QCryptographicHash>

namespace playhead {

namespace {

constexpr const char *kSteps[] = {
    "CREATE TABLE unfinished_reads (fingerprint BLOB PRIMARY KEY, since INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;",
};

} // namespace

QByteArray readFingerprint(const QList<QByteArray> &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : parts) {
        // With its length, so that moved borders make another text.
        hash.addData(QByteArray::number(part.size()) + ':' + part);
    }
    return hash.result();
}

ReadJournal::ReadJournal(Database &database)
    : m_database(&database)
{}

Result<ReadJournal> ReadJournal::open(Database &database)
{
    if (Status made = database.migrate(QStringLiteral("readjournal"), kSteps); !made) {
        return tl::unexpected(made.error());
    }
    return ReadJournal(database);
}

Result<ReadJournal::Begun> ReadJournal::begin(const QByteArray &fingerprint,
                                              const FetchQuery &query)
{
    Begun begun{query, false};
    const Status done = m_database->transaction([&]() -> Status {
        Result<Statement> find = m_database->prepare(
            "SELECT since, until FROM unfinished_reads WHERE fingerprint = ?1");
        if (!find) {
            return tl::unexpected(find.error());
        }
        find->bind(1, fingerprint);
        const Result<bool> row = find->step();
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (*row) {
            begun.query.scope.range = {instantFromUs(find->integer(0)),
                                       instantFromUs(find->integer(1))};
            begun.isResumed = true;
            return {};
        }
        Result<Statement> insert = m_database->prepare(
            "INSERT INTO unfinished_reads (fingerprint, since, until) VALUES (?1, ?2, ?3)");
        if (!insert) {
            return tl::unexpected(insert.error());
        }
        const TimeRange &range = query.scope.range;
        return insert->bind(1, fingerprint)
            .bind(2, toUs(range.since))
            .bind(3, toUs(range.until))
            .run();
    });
    return done ? Result<Begun>(begun) : tl::unexpected(done.error());
}

Status ReadJournal::finish(const QByteArray &fingerprint)
{
    Result<Statement> remove = m_database->prepare(
        "DELETE FROM unfinished_reads WHERE fingerprint = ?1");
    if (!remove) {
        return tl::unexpected(remove.error());
    }
    return remove->bind(1, fingerprint).run();
}

} // namespace playhead

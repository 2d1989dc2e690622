// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <span>

struct sqlite3;
struct sqlite3_stmt;

namespace playhead {

/// A prepared SQL statement. Parameters count from 1, columns from 0, as in SQLite. One thread, that of its Database.
class Statement
{
public:
    Statement &bind(int parameter, qint64 value);
    Statement &bind(int parameter, const QString &value);
    Statement &bind(int parameter,
                    const QByteArray &value); ///< As a blob; a null array binds NULL.
    Statement &bindNull(int parameter);

    /// true: a row is there; false: done. Locked when another process holds the database too long (5 s).
    Result<bool> step();
    /// step() for statements without rows.
    Status run();
    void reset(); ///< For another run with new parameters.

    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const;

private:
    friend class Database;
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    Statement &keep(int code);
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bindError = 0; ///< The first bind that failed; reported by step().
};

/// One connection to a SQLite file (WAL, foreign keys, synchronous NORMAL). Movable. Used by one thread at a time; each
/// thread and each process opens its own.
class Database
{
public:
    /// Makes the file and its folder when they are missing, for its owner only. ":memory:" for tests.
    static Result<Database> open(const QString &path);
    /// For verbs that only read: makes nothing. NotFound when there is no such file. Where nothing may be written the
    /// connection reads only, and migrate() fails when there is something to do.
    static Result<Database> openExisting(const QString &path);

    /// Brings the tables of one component up to its newest step, each step once and in a transaction. A database that
    /// is newer than `steps` is refused (Damaged: made by a newer Playhead).
    Status migrate(const QString &component, std::span<const char *const> steps);

    Result<Statement> prepare(const char *sql);
    Status execute(const char *sql);
    /// Runs `work` in BEGIN IMMEDIATE … COMMIT; rolls back when it fails. Within the work of another transaction it is a part
    /// of that one, which must fail when this fails.
    template<typename Work>
    Status transaction(Work &&work)
    {
        if (isInTransaction()) {
            return work();
        }
        if (Status begun = execute("BEGIN IMMEDIATE"); !begun) {
            return begun;
        }
        if (Status done = work(); !done) {
            rollBack();
            return done;
        }
        Status committed = execute("COMMIT");
        if (!committed) {
            rollBack();
        }
        return committed;
    }

    qint64 lastInsertedId() const;
    int changedRows() const;

private:
    bool isInTransaction() const;
    void rollBack();
    static Result<Database> openReadOnly(const QString &path);
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

} // namespace playhead

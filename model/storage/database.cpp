// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/storage/database.h"

#include "model/storage/sqliteerror.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr int kRetryPauseMs = 20;
constexpr auto kInMemory = QLatin1StringView(":memory:");

/// SQLite gives its WAL and shared-memory files the mode of the database, so one owner-only file is enough.
Status makeOwnerOnlyFile(const QString &path)
{
    const QFileInfo info(path);
    const QDir folder = info.absoluteDir();
    if (!folder.exists()) {
        if (!folder.mkpath(u"."_s)) {
            return failure(ErrorCode::Unwritable,
                           sqliteText("The folder %1 cannot be made. Check who may write there.")
                               .arg(folder.path()));
        }
        QFile::setPermissions(folder.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (info.exists()) {
        return {};
    }
    QFile file(path);
    // NewOnly: when another process makes it first, that one is used.
    if (!file.open(QFile::ReadWrite | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && !QFileInfo::exists(path)) {
        return failure(ErrorCode::Unwritable,
                       sqliteText("The database %1 cannot be made. Check who may write there.")
                           .arg(path),
                       file.errorString());
    }
    return {};
}

/// Changing to WAL needs the file alone for a moment and does not always call the busy handler, so it is tried until
/// the same time is over (sqlite.org/wal.html, "Sometimes Queries Return SQLITE_BUSY In WAL Mode").
Status switchToWal(Database &database)
{
    QDeadlineTimer deadline(kBusyTimeoutMs);
    for (;;) {
        Status switched = database.execute("PRAGMA journal_mode=WAL");
        if (switched || switched.error().code != ErrorCode::Locked || deadline.hasExpired()) {
            return switched;
        }
        sqlite3_sleep(kRetryPauseMs);
    }
}

} // namespace

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle); // v2: waits by itself for statements that still live
}

Result<Database> Database::open(const QString &path)
{
    if (path != kInMemory) {
        if (Status made = makeOwnerOnlyFile(path); !made) {
            return tl::unexpected<Error>(made.error());
        }
    }
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(),
                                     &handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                         | SQLITE_OPEN_NOMUTEX,
                                     nullptr);
    Database database;
    database.m_handle.reset(handle);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(sqliteError(code, handle, path));
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    if (sqlite3_db_readonly(handle, "main") == 1) {
        return tl::unexpected<Error>(sqliteError(SQLITE_READONLY, nullptr, path));
    }
    if (Status wal = switchToWal(database); !wal) {
        return tl::unexpected<Error>(wal.error());
    }
    for (const char *setting : {"PRAGMA foreign_keys=ON", "PRAGMA synchronous=NORMAL"}) {
        if (Status set = database.execute(setting); !set) {
            return tl::unexpected<Error>(set.error());
        }
    }
    return database;
}

Result<Database> Database::openExisting(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return failure(ErrorCode::NotFound,
                       sqliteText("There is no database %1. Check the folder.").arg(path));
    }
    const bool isWritable = info.isWritable() && QFileInfo(info.absolutePath()).isWritable();
    return isWritable ? open(path) : openReadOnly(path);
}

Result<Database> Database::openReadOnly(const QString &path)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    // In a folder that cannot be written SQLite cannot lock a WAL database. Without a log nothing is waiting in one, and
    // then the file is all (sqlite.org/wal.html, "Read-Only Databases").
    if (!QFileInfo::exists(path + u"-wal"_s)) {
        url.setQuery(u"immutable=1"_s);
    }
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(url.toEncoded().constData(),
                                     &handle,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                                     nullptr);
    Database database;
    database.m_handle.reset(handle);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(sqliteError(code, handle, path));
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    return database;
}

Status Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(sqliteError(code, m_handle.get()));
    }
    return {};
}

Result<Statement> Database::prepare(const char *sql)
{
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v2(m_handle.get(), sql, -1, &prepared, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(sqliteError(code, m_handle.get()));
    }
    Statement statement;
    statement.m_statement.reset(prepared);
    return statement;
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

void Database::rollBack()
{
    // Some failures (disk full, input or output) have rolled back already (sqlite.org/lang_transaction.html).
    if (isInTransaction()) {
        sqlite3_exec(m_handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

qint64 Database::lastInsertedId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

int Database::changedRows() const
{
    return sqlite3_changes(m_handle.get());
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/storage/sqliteerror.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace playhead {

namespace {

/// The error code and the text; %1 is the path.
std::pair<ErrorCode, const char *> meaningOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Locked,
                QT_TRANSLATE_NOOP(
                    "Database",
                    "The database %1 is held by another program. Close it there, then try again.")};
    case SQLITE_FULL:
        return {ErrorCode::DiskFull,
                QT_TRANSLATE_NOOP(
                    "Database",
                    "The database %1 cannot grow: the disk is full. Make room, then try again.")};
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return {ErrorCode::Unreadable,
                QT_TRANSLATE_NOOP(
                    "Database",
                    "The database %1 cannot be opened. Check the folder and who may read it.")};
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
        return {ErrorCode::Unwritable,
                QT_TRANSLATE_NOOP(
                    "Database",
                    "The database %1 cannot be written. Check the disk and who may write there.")};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Damaged,
                QT_TRANSLATE_NOOP(
                    "Database",
                    "The database %1 is damaged. Move it away, then start again with a new one.")};
    case SQLITE_CONSTRAINT:
        if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) {
            return {ErrorCode::AlreadyExists,
                    QT_TRANSLATE_NOOP(
                        "Database",
                        "The database %1 has such an entry already. Choose another name.")};
        }
        [[fallthrough]];
    default:
        return {ErrorCode::Internal,
                QT_TRANSLATE_NOOP(
                    "Database", "The database %1 refused a statement. Please report this fault.")};
    }
}

} // namespace

QString sqliteText(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

Error sqliteError(int code, sqlite3 *handle, const QString &path)
{
    QString name = path;
    QString detail = QString::fromUtf8(sqlite3_errstr(code));
    if (handle) {
        if (name.isEmpty()) {
            name = QString::fromUtf8(sqlite3_db_filename(handle, "main"));
        }
        detail += QLatin1StringView(": ") + QString::fromUtf8(sqlite3_errmsg(handle));
    }
    const auto [meaning, text] = meaningOf(code);
    return {meaning, sqliteText(text).arg(name), detail, 0};
}

} // namespace playhead

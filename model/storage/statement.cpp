// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/storage/database.h"
#include "model/storage/sqliteerror.h"

#include <sqlite3.h>

namespace playhead {

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement &Statement::keep(int code)
{
    if (m_bindError == SQLITE_OK) {
        m_bindError = code;
    }
    return *this;
}

Statement &Statement::bind(int parameter, qint64 value)
{
    return keep(sqlite3_bind_int64(m_statement.get(), parameter, value));
}

Statement &Statement::bind(int parameter, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    return keep(sqlite3_bind_text64(m_statement.get(),
                                    parameter,
                                    utf8.constData(),
                                    static_cast<sqlite3_uint64>(utf8.size()),
                                    SQLITE_TRANSIENT, // NOLINT: the cast is SQLite's own
                                    SQLITE_UTF8));
}

Statement &Statement::bind(int parameter, const QByteArray &value)
{
    if (value.isNull()) {
        return bindNull(parameter);
    }
    return keep(sqlite3_bind_blob64(m_statement.get(),
                                    parameter,
                                    value.constData(),
                                    static_cast<sqlite3_uint64>(value.size()),
                                    SQLITE_TRANSIENT)); // NOLINT: the cast is SQLite's own
}

Statement &Statement::bindNull(int parameter)
{
    return keep(sqlite3_bind_null(m_statement.get(), parameter));
}

Result<bool> Statement::step()
{
    sqlite3 *handle = sqlite3_db_handle(m_statement.get());
    if (m_bindError != SQLITE_OK) {
        return tl::unexpected<Error>(sqliteError(m_bindError, handle));
    }
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    return tl::unexpected<Error>(sqliteError(code, handle));
}

Status Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row) {
            return tl::unexpected<Error>(row.error());
        }
        if (!*row) {
            return {};
        }
    }
}

void Statement::reset()
{
    // The code is that of the last step, which step() has reported already.
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
    m_bindError = SQLITE_OK;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    // Text first, then its size, in the order that sqlite.org/c3ref/column_blob.html asks for.
    const auto *bytes = reinterpret_cast<const char *>(
        sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::blob(int column) const
{
    if (isNull(column)) {
        return {};
    }
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return size == 0 ? QByteArrayLiteral("") : QByteArray(bytes, size);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

} // namespace playhead

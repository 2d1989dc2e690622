// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/storage/database.h"

#include <QList>

#include <optional>
#include <type_traits>

namespace playhead {

// What the tables of this room share: statements with their values bound in order, and whole answers.

/// An empty array that SQLite does not take for NULL.
inline QByteArray notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArrayLiteral("") : bytes;
}

template<typename Value>
void bindValue(Statement &statement, int parameter, const Value &value)
{
    if constexpr (std::is_same_v<Value, std::optional<qint64>>) {
        value ? statement.bind(parameter, *value) : statement.bindNull(parameter);
    } else {
        statement.bind(parameter, value);
    }
}

template<typename... Values>
Result<Statement> prepared(Database &database, const char *sql, const Values &...values)
{
    Result<Statement> statement = database.prepare(sql);
    if (statement) {
        int parameter = 0;
        (bindValue(*statement, ++parameter, values), ...);
    }
    return statement;
}

/// All rows of a statement, or the Error of preparing or stepping it.
template<typename Read>
auto allRows(Result<Statement> statement, Read read) -> Result<QList<decltype(read(*statement))>>
{
    if (!statement) {
        return tl::unexpected<Error>(statement.error());
    }
    QList<decltype(read(*statement))> rows;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row) {
            return tl::unexpected<Error>(row.error());
        }
        if (!*row) {
            return rows;
        }
        rows.append(read(*statement));
    }
}

template<typename Row>
Result<std::optional<Row>> firstRow(const Result<QList<Row>> &rows)
{
    if (!rows) {
        return tl::unexpected<Error>(rows.error());
    }
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

/// The only number of an answer; 0 when there is none.
inline Result<qint64> oneNumber(Result<Statement> statement)
{
    const auto rows = allRows(std::move(statement),
                              [](const Statement &row) { return row.integer(0); });
    return rows ? Result<qint64>(rows->value(0)) : tl::unexpected<Error>(rows.error());
}

inline Status runOnce(Result<Statement> statement)
{
    return statement ? statement->run() : Status(tl::unexpected<Error>(statement.error()));
}

} // namespace playhead

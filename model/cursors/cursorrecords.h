// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"
#include "model/storage/database.h"

#include <optional>
#include <vector>

namespace playhead {

/// The rows in which cursors and their history are kept: reading and writing, no rules. The caller holds the transaction.
class CursorRecords
{
public:
    explicit CursorRecords(Database &database)
        : m_database(&database)
    {}

    static Status migrate(Database &database);

    Result<QList<Cursor>> cursors(qint64 environmentId); ///< By name.
    Result<std::optional<Cursor>> cursor(qint64 id);
    Result<std::optional<Cursor>> cursor(qint64 environmentId, const QString &name);
    /// With its own id, or a new one for id 0; returns the id.
    Result<qint64> insert(const Cursor &cursor);
    Status update(const Cursor &cursor);
    Status remove(qint64 id);

    /// `undoes`: for Undone and Redone the id of the entry that they take back or repeat, else 0. Returns the entry's id.
    Result<qint64> addEntry(const CursorHistoryEntry &entry, qint64 undoes);
    Result<QList<CursorHistoryEntry>> history(qint64 cursorId); ///< Newest first.
    Result<CursorHistoryEntry> entry(qint64 id);
    Result<qint64> newestEntry(qint64 environmentId); ///< Id; 0 = there is none.
    /// What was entered after that one, oldest first.
    Result<QList<CursorHistoryEntry>> entriesAfter(qint64 environmentId, qint64 entryId);
    Result<qint64> newestVersion(
        qint64 cursorId); ///< The highest version in its history; 0 = it never existed.

    /// Ids of entries that can be taken back, and of those that can be repeated, each with the next one last.
    struct Stacks
    {
        std::vector<qint64> undo;
        std::vector<qint64> redo;
    };
    Result<Stacks> stacks(qint64 environmentId);

private:
    Database *m_database;
};

} // namespace playhead

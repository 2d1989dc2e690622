// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/cursors/rewind.h"
#include "model/storage/database.h"

#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <vector>

namespace playhead {

/// Which changes the person who asks knows: none that others entered later may be taken back unseen.
struct KnownHistory
{
    qint64 upTo = std::numeric_limits<qint64>::max(); ///< All entries up to this id.
    std::set<qint64> own; ///< Later ones that are the person's own.
};

/// The cursors of all environments and their history, in SQLite. Every change writes one history entry in the same
/// transaction; nothing is ever erased from the history. One thread; several processes may write (the version guards).
class CursorStore
{
public:
    /// Makes the tables when they are missing. `database` must outlive the store.
    static Result<CursorStore> open(Database &database, const Clock &clock);

    Result<QList<Cursor>> cursors(qint64 environmentId);
    Result<Cursor> cursor(qint64 cursorId);

    /// AlreadyExists when the environment has a cursor of this name; WrongUsage for an empty name. `change` says how it came
    /// to be: created, imported or recovered; `how` and `reason` as in CursorHistoryEntry. It is placed now, and `seen` kept.
    Result<Cursor> create(const Cursor &cursor,
                          CursorChange change = CursorChange::Created,
                          const QString &how = {},
                          const QString &reason = {});
    /// Name and note. Conflict when `cursor.version` is not the stored one, or the cursor was deleted meanwhile.
    /// Without a difference nothing is written.
    Result<Cursor> edit(const Cursor &cursor);
    /// Moves to `position`; Conflict and no difference as above. `how` as in CursorHistoryEntry, `seen` of the new place.
    Result<Cursor> move(const Cursor &cursor,
                        const CursorPosition &position,
                        CursorChange change,
                        const QString &reason,
                        const QString &how = {},
                        const SeenStretch &seen = {});
    /// Place and note of `wanted`, in one change; Conflict and no difference as above. `how`: the file that it is taken from.
    Result<Cursor> import(const Cursor &cursor, const Cursor &wanted, const QString &how);
    /// Runs `work`, so that all that it changes in this database is stored, or nothing when it fails.
    Status together(const std::function<Status()> &work);
    Result<Cursor> apply(const MovePlan &plan, const QString &reason);
    Status remove(const Cursor &cursor);

    Result<QList<CursorHistoryEntry>> history(qint64 cursorId); ///< Newest first.

    /// Takes back the newest change of the environment that is not taken back yet, as a further entry (semantics, "The way
    /// of a cursor"); a deleted cursor comes back, with its place and what was seen of it. NotFound when there is none.
    /// Conflict when the cursor changed since, or the environment's history holds more than is `known`.
    Result<CursorHistoryEntry> undo(qint64 environmentId, const KnownHistory &known = {});
    Result<CursorHistoryEntry> redo(qint64 environmentId, const KnownHistory &known = {});

    /// The changes that undo() would take back and redo() repeat; empty = nothing to do.
    struct UndoState
    {
        std::optional<CursorHistoryEntry> undo;
        std::optional<CursorHistoryEntry> redo;
        bool operator==(const UndoState &) const = default;
    };
    Result<UndoState> undoState(qint64 environmentId);

    Result<qint64> newestEntry(qint64 environmentId); ///< Id of the newest entry; 0 = none.
    /// What was entered after that one, by whomever, oldest first.
    Result<QList<CursorHistoryEntry>> entriesAfter(qint64 environmentId, qint64 entryId);
    /// Ids of the entries that this store wrote, in order.
    const std::vector<qint64> &written() const { return m_written; }

private:
    CursorStore(Database &database, const Clock &clock);
    struct Way
    {
        CursorChange change = CursorChange::Moved;
        QString how;
        QString reason;
    };
    Result<Cursor> change(const Cursor &planned, const Cursor &wanted, const Way &way);
    Result<CursorHistoryEntry> step(qint64 environmentId,
                                    CursorChange change,
                                    const KnownHistory &known);
    Database *m_database;
    const Clock *m_clock;
    std::vector<qint64> m_written;
};

} // namespace playhead

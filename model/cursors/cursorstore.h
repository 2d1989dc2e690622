// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/cursors/rewind.h"
#include "model/storage/database.h"

namespace playhead {

/// The cursors of all environments and their history, in SQLite. Every change writes one history entry in the same
/// transaction; nothing is ever erased from the history. One thread; several processes may write (the version guards).
class CursorStore
{
public:
    /// Makes the tables when they are missing. `database` must outlive the store.
    static Result<CursorStore> open(Database &database, const Clock &clock);

    Result<QList<Cursor>> cursors(qint64 environmentId);
    Result<Cursor> cursor(qint64 cursorId);

    /// AlreadyExists when the environment has a cursor of this name; WrongUsage for an empty name.
    Result<Cursor> create(const Cursor &cursor);
    /// Name and note. Conflict when `cursor.version` is not the stored one, or the cursor was deleted meanwhile.
    /// Without a difference nothing is written.
    Result<Cursor> edit(const Cursor &cursor);
    /// Moves to `position`; Conflict and no difference as above.
    Result<Cursor> move(const Cursor &cursor,
                        const CursorPosition &position,
                        CursorChange change,
                        const QString &reason);
    Result<Cursor> apply(const MovePlan &plan, const QString &reason);
    Status remove(const Cursor &cursor);

    Result<QList<CursorHistoryEntry>> history(qint64 cursorId); ///< Newest first.
    /// Takes back the newest change of the environment that is not taken back yet, as a further entry (semantics, "The way
    /// of a cursor"); a deleted cursor comes back. NotFound when there is none. Conflict when the cursor changed since.
    Result<CursorHistoryEntry> undo(qint64 environmentId);
    Result<CursorHistoryEntry> redo(qint64 environmentId);

    /// Whether undo() and redo() have something to do.
    struct UndoState
    {
        bool canUndo = false;
        bool canRedo = false;
        bool operator==(const UndoState &) const = default;
    };
    Result<UndoState> undoState(qint64 environmentId);

private:
    CursorStore(Database &database, const Clock &clock);
    Result<Cursor> change(const Cursor &planned,
                          Cursor wanted,
                          CursorChange change,
                          const QString &reason);
    Result<CursorHistoryEntry> step(qint64 environmentId, CursorChange change);
    Database *m_database;
    const Clock *m_clock;
};

} // namespace playhead

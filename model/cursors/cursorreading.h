// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorstore.h"
#include "model/cursors/savedplacestore.h"

#include <functional>

namespace playhead {

/// What is stored for one environment at one moment.
struct CursorShelf
{
    QList<Cursor> cursors; ///< By name.
    QList<SavedPlace> places; ///< Newest first.
    CursorStore::UndoState undo;
    qint64 newestEntry = 0; ///< Of the history; 0 = none.
    /// What others entered since the last reading, oldest first: another Playhead, or the command line.
    QList<CursorHistoryEntry> foreign;
};

/// What an order to change something is given.
struct CursorStores
{
    CursorStore &cursors;
    SavedPlaceStore &places;
    KnownHistory known; ///< Of the person who ordered it.
};

/// What an order did.
struct CursorOutcome
{
    std::optional<CursorHistoryEntry>
        entry; ///< The last that was written; set by CursorReading::change().
    std::optional<SavedPlace> savedPlace;
    std::optional<SavedPlace> removedPlace;
};
using CursorOrder = std::function<Result<CursorOutcome>(CursorStores &)>;

/// How an order ended, and what is stored after it, whether it succeeded or not.
struct CursorAnswer
{
    Result<CursorOutcome> outcome;
    Result<CursorShelf> shelf;
};

/// Reads the shelves for a CursorBook and tells its own changes from foreign ones. Lives on the database worker's thread,
/// with its connection; owned by the book's orders.
class CursorReading
{
public:
    explicit CursorReading(const Clock &clock)
        : m_clock(&clock)
    {}

    /// Reads all; nothing counts as foreign.
    Result<CursorShelf> load(Database &database, qint64 environmentId);
    /// Runs an order of a person who saw the history up to the entry `seen`, and reads.
    Result<CursorAnswer> change(Database &database,
                                qint64 environmentId,
                                qint64 seen,
                                const CursorOrder &order);
    /// Reads when another connection changed a cursor or a saved place since the last reading; empty = nothing did.
    Result<std::optional<CursorShelf>> look(Database &database, qint64 environmentId);

private:
    Result<CursorShelf> read(Database &database, qint64 environmentId, bool isNew);
    const Clock *m_clock;
    qint64 m_environmentId = 0; ///< Of the last reading; 0 = none.
    qint64 m_newestEntry = 0;
    QList<SavedPlace> m_places;
    qint64 m_dataVersion = -1;
    std::set<qint64> m_own; ///< Entries that the book wrote.
};

} // namespace playhead

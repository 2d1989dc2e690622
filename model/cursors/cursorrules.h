// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorrecords.h"

namespace playhead {

// What may be written into the tables of cursors. The caller holds the transaction.

/// Conflict: the cursor that a person saw is stored otherwise now.
tl::unexpected<Error> changedMeanwhile(const Cursor &seen, const Cursor &stored);

/// Equal in everything that a person can change.
bool isSame(const Cursor &a, const Cursor &b);

/// The stored cursor, if it is still the one that a change was planned on; else Conflict, or NotFound when there never
/// was one.
Result<Cursor> stillPlanned(CursorRecords &records, const Cursor &cursor);

/// The name is not empty (WrongUsage) and no other cursor of the environment has it (AlreadyExists).
Status checkName(CursorRecords &records, const Cursor &cursor);

/// It names an event or a time (WrongUsage).
Status checkPosition(const CursorPosition &position);

/// Writes one entry and what it does to the cursor's row; sets the ids in it. `undoes` as in CursorRecords::addEntry().
Status writeEntry(CursorRecords &records, CursorHistoryEntry &entry, qint64 undoes, bool wasThere);

} // namespace playhead

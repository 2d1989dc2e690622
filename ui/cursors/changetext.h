// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

#include <QTimeZone>

namespace playhead {

// Texts for people of a cursor's history entries. Times stand in the shown zone, `now` tells which day is today.

/// What was done: `Rewound by 100 events`, `Copied from crm-mirror`, `Undone: rewound by 2 h`.
QString changeText(const CursorHistoryEntry &entry);
/// What the Edit menu calls it behind Undo and Redo: `Rewind of billing-sync`.
QString changeName(const CursorHistoryEntry &entry);
/// `13:56:40 · …QKZ5C`, `from 22 Nov 18:00`: a place in one column.
QString placeCellText(const CursorPosition &position, const QTimeZone &zone, Instant now);
/// One's own change, for the status bar: `Rewound billing-sync by 100 events. Edit, Undo puts it back.`
QString doneText(const CursorHistoryEntry &entry);
/// What somebody else did: `billing-sync was moved by another Playhead or the command line`.
QString foreignTitle(const CursorHistoryEntry &entry);
/// Where that left the cursor, as a sentence.
QString foreignText(const CursorHistoryEntry &entry, const QTimeZone &zone, Instant now);
/// Whether the entry left the cursor at another place than before.
bool isMove(const CursorHistoryEntry &entry);

} // namespace playhead

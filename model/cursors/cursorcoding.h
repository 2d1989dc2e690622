// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

namespace playhead {

// How cursors are spelled in the database. What is stored once must be read for ever: words and keys never change.

QString wordOf(CursorChange change);
CursorChange changeOf(const QString &word);

/// *After* the event, or *from* the time for a null id (semantics 18).
CursorPosition positionOf(const QByteArray &eventId, qint64 us);
QByteArray eventOf(const CursorPosition &position); ///< Null for *from time*.

QString typesText(const QList<QByteArray> &types); ///< A JSON array.
QList<QByteArray> typesOf(const QString &text);

/// What an entry of the history remembers of a cursor, as a JSON object; its ids stand in columns of their own.
QString stateOf(const Cursor &cursor);
Cursor cursorOf(const QString &text);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/cursorverb.h"
#include "model/cursors/rewind.h"

#include <QJsonObject>
#include <QStringList>

namespace playhead {

// How the sub-verbs of `playhead cursor` print. Times are ISO 8601 UTC (semantics 4).

/// `2026-11-22T12:00:00.000Z`
QString utcText(Instant instant);
/// `after event_01… 2026-11-22T12:00:00.000Z`, `from 2026-11-22T12:00:00.000Z`.
QString placeText(const CursorPosition &position);
/// `all types`, `dsync.user.created, user.created in org_01`.
QString scopeText(const QList<QByteArray> &types, const OrganizationId &organization);
/// `561`, or `561+` when there may be more.
QString lagText(const Lag &lag);
/// `83 days`, `lost`, `gone in part`: how long the place can still be read.
QString leftText(const CursorPosition &position, Instant horizon);
/// The whole days until then; negative: since then.
qint64 daysLeft(const CursorPosition &position, Instant horizon);
/// Warns of a place that passes the 90 days while something can still be done, and of one that has. Empty = it is fine.
QStringList ageNotices(const Cursor &cursor, Instant horizon);
/// The words of the history for it: `rewound-by-events`, `undone rewound-by-events`.
QString changeWords(const CursorHistoryEntry &entry);

/// Rows of cells, aligned below each other; no cell at the end of its row widens a column. Ends with a line break.
QByteArray tableText(const QList<QStringList> &rows);

/// A cursor with its lag and age.
QJsonObject countedJson(const Cursor &cursor, const Lag &lag, Instant horizon);
QJsonObject entryJson(const CursorHistoryEntry &entry);

/// One line.
QByteArray jsonText(const QJsonObject &object);
QByteArray jsonText(const QJsonArray &array);

/// The report of one cursor as it is now, for those that make or change one: its line, or its JSON.
CursorReport cursorReport(const Cursor &cursor, const QString &sentence, bool isJson);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

#include <QObject>
#include <QSet>

namespace playhead {

class Clock;
class CursorBook;
class CursorDesk;
class InlineMessage;

/// Says over the table what another Playhead or the command line did with cursors while this window looked on: the newest
/// change, and how many there were. It goes when a person closes it or moves that cursor, when the cursor is gone, or
/// another environment is opened. Of a cursor whose change was closed only a deletion is still told: a script that advances
/// it would bring the strip back each second.
class ElsewhereStrip : public QObject
{
    Q_OBJECT

public:
    /// All outlive the strip; `message` is used by nobody else.
    ElsewhereStrip(CursorBook &book,
                   CursorDesk &desk,
                   InlineMessage &message,
                   const Clock &clock,
                   QObject *parent = nullptr);

    void clear(); ///< Another environment is open.

private:
    void show(const QList<CursorHistoryEntry> &told);
    void hide();
    void choose(const QString &id);

    CursorDesk &m_desk;
    InlineMessage &m_message;
    const Clock &m_clock;
    CursorBook &m_book;
    qint64 m_cursorId = 0; ///< Of what is said.
    bool m_saysGone = false; ///< That it was deleted.
    QSet<qint64> m_quiet; ///< Cursors whose change was closed.
    qsizetype m_others = 0; ///< Changes that were told before and not closed.
};

} // namespace playhead

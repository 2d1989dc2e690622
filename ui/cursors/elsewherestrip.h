// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

#include <QObject>

namespace playhead {

class Clock;
class CursorBook;
class CursorDesk;
class InlineMessage;

/// Says over the table what another Playhead or the command line did with cursors while this window looked on: the newest
/// change, and how many there were. It goes when a person closes it or moves that cursor, or another environment is opened.
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
    void show(const QList<CursorHistoryEntry> &entries);
    void choose(const QString &id);

    CursorDesk &m_desk;
    InlineMessage &m_message;
    const Clock &m_clock;
    qint64 m_cursorId = 0; ///< Of what is said.
    qsizetype m_others = 0; ///< Changes that were told before and not closed.
};

} // namespace playhead

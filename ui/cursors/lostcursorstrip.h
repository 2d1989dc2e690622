// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSet>

namespace playhead {

class Clock;
class CursorDesk;
class InlineMessage;

/// Says over the table that the active cursor is lost, for as long as it is (design, section 11). "Keep as is" closes it
/// for that cursor and this run.
class LostCursorStrip : public QObject
{
    Q_OBJECT

public:
    /// All outlive the strip; `message` is used by nobody else.
    LostCursorStrip(CursorDesk &desk,
                    InlineMessage &message,
                    const Clock &clock,
                    QObject *parent = nullptr);

private:
    void show();
    void choose(const QString &id);

    CursorDesk &m_desk;
    InlineMessage &m_message;
    const Clock &m_clock;
    QSet<qint64> m_keptAsIs; ///< Ids of cursors.
};

} // namespace playhead

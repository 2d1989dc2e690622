// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorcounter.h"
#include "model/environments/environment.h"
#include "ui/sidebar/sidebarpane.h"

#include <QObject>
#include <QTimeZone>
#include <QWidget>

namespace playhead {

class CursorBook;
class CursorDialog;
class EventFeed;
class EventTableModel;
class RewindDialog;

/// What people do with cursors in the window: it keeps the active one, has lags counted, marks the table's rows, and opens
/// the dialogs. Every move of an existing cursor goes through RewindDialog and its preview (semantics 20). Owned by the
/// main window.
class CursorDesk : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the desk; `window` is the parent of its dialogs.
    CursorDesk(CursorBook &book,
               EventFeed &feed,
               EventTableModel &events,
               const Clock &clock,
               QWidget *window);

    /// Another environment is open, or none; `activeCursorId` is the one that was active there last (0: the first).
    void setEnvironment(const std::optional<Environment> &environment, qint64 activeCursorId);
    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }

    const QList<CursorRow> &rows() const { return m_rows; }
    qint64 activeId() const { return m_activeId; }
    std::optional<Cursor> activeCursor() const;
    /// The last processed row of the active cursor; empty when it is before every stored event.
    std::optional<EventRow> activeRow() const;

    /// Opens the dialog of rewind() filled in. No slot: moc asks a std::variant for comparisons that it has not.
    void moveTo(qint64 cursorId, const RewindTarget &target);

public slots:
    void activate(qint64 cursorId);
    void activateNext();
    void createAt(playhead::EventRow row); ///< Asks for a name and a note.
    void createFromStart(); ///< Without a selected event: from the start of the shown range.
    void edit(qint64 cursorId);
    void rewind(qint64 cursorId); ///< Opens the dialog empty-handed.
    void moveActiveTo(playhead::EventRow row); ///< "Set active cursor here"
    void remove(qint64 cursorId);
    void copyEventId(qint64 cursorId);
    void undo();
    void redo();

signals:
    void
    rowsChanged(); ///< rows() or activeId(): for the sidebar and for what depends on an active cursor.
    void activeChanged(qint64 cursorId);
    void problem(const playhead::Error &error); ///< A change was refused; nothing was lost.
    void announced(const QString &text); ///< A short word on what was done, for the status bar.

private:
    void cursorsChanged();
    void recount();
    void counted(const QList<CursorCount> &counts);
    void markRows();
    CoveredCursor covered(const Cursor &cursor) const;
    FetchScope scopeOf(const Cursor &cursor) const;
    Instant horizon() const;
    RewindDialog *openRewind(const Cursor &cursor);
    CursorDialog *openDialog(const Cursor &cursor);
    QString describe(const CursorHistoryEntry &entry) const;
    std::optional<Lag> lagOf(qint64 cursorId) const;

    CursorBook &m_book;
    EventFeed &m_feed;
    EventTableModel &m_events;
    const Clock &m_clock;
    QWidget *m_window;
    CursorCounter m_counter;
    QList<CursorRow> m_rows;
    QHash<qint64, CursorCount> m_counts;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<Environment> m_environment;
    qint64 m_activeId = 0;
    qint64 m_wantedId = 0; ///< To be active as soon as the book has it.
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorcounter.h"
#include "model/environments/environment.h"
#include "ui/cursors/cursordialog.h"
#include "ui/cursors/opendialogs.h"
#include "ui/cursors/rewinddialog.h"
#include "ui/sidebar/sidebarpane.h"

#include <QObject>
#include <QPointer>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

namespace playhead {

class CursorBook;
class EventFeed;
class EventTableModel;
class MoveReading;

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
    ~CursorDesk() override;

    /// Another environment is open, or none: open dialogs are closed. `activeCursorId` is the one that was active there last (0: the first).
    void setEnvironment(const std::optional<Environment> &environment, qint64 activeCursorId);
    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }
    /// How to ask for the event that is selected in the table: it is offered as a place to go to.
    void setSelection(std::function<std::optional<EventRow>()> selected);
    const QTimeZone &timeZone() const { return m_zone; }

    const QList<CursorRow> &rows() const { return m_rows; }
    qint64 activeId() const { return m_activeId; }
    std::optional<Cursor> activeCursor() const;
    /// The last processed row of the active cursor; empty when it is before every stored event.
    std::optional<EventRow> activeRow() const;
    /// Whether lag and place of the cursor are known.
    bool isCounted(qint64 cursorId) const { return m_counts.contains(cursorId); }
    /// Whether all cursors of the environment are known, with their places.
    bool areAllCounted() const;
    /// Whether the cursor's event is older than what WorkOS keeps; false while it is not counted yet.
    bool isLost(qint64 cursorId) const { return m_counts.value(cursorId).isLost; }
    /// Whether a stored event of the cursor's own lies after it, so that moveToNewest() leads anywhere.
    bool hasNewer(qint64 cursorId) const;

    /// Not stored yet and without a name: with the types and the organization that are shown.
    Cursor newCursor(const CursorPosition &position) const;
    /// Opens the dialog of rewind() filled in. No slot: moc asks a std::variant for comparisons that it has not.
    void moveTo(qint64 cursorId, const MoveTarget &target);

public slots:
    void activate(qint64 cursorId);
    void activateNext();
    void createAt(playhead::EventRow row); ///< Asks for a name and a note.
    void createFromStart(); ///< Without a selected event: from the start of the shown range.
    void edit(qint64 cursorId);
    void history(qint64 cursorId); ///< As edit(), with the focus on the history.
    void rewind(qint64 cursorId); ///< Opens the dialog empty-handed.
    void moveToNewest(
        qint64 cursorId); ///< After the newest stored event of its own, with the preview.
    /// Leads to the dialog that offers new places for a cursor whose event WorkOS does not know any more.
    void recover(qint64 cursorId) { emit recoverRequested(cursorId); }
    void moveActiveTo(playhead::EventRow row); ///< "Set active cursor here"
    void remove(qint64 cursorId);
    void copyEventId(qint64 cursorId);
    void duplicate(qint64 cursorId); ///< Asks for a name; same place, types and organization.
    void savePlace(qint64 cursorId); ///< Asks for a name.
    void showPlaces(); ///< The saved places, to rename, remove, or move the active cursor to.
    void undo();
    void redo();

signals:
    void
    rowsChanged(); ///< rows() or activeId(): for the sidebar and for what depends on an active cursor.
    void activeChanged(qint64 cursorId);
    void recoverRequested(qint64 cursorId); ///< recover() was called: RecoverDesk does it.
    void problem(const playhead::Error &error); ///< A change was refused; nothing was lost.
    void announced(const QString &text); ///< A short word on what was done, for the status bar.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void cursorsChanged();
    CursorRow rowOf(const Cursor &cursor) const;
    void recount();
    void counted(const QList<CursorCount> &counts);
    void markRows();
    CoveredCursor covered(const Cursor &cursor) const;
    FetchScope scopeOf(const Cursor &cursor) const;
    Instant horizon() const;
    RewindDialogContext rewindContext(const Cursor &cursor) const;
    RewindDialog *openRewind(const Cursor &cursor);
    /// Tells the dialog what becomes of its cursor, and keeps `current`.
    void follow(RewindDialog *dialog, const std::shared_ptr<Cursor> &current);
    void follow(CursorDialog *dialog, qint64 cursorId); ///< The same.
    CursorDialog *openDialog(const Cursor &cursor);
    CursorDialog *openEdit(qint64 cursorId);
    QStringList warningTexts(const CursorPosition &position) const;
    CursorDialogContext dialogContext(const Cursor &cursor) const;
    void store(CursorDialog *dialog, const Cursor &cursor, const WantedMove &move);
    std::optional<AfterEvent> pickedEvent() const;
    QList<OfferedPlace> offeredPlaces(const Cursor &cursor) const;
    /// How what `cursor` counts differs from these types and organization; empty = not.
    QString differenceText(const Cursor &cursor,
                           const QList<QByteArray> &types,
                           const OrganizationId &organization) const;
    std::optional<Lag> lagOf(qint64 cursorId) const;

    CursorBook &m_book;
    EventFeed &m_feed;
    EventTableModel &m_events;
    const Clock &m_clock;
    QWidget *m_window;
    CursorCounter m_counter;
    QList<CursorRow> m_rows;
    QHash<qint64, CursorCount> m_counts;
    std::function<std::optional<EventRow>()> m_selected;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<Environment> m_environment;
    OpenDialogs m_dialogs;
    std::unique_ptr<MoveReading> m_reading; ///< Of m_rewind; goes before m_counter.
    QPointer<RewindDialog> m_rewind; ///< The open one, if any.
    std::shared_ptr<Cursor> m_rewound; ///< Its cursor.
    QTimer m_aging{this}; ///< Ages and the horizon go on without any event.
    qint64 m_activeId = 0;
    qint64 m_wantedId = 0; ///< To be active as soon as the book has it.
};

} // namespace playhead

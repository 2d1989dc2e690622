// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/events/eventtablemodel.h"
#include "model/events/rowset.h"
#include "ui/shared/timetext.h"

#include <QTableView>
#include <QTimer>

namespace playhead {

class EventDelegate;
class EventHeader;

/// The events table. Keeps the selected events and the scroll place by event through filters, sorting and new pages, and
/// draws the playhead line. Quick at 1,000,000 rows, also with everything selected.
class EventTable : public QTableView
{
    Q_OBJECT

public:
    /// `model` and `clock` outlive the table.
    EventTable(EventTableModel &model, const Clock &clock, QWidget *parent = nullptr);
    ~EventTable() override;

    void setTimeMode(TimeMode mode);
    TimeMode timeMode() const;
    void setCompact(bool isCompact);
    /// A window from 1900 px: ids show more of their end (design, section 2).
    void setWide(bool isWide);
    EventHeader &header() { return *m_header; }

    /// Number of selected rows, from the selection's ranges.
    qint64 selectedCount() const;
    /// The selected events in the table's order.
    std::vector<EventRow> selectedEvents() const;
    std::optional<EventRow> currentEvent() const;
    /// Selects one event and brings it into view; the nearest older one when it is not shown.
    void selectEvent(EventRow row);
    /// Brings an event into view without selecting it.
    void revealEvent(EventRow row);
    /// The end where new events come in, the lower one unless the order is turned, is in view. By time only.
    bool isAtNewest() const;
    /// Brings that end into view; current event and selection stay.
    void scrollToNewest();
    /// Adds a column that shows what stands at a path of the events, or shows it again, and brings it into view.
    void addPathColumn(const QString &path);
    /// The row as text, in the order of the visible columns, parted by tabs; times as ISO 8601 UTC.
    QString rowText(EventRow row) const;

signals:
    void selectionEdited(); ///< Other events are selected, or another one is current.
    void detailRequested(); ///< Enter or a double click.
    void menuRequested(playhead::EventRow row,
                       playhead::EventTableModel::Column column,
                       const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What stays through a reset: which events, and where the current one stood on screen.
    struct Kept
    {
        EventSnapshot snapshot;
        RowSet selected;
        qint64 selectedCount = 0;
        std::optional<EventRow> current;
        std::optional<EventRow> top;
        int currentOffset =
            0; ///< Pixels from the upper edge to the current row; -1 = it was not in view.
    };
    void keep();
    void restore();
    QItemSelection keptSelection() const;
    void sortKeepingSelection(int section, Qt::SortOrder order);
    void scrollToRow(int tableRow, int offset);
    void widenSelection();
    void askForPath();
    void sortBy(int section);
    void applyRowHeight();
    void refreshNow();
    void paintPlayhead();
    int rowHeightPx() const;

    EventTableModel &m_model;
    const Clock &m_clock;
    EventDelegate *m_delegate;
    EventHeader *m_header;
    Kept m_kept;
    QTimer m_refresh;
    bool m_isCompact = false;
    int m_topBeforeInsert = 0;
};

} // namespace playhead

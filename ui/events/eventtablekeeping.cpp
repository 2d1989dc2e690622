// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// What stays in the events table through a reset: selection, current event and scroll place.
#include "ui/events/eventheader.h"
#include "ui/events/eventtable.h"

#include <QScrollBar>

namespace playhead {

using Column = EventTableModel::Column;

namespace {

/// More selected rows than this are not selected again after a reset: nobody picked them one by one.
constexpr qint64 kKeptSelection = 20'000;

} // namespace

void EventTable::keep()
{
    m_kept = {};
    m_kept.snapshot = m_model.snapshot();
    m_kept.current = currentEvent();
    if (selectedCount() <= kKeptSelection) {
        m_kept.selected = selectedEvents();
    }
    const int top = rowAt(0);
    if (top >= 0) {
        m_kept.top = m_model.eventRowAt(top);
    }
    const int y = currentIndex().isValid() ? rowViewportPosition(currentIndex().row()) : -1;
    m_kept.currentOffset = y >= 0 && y < viewport()->height() ? y : -1;
}

void EventTable::restore()
{
    // Another environment may stand at another time.
    refreshNow();
    // A row number means the same event only in the same store.
    const EventSnapshot &now = m_model.snapshot();
    const auto isSame = [&](EventRow row) {
        return row < now.rowCount() && now.id(row) == m_kept.snapshot.id(row);
    };
    m_header->setSortIndicator(static_cast<int>(m_model.sortColumn()), m_model.sortOrder());
    if (!m_kept.current || !isSame(*m_kept.current)) {
        if (m_kept.top && isSame(*m_kept.top)) {
            scrollToRow(m_model.nearestTableRow(*m_kept.top), 0);
        }
        emit selectionEdited();
        return;
    }
    QItemSelection selection;
    for (const EventRow row : m_kept.selected) {
        const int tableRow = m_model.tableRowOf(row);
        if (tableRow >= 0) {
            selection.append(
                QItemSelectionRange(m_model.index(tableRow, 0),
                                    m_model.index(tableRow, m_model.columnCount() - 1)));
        }
    }
    const int current = m_model.nearestTableRow(*m_kept.current);
    if (current >= 0) {
        const QModelIndex index = m_model.index(current, static_cast<int>(Column::Time));
        selectionModel()->setCurrentIndex(index,
                                          selection.isEmpty() ? QItemSelectionModel::ClearAndSelect
                                                                    | QItemSelectionModel::Rows
                                                              : QItemSelectionModel::SelectionFlags(
                                                                  QItemSelectionModel::NoUpdate));
        if (!selection.isEmpty()) {
            selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        }
        m_kept.currentOffset >= 0
            ? scrollToRow(current, m_kept.currentOffset)
            : scrollToRow(m_kept.top ? m_model.nearestTableRow(*m_kept.top) : current, 0);
    }
    emit selectionEdited();
}

void EventTable::scrollToRow(int tableRow, int offset)
{
    updateGeometries();
    verticalScrollBar()->setValue(tableRow * rowHeightPx() - offset);
}

} // namespace playhead

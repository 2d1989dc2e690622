// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// What stays in the events table through a reset: selection, current event and scroll place.
#include "ui/events/eventheader.h"
#include "ui/events/eventtable.h"

#include <QScrollBar>

#include <algorithm>

namespace playhead {

using Column = EventTableModel::Column;

namespace {

/// Up to here each selected event is looked up; beyond, all shown ones are gone through.
constexpr qint64 kLookedUp = 5'000;
/// A selection in more pieces than these is not made again: nobody picked them one by one, and each costs Qt its time.
constexpr qsizetype kMostPieces = 20'000;

} // namespace

void EventTable::keep()
{
    m_kept = {};
    m_kept.snapshot = m_model.snapshot();
    m_kept.current = currentEvent();
    m_kept.selectedCount = selectedCount();
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); range.isValid() && row <= range.bottom(); ++row) {
            m_kept.selected.insert(m_model.eventRowAt(row));
        }
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
    const QItemSelection selection = keptSelection();
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

/// The kept events that are shown, neighbours in one range.
QItemSelection EventTable::keptSelection() const
{
    std::vector<int> tableRows;
    if (m_kept.selectedCount <= kLookedUp) {
        for (auto row = m_kept.selected.nextFrom(0); row;
             row = m_kept.selected.nextFrom(*row + 1)) {
            tableRows.push_back(m_model.tableRowOf(*row));
        }
        std::sort(tableRows.begin(), tableRows.end());
    } else {
        for (int i = 0; i < m_model.rowCount(); ++i) {
            if (m_kept.selected.contains(m_model.eventRowAt(i))) {
                tableRows.push_back(i);
            }
        }
    }
    QItemSelection selection;
    for (size_t first = 0; first < tableRows.size();) {
        size_t last = first;
        while (last + 1 < tableRows.size() && tableRows[last + 1] == tableRows[last] + 1) {
            ++last;
        }
        if (tableRows[first] >= 0) {
            selection.append(
                QItemSelectionRange(m_model.index(tableRows[first], 0),
                                    m_model.index(tableRows[last], m_model.columnCount() - 1)));
        }
        if (selection.size() > kMostPieces) {
            return {};
        }
        first = last + 1;
    }
    return selection;
}

/// Qt follows every selected row through a change of the layout by itself, which takes seconds for a million.
void EventTable::sortKeepingSelection(int section, Qt::SortOrder order)
{
    const bool isMany = selectedCount() > kLookedUp;
    if (isMany) {
        keep();
        selectionModel()->clearSelection();
    }
    m_model.sort(section, order);
    if (isMany) {
        restore();
    }
}

bool EventTable::isAtNewest() const
{
    if (!m_model.isSortedByTime()) {
        return false;
    }
    // By the rows, not by the scroll bar, whose range follows new rows only later. A row that is cut still counts.
    const int value = verticalScrollBar()->value();
    return m_model.sortOrder() == Qt::DescendingOrder
               ? value < rowHeightPx()
               : value + viewport()->height() > (m_model.rowCount() - 1) * rowHeightPx();
}

void EventTable::scrollToNewest()
{
    const bool isAscending = m_model.sortOrder() == Qt::AscendingOrder;
    scrollToRow(isAscending ? m_model.rowCount() : 0, 0);
}

void EventTable::scrollToRow(int tableRow, int offset)
{
    updateGeometries();
    verticalScrollBar()->setValue(tableRow * rowHeightPx() - offset);
}

} // namespace playhead

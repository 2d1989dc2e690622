// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// The columns that a person adds to the events table by path.
#include "model/events/seenpaths.h"
#include "ui/events/eventheader.h"
#include "ui/events/eventtable.h"
#include "ui/events/pathcolumndialog.h"

#include <QScrollBar>

#include <algorithm>

namespace playhead {

namespace {

/// Without a current event, the paths of so many shown ones are offered: some milliseconds.
constexpr int kSampledRows = 100;

} // namespace

void EventTable::addPathColumn(const QString &path)
{
    const std::optional<int> column = m_header->addPathColumn(path);
    if (!column) {
        return;
    }
    updateGeometries(); // the scroll bar knows the new column from here on
    const int left = columnViewportPosition(*column);
    const int beyond = left + columnWidth(*column) - viewport()->width();
    if (left < 0 || beyond > 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value()
                                        + (left < 0 ? left : std::min(beyond, left)));
    }
}

/// Whole rows are selected: a new column is part of them.
void EventTable::widenSelection()
{
    QItemSelection wide;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.isValid()) {
            wide.append(
                QItemSelectionRange(m_model.index(range.top(), 0),
                                    m_model.index(range.bottom(), m_model.columnCount() - 1)));
        }
    }
    if (!wide.isEmpty()) {
        selectionModel()->select(wide, QItemSelectionModel::ClearAndSelect);
    }
}

void EventTable::askForPath()
{
    std::vector<EventRow> rows;
    if (const std::optional<EventRow> current = currentEvent()) {
        rows.push_back(*current);
    } else {
        for (int row = 0; row < std::min(m_model.rowCount(), kSampledRows); ++row) {
            rows.push_back(m_model.eventRowAt(row));
        }
    }
    QStringList paths;
    for (const SeenPath &seen : seenPaths(m_model.snapshot(), rows, false)) {
        paths.append(seen.path);
    }
    paths.sort();
    auto *dialog = new PathColumnDialog(paths, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PathColumnDialog::chosen, this, &EventTable::addPathColumn);
    dialog->open();
}

} // namespace playhead

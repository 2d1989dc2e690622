// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// The columns that a person added by path.
#include "model/events/eventtablemodel_p.h"

#include <QThread>

namespace playhead {

const QStringList &EventTableModel::pathColumns() const
{
    return d->paths.paths();
}

bool EventTableModel::isPathColumn(int column) const
{
    return column >= kColumnCount && column < columnCount();
}

tl::expected<int, FilterError> EventTableModel::addPathColumn(const QString &path)
{
    Q_ASSERT(thread() == QThread::currentThread());
    const PathResult read = parseFilterPath(path);
    if (!read.path) {
        return tl::unexpected(read.error);
    }
    const QString text = filterPathText(read.path->field, read.path->path);
    if (const qsizetype known = pathColumns().indexOf(text); known >= 0) {
        return kColumnCount + static_cast<int>(known);
    }
    const int column = columnCount();
    beginInsertColumns({}, column, column);
    d->paths.append(*read.path);
    endInsertColumns();
    return column;
}

void EventTableModel::removePathColumn(int column)
{
    Q_ASSERT(thread() == QThread::currentThread());
    Q_ASSERT(isPathColumn(column));
    beginRemoveColumns({}, column, column);
    d->paths.removeAt(column - kColumnCount);
    endRemoveColumns();
}

QVariant EventTableModel::Private::pathData(EventRow row, int column, int role) const
{
    const PathColumns::Value value = paths.value(snapshot, row, column - kColumnCount);
    return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? value.shown : value.whole;
}

QVariant EventTableModel::Private::pathHeader(int column, int role) const
{
    const QString &path = paths.paths()[column - kColumnCount];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return path;
    case Qt::ToolTipRole:
        return tr("%1. Its values are read for the rows in view only, so it does not sort.")
            .arg(path);
    default:
        return {};
    }
}

} // namespace playhead

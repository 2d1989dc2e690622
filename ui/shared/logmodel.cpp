// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/logmodel.h"

#include "ui/shared/tooltiptext.h"

namespace playhead {

LogModel::LogModel(int columnCount, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columnCount(columnCount)
{}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columnCount;
}

QString LogModel::cellSpoken(int row, int column) const
{
    return cellText(row, column);
}

Qt::Alignment LogModel::alignmentAt(int column) const
{
    return (isNumberAt(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index.row(), index.column());
    case Qt::ToolTipRole:
        return toolTipText(cellToolTip(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return int(alignmentAt(index.column()));
    case Qt::AccessibleTextRole:
        return cellSpoken(index.row(), index.column());
    default:
        return role >= Qt::UserRole ? factAt(index.row(), role) : QVariant();
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(alignmentAt(section));
    }
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

} // namespace playhead

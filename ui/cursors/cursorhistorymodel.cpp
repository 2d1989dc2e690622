// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursorhistorymodel.h"

#include "ui/cursors/placetext.h"
#include "ui/shared/timetext.h"

using namespace Qt::StringLiterals;

namespace playhead {

CursorHistoryModel::CursorHistoryModel(const QTimeZone &zone, Instant now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_zone(zone)
    , m_now(now)
{}

void CursorHistoryModel::setEntries(const QList<CursorHistoryEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int CursorHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int CursorHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QString CursorHistoryModel::placeText(const Cursor &cursor) const
{
    const QString at = momentText(positionTime(cursor.position), m_zone, m_now);
    const auto *after = std::get_if<AfterEvent>(&cursor.position);
    return after ? tr("%1, %2").arg(at, idTail(after->id.toString())) : tr("from %1").arg(at);
}

QString CursorHistoryModel::changeText(const CursorHistoryEntry &entry) const
{
    switch (entry.change) {
    case CursorChange::Created:
        return tr("Created at %1").arg(placeText(entry.after));
    case CursorChange::Moved:
        return tr("Moved to %1").arg(placeText(entry.after));
    case CursorChange::RewoundByEvents:
    case CursorChange::RewoundByTime:
    case CursorChange::RewoundToTime:
    case CursorChange::RewoundToEvent:
    case CursorChange::AdvancedByEvents:
    case CursorChange::MovedToOldest:
    case CursorChange::MovedToNewest:
    case CursorChange::MovedToPlace:
    case CursorChange::CopiedFromCursor:
        // The same ways lead forward, too.
        return positionTime(entry.after.position) > positionTime(entry.before.position)
                   ? tr("Moved to %1").arg(placeText(entry.after))
                   : tr("Rewound to %1").arg(placeText(entry.after));
    case CursorChange::Restored:
        return tr("Restored to %1").arg(placeText(entry.after));
    case CursorChange::Recovered:
        return tr("Recovered at %1").arg(placeText(entry.after));
    case CursorChange::Imported:
        return tr("Imported at %1").arg(placeText(entry.after));
    case CursorChange::Renamed:
        return tr("Renamed from %1 to %2").arg(entry.before.name, entry.after.name);
    case CursorChange::NoteChanged:
        return tr("Note changed");
    case CursorChange::Deleted:
        return tr("Deleted");
    case CursorChange::Undone:
        return tr("Undone, at %1").arg(placeText(entry.after));
    case CursorChange::Redone:
        return tr("Done again, at %1").arg(placeText(entry.after));
    }
    return {};
}

QVariant CursorHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CursorHistoryEntry &entry = m_entries[index.row()];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        switch (Column(index.column())) {
        case Column::Time:
            return role == Qt::ToolTipRole ? fullTimeText(entry.at, m_zone)
                                           : shortMomentText(entry.at, m_zone, m_now);
        case Column::Change:
            return changeText(entry);
        case Column::Reason:
            return entry.reason;
        }
    }
    return {};
}

QVariant CursorHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Column::Time:
        return tr("Time, %1").arg(zoneName(m_zone, m_now));
    case Column::Change:
        return tr("Change");
    case Column::Reason:
        return tr("Reason");
    }
    return {};
}

} // namespace playhead

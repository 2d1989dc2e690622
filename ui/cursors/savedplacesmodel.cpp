// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/savedplacesmodel.h"

#include "ui/cursors/changetext.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/timetext.h"
#include "ui/shared/tooltiptext.h"

namespace playhead {

SavedPlacesModel::SavedPlacesModel(const QTimeZone &zone, Instant now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_zone(zone)
    , m_now(now)
{}

void SavedPlacesModel::setPlaces(const QList<SavedPlace> &places)
{
    if (places != m_places) {
        beginResetModel();
        m_places = places;
        endResetModel();
    }
}

int SavedPlacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_places.size());
}

int SavedPlacesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant SavedPlacesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const SavedPlace &place = m_places[index.row()];
    const bool isTip = role == Qt::ToolTipRole;
    switch (Column(index.column())) {
    case Column::Name:
        return isTip ? toolTipText(place.name) : place.name;
    case Column::Place:
        return isTip ? fullTimeText(positionTime(place.position), m_zone)
                     : placeCellText(place.position, m_zone, m_now);
    case Column::Cursor:
        return isTip ? toolTipText(place.cursorName) : place.cursorName;
    case Column::Saved:
        return isTip ? fullTimeText(place.savedAt, m_zone)
                     : shortMomentText(place.savedAt, m_zone, m_now);
    }
    return {};
}

QVariant SavedPlacesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Column::Name:
        return tr("Name");
    case Column::Place:
        return tr("Place, %1").arg(zoneName(m_zone, m_now));
    case Column::Cursor:
        return tr("Of cursor");
    case Column::Saved:
        return tr("Saved");
    }
    return {};
}

Qt::ItemFlags SavedPlacesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && Column(index.column()) == Column::Name ? flags | Qt::ItemIsEditable
                                                                     : flags;
}

bool SavedPlacesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().trimmed();
    if (!index.isValid() || role != Qt::EditRole || Column(index.column()) != Column::Name
        || name.isEmpty() || name == m_places[index.row()].name) {
        return false;
    }
    // It changes when it is stored.
    emit renameRequested(m_places[index.row()], name);
    return false;
}

} // namespace playhead

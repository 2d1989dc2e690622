// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursorhistorymodel.h"

#include "ui/cursors/changetext.h"
#include "ui/cursors/placetext.h"
#include "ui/shared/timetext.h"
#include "ui/shared/tooltiptext.h"

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
bool hasFrom(const CursorHistoryEntry &entry)
{
    return isMove(entry);
}

bool hasTo(const CursorHistoryEntry &entry)
{
    return isMove(entry) || entry.change == CursorChange::Created
           || entry.change == CursorChange::Imported;
}
} // namespace

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
    return parent.isValid() ? 0 : kColumns;
}

QString CursorHistoryModel::text(const CursorHistoryEntry &entry, Column column) const
{
    switch (column) {
    case Column::Time:
        return shortMomentText(entry.at, m_zone, m_now);
    case Column::Change:
        return changeText(entry);
    case Column::From:
        return hasFrom(entry) ? placeCellText(entry.before.position, m_zone, m_now) : QString();
    case Column::To:
        return hasTo(entry) ? placeCellText(entry.after.position, m_zone, m_now) : QString();
    case Column::Reason:
        return entry.reason;
    }
    return {};
}

QString CursorHistoryModel::tip(const CursorHistoryEntry &entry, Column column) const
{
    const auto place = [this](const CursorPosition &position) {
        const QString at = fullTimeText(positionTime(position), m_zone);
        const auto *after = std::get_if<AfterEvent>(&position);
        return after ? tr("%1, %2", "time, event").arg(at, after->id.toString()) : at;
    };
    switch (column) {
    case Column::Time:
        return fullTimeText(entry.at, m_zone);
    case Column::From:
        return hasFrom(entry) ? place(entry.before.position) : QString();
    case Column::To:
        return hasTo(entry) ? place(entry.after.position) : QString();
    case Column::Change:
    case Column::Reason:
        break;
    }
    return toolTipText(text(entry, column));
}

QVariant CursorHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CursorHistoryEntry &entry = m_entries[index.row()];
    if (role == Qt::DisplayRole) {
        return text(entry, Column(index.column()));
    }
    return role == Qt::ToolTipRole ? tip(entry, Column(index.column())) : QVariant();
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
    case Column::From:
        return tr("From");
    case Column::To:
        return tr("To");
    case Column::Reason:
        return tr("Reason");
    }
    return {};
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/cursorlistmodel.h"

#include "model/cursors/cursorage.h"
#include "ui/shared/timetext.h"
#include "ui/sidebar/rowsync.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace playhead {

void CursorListModel::setCursors(const QList<CursorRow> &rows, qint64 activeId)
{
    std::vector<Row> wanted;
    wanted.reserve(size_t(rows.size()));
    for (const CursorRow &row : rows) {
        wanted.push_back({row, row.cursor.id == activeId});
    }
    RowSync::apply(*this, {}, m_rows, std::move(wanted), [](const Row &row) {
        return row.cursor.cursor.id;
    });
}

QModelIndex CursorListModel::indexOf(qint64 cursorId) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (m_rows[size_t(row)].cursor.cursor.id == cursorId) {
            return index(row);
        }
    }
    return {};
}

int CursorListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CursorListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[size_t(index.row())];
    const Cursor &cursor = row.cursor.cursor;
    switch (role) {
    case Qt::DisplayRole:
        return cursor.name;
    case Qt::AccessibleTextRole: {
        QStringList parts{cursor.name};
        if (row.isActive) {
            parts.append(tr("active"));
        }
        for (const QString &part : {lagText(index), leavingText(index)}) {
            if (!part.isEmpty()) {
                parts.append(part);
            }
        }
        return parts.join(u", "_s);
    }
    case CursorIdRole:
        return cursor.id;
    case IsActiveRole:
        return row.isActive;
    case IsLostRole:
        return row.cursor.isLost;
    case LagRole:
        return row.cursor.lag ? QVariant(row.cursor.lag->events) : QVariant();
    case LagIsExactRole:
        return row.cursor.lag && row.cursor.lag->isExact;
    case InstantRole:
        return toUs(positionTime(cursor.position));
    case EventIdRole: {
        const auto *after = std::get_if<AfterEvent>(&cursor.position);
        return after ? after->id.toString() : QString();
    }
    case UntilLostRole:
        return row.cursor.untilLost ? QVariant(qint64(row.cursor.untilLost->count())) : QVariant();
    case NoteRole:
        return cursor.note;
    case ReadsRole:
        return row.cursor.reads;
    default:
        return {};
    }
}

QString leavingText(const QModelIndex &cursor)
{
    const QVariant until = cursor.data(CursorListModel::UntilLostRole);
    const Duration left{until.toLongLong()};
    if (!until.isValid() || left >= kAgeWarning
        || cursor.data(CursorListModel::IsLostRole).toBool()) {
        return {};
    }
    if (left < Duration::zero()) {
        return CursorListModel::tr("past 90 days");
    }
    const bool areDays = left >= std::chrono::hours(48);
    return CursorListModel::tr("leaves in %1")
        .arg(areDays ? CursorListModel::tr("%1 d").arg(
                 std::chrono::duration_cast<std::chrono::hours>(left).count() / 24)
                     : durationText(left));
}

QString lagText(const QModelIndex &cursor)
{
    if (cursor.data(CursorListModel::IsLostRole).toBool()) {
        return CursorListModel::tr("lost");
    }
    const QVariant lag = cursor.data(CursorListModel::LagRole);
    if (!lag.isValid()) {
        return {};
    }
    const QString count = QLocale().toString(lag.toULongLong());
    return cursor.data(CursorListModel::LagIsExactRole).toBool()
               ? CursorListModel::tr("%1 behind").arg(count)
               : CursorListModel::tr("%1+ behind").arg(count);
}

} // namespace playhead

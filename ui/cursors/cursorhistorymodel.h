// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursor.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace playhead {

/// A cursor's history, newest first: when, how, from and to where, and why.
class CursorHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Time,
        Change,
        From, ///< Empty where the place stayed.
        To,
        Reason
    };
    static constexpr int kColumns = int(Column::Reason) + 1;

    CursorHistoryModel(const QTimeZone &zone, Instant now, QObject *parent = nullptr);

    void setEntries(const QList<CursorHistoryEntry> &entries);
    const CursorHistoryEntry &entryAt(int row) const { return m_entries[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const CursorHistoryEntry &entry, Column column) const;
    QString tip(const CursorHistoryEntry &entry, Column column) const;

    QTimeZone m_zone;
    Instant m_now;
    QList<CursorHistoryEntry> m_entries;
};

} // namespace playhead

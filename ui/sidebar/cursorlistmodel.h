// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/sidebar/sidebarpane.h"

#include <QAbstractListModel>

#include <vector>

namespace playhead {

/// The environment's cursors for the sidebar's list, by name. Facts only; the delegate makes texts of times.
class CursorListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CursorIdRole = Qt::UserRole, ///< qint64
        IsActiveRole, ///< bool
        IsLostRole, ///< bool
        LagRole, ///< quint64; invalid while it is not counted
        LagIsExactRole, ///< bool
        InstantRole, ///< qint64 microseconds UTC: where the cursor stands
        EventIdRole, ///< QString: the last processed event; empty for "from time"
        UntilLostRole, ///< qint64 microseconds until it is lost; invalid while it is not known
        NoteRole, ///< QString
        ReadsRole, ///< QString: which events it counts
    };

    using QAbstractListModel::QAbstractListModel;

    void setCursors(const QList<CursorRow> &rows, qint64 activeId);
    QModelIndex indexOf(qint64 cursorId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    friend struct RowSync;

    struct Row
    {
        CursorRow cursor;
        bool isActive = false;
        bool operator==(const Row &) const = default;
    };

    std::vector<Row> m_rows;
};

/// `15 behind`, `561+ behind`, `lost`, or nothing while it is not counted yet.
QString lagText(const QModelIndex &cursor);
/// `leaves in 6 d`, below 7 days until the cursor is lost; `past 90 days` for a time that is; else nothing.
QString leavingText(const QModelIndex &cursor);

} // namespace playhead

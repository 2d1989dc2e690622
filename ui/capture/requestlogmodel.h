// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/servedrequest.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace playhead {

/// The newest requests of a local Events API, oldest first. Facts and their texts; marks and colours are the view's. Window's
/// thread.
class RequestLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Number,
        Time,
        Method,
        Asked,
        Cursor,
        Code,
        Fault,
        Events,
        Next,
        Bytes,
        Milliseconds,
        Client
    };
    static constexpr int kColumnCount = int(Column::Client) + 1;
    /// Beyond this many the oldest ones go.
    static constexpr int kKept = int(RequestJournal::kKept);

    enum Role {
        RefusedRole = Qt::UserRole, ///< bool: an error, or no answer.
        FaultyRole, ///< bool: at least one fault was put on it.
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Behind those that are there, in the order of their arrival; at most one removal and one insertion are told.
    void append(std::vector<ServedRequest> requests);
    void clear();
    const ServedRequest &requestAt(int row) const { return m_requests[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static bool isNumber(Column column); ///< Stands at the right.

    static QString text(const ServedRequest &request, Column column);

private:
    static QString toolTip(const ServedRequest &request, Column column);

    std::deque<ServedRequest> m_requests;
};

/// The request's cells as they are shown, parted by tabs.
QString rowText(const ServedRequest &request);

} // namespace playhead

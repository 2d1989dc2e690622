// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/servedrequest.h"
#include "ui/shared/logmodel.h"

#include <deque>
#include <vector>

namespace playhead {

/// The newest requests of a local Events API, oldest first. Facts and their texts; marks and colours are the view's. Window's
/// thread.
class RequestLogModel : public LogModel
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

    explicit RequestLogModel(QObject *parent = nullptr)
        : LogModel(kColumnCount, parent)
    {}

    /// Behind those that are there, in the order of their arrival; at most one removal and one insertion are told.
    void append(std::vector<ServedRequest> requests);
    void clear();
    const ServedRequest &requestAt(int row) const { return m_requests[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;

    static bool isNumber(Column column); ///< Stands at the right.

    static QString text(const ServedRequest &request, Column column);

protected:
    QString title(int column) const override;
    bool isNumberAt(int column) const override { return isNumber(Column(column)); }
    QString cellText(int row, int column) const override
    {
        return text(requestAt(row), Column(column));
    }
    QString cellToolTip(int row, int column) const override
    {
        return toolTip(requestAt(row), Column(column));
    }
    QString cellSpoken(int row, int column) const override;
    QVariant factAt(int row, int role) const override;

private:
    static QString toolTip(const ServedRequest &request, Column column);

    std::deque<ServedRequest> m_requests;
};

/// The request's cells as they are shown, parted by tabs.
QString rowText(const ServedRequest &request);

} // namespace playhead

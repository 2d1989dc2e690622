// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/requestlog.h"
#include "ui/shared/logmodel.h"

#include <QTimeZone>

#include <deque>

namespace playhead {

/// The kept requests of a log, oldest first, or the problems among them. Facts and their texts; marks and colours are the
/// view's. Window's thread.
class SentRequestModel : public LogModel
{
    Q_OBJECT

public:
    enum class Column {
        Number,
        Time,
        Asked,
        Cursor,
        Code,
        Try,
        Events,
        Next,
        Bytes,
        Milliseconds,
        Http,
        RequestId
    };
    static constexpr int kColumnCount = int(Column::RequestId) + 1;

    enum Role {
        FailedRole = Qt::UserRole, ///< bool: its answer could not be used.
        NotedRole, ///< bool: its data speak against the server.
    };

    /// `log` outlives the model.
    explicit SentRequestModel(RequestLog &log, QObject *parent = nullptr);

    void setProblemsOnly(bool isOn); ///< Resets.
    void setTimeZone(const QTimeZone &zone);
    const QTimeZone &timeZone() const { return m_zone; }
    const LoggedRequest &requestAt(int row) const { return *m_shown[size_t(row)]; }
    const LoggedRequestPtr &pointerAt(int row) const { return m_shown[size_t(row)]; }
    /// The row of a request by its number; -1 = it is not shown.
    int rowOf(quint64 number) const;

    int rowCount(const QModelIndex &parent = {}) const override;

    static bool isNumber(Column column); ///< Stands at the right.

    QString text(const LoggedRequest &request, Column column) const;
    /// The request's cells as they are shown, parted by tabs.
    QString rowText(const LoggedRequest &request) const;

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
    void take();
    void start();
    void dropGone();
    std::vector<LoggedRequestPtr> newOnes();
    QString toolTip(const LoggedRequest &request, Column column) const;

    RequestLog &m_log;
    std::deque<LoggedRequestPtr> m_shown;
    quint64 m_place = 0; ///< Requests of the log that were taken.
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    bool m_isProblemsOnly = false;
};

} // namespace playhead

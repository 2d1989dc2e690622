// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/timelinebins.h"

#include <QAbstractTableModel>
#include <QDialog>
#include <QTimeZone>

namespace playhead {

/// The bins as rows: their time, all events, then a column for each family that has any. Bins without events are left
/// out. What it shows is fixed when it is made.
class TimelineBinModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    TimelineBinModel(TimelineBins bins, const QTimeZone &zone, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum FixedColumn {
        TimeColumn,
        EventsColumn,
        FixedColumns
    };
    quint64 countAt(const QModelIndex &index) const;

    TimelineBins m_bins;
    QTimeZone m_zone;
    QList<size_t> m_rows; ///< Bins that hold events.
    QList<Family> m_families;
};

/// The timeline as a table, for who cannot see the bars or wants their figures. Deletes itself when closed.
class TimelineDetails : public QDialog
{
    Q_OBJECT

public:
    TimelineDetails(const TimelineBins &bins, const QTimeZone &zone, QWidget *parent);
};

} // namespace playhead

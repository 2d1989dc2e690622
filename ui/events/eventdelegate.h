// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"
#include "ui/shared/timetext.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace playhead {

/// Paints every cell of the events table: the model's facts become colours, glyphs, elided texts and times here.
class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit EventDelegate(QObject *parent = nullptr);

    void setTimeMode(TimeMode mode);
    TimeMode timeMode() const { return m_timeMode; }
    /// Against which relative times and "today" are told.
    void setNow(Instant now) { m_now = now; }

    /// How many characters of an id's end are shown.
    void setIdTail(int characters) { m_idTail = characters; }

    /// The time of a row as it is painted.
    QString timeTextOf(const QModelIndex &index) const;
    /// The id of a row as it is painted: `…` and its end.
    QString idTextOf(const QModelIndex &index) const;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event,
                   QAbstractItemView *view,
                   const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    struct Cell;
    void paintGutter(QPainter *painter, const Cell &cell) const;
    void paintType(QPainter *painter, const Cell &cell) const;
    void paintId(QPainter *painter, const Cell &cell) const;
    void paintChip(QPainter *painter, const Cell &cell, const QStringList &names) const;
    void paintText(QPainter *painter, const Cell &cell) const;

    TimeMode m_timeMode = TimeMode::Local;
    QTimeZone m_zone = zoneOf(TimeMode::Local);
    Instant m_now{};
    int m_idTail = 5;
};

} // namespace playhead

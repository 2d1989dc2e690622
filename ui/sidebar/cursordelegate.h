// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"

#include <QStyledItemDelegate>
#include <QTimeZone>

namespace playhead {

/// Paints a cursor of the sidebar in two lines: playhead, name and lag; time and the tail of the event's id.
class CursorDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 44;

    /// `clock` outlives the delegate.
    explicit CursorDelegate(const Clock &clock, QObject *parent = nullptr);

    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }
    QString placeLine(const QModelIndex &index) const;
    /// All that is known of the cursor, a line each.
    QString tipText(const QModelIndex &index) const;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QRect firstLine(const QRect &rect) const;
    void paintMark(QPainter *painter, const QRect &first, const QModelIndex &index) const;
    void paintFirst(QPainter *painter, const QRect &first, const QModelIndex &index) const;
    void paintSecond(QPainter *painter, const QRect &second, const QModelIndex &index) const;

    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace playhead

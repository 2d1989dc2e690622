// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"

#include <QStyledItemDelegate>
#include <QTimeZone>

namespace playhead {

/// Paints keys, values in the colours of their types, and at the right what a value means to people: an organization's
/// name, a time in the shown zone.
class JsonTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 23;

    /// `clock` outlives the delegate.
    explicit JsonTreeDelegate(const Clock &clock, QObject *parent = nullptr);

    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }
    /// When the shown event was made: times are told by their distance to it too.
    void setEventTime(Instant at) { m_eventTime = at; }
    /// What stands beside the value; empty when there is nothing to explain.
    QString hintText(const QModelIndex &value) const;
    /// The same at length, `25 Jun 2025, 19:07:33.155 UTC, 516 d 18 h before this event`.
    QString explanation(const QModelIndex &value) const;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event,
                   QAbstractItemView *view,
                   const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintValue(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Instant m_eventTime{};
};

} // namespace playhead

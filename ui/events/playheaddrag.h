// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"

#include <QObject>
#include <QPointF>
#include <QTimer>

#include <optional>

class QKeyEvent;
class QMouseEvent;
class QWidget;

namespace playhead {

class EventTable;

/// Drags the playhead line of the events table, by the line itself or by the active cursor's mark in the gutter, to
/// another edge between rows. A drop only tells where; Esc, another button or other rows put the line back. By time only:
/// in another order there is no line. Owned by its table.
class PlayheadDrag : public QObject
{
    Q_OBJECT

public:
    /// `model` is the table's; both outlive the drag.
    PlayheadDrag(EventTable &table, EventTableModel &model);

    bool isDragging() const { return m_from.has_value(); }

signals:
    void droppedAfter(playhead::EventRow row); ///< The event before the new place, in time.
    void droppedBefore(playhead::EventRow first); ///< No shown event is before the new place.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Line;

    std::optional<int> playheadEdge() const;
    int edgeAt(int y) const;
    int yOf(int edge) const;
    bool isOnPlayhead(QPointF place) const;
    bool handleMouse(const QMouseEvent &event);
    bool handleKey(const QKeyEvent &event, bool isOverride);
    void press(QPointF place);
    void moveTo(QPointF place);
    void follow();
    void scroll();
    void drop();
    void end();
    void showShape(QPointF place);

    EventTable &m_table;
    EventTableModel &m_model;
    Line *m_line; ///< The table's child.
    QTimer m_scrolling;
    std::optional<int> m_from; ///< The edge that the drag began at.
    int m_to = 0;
    QPointF m_pressed;
    QPointF m_place; ///< Of the mouse, in the viewport.
    bool m_isMoving = false; ///< Far enough from where it was pressed.
    bool m_hasShape = false; ///< The mouse pointer is the drag's.
};

} // namespace playhead

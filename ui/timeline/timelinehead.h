// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QTimeZone>
#include <QWidget>

class QToolButton;

namespace playhead {

/// What the timeline's head tells.
struct TimelineHeadState
{
    QString
        title; ///< The range in words, "Last 24 hours"; empty = nothing is asked for, only "Timeline" is shown.
    TimeRange brush; ///< Empty = nothing is selected.
    TimeRange
        shown; ///< The part of the range that the timeline shows; what the lines tell without a brush.
    quint64 events = 0; ///< In the brush, else in the shown part.
    bool isZoomed = false; ///< "Zoom out" and "Fit" have something to do.
    QTimeZone zone = QTimeZone::systemTimeZone();
    Instant now{}; ///< Times of other days than this one are told with their day.

    bool operator==(const TimelineHeadState &) const = default;
};

/// The part at the timeline's left, over the sidebar: range, selected stretch, its events, and the zoom buttons.
class TimelineHead : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineHead(QWidget *parent = nullptr);

    void setState(const TimelineHeadState &state);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void zoomInRequested();
    void zoomOutRequested();
    void fitRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Line;
    QToolButton *addButton(const QString &iconName, const QString &text, const QString &tip);
    void placeParts();

    Line *m_title;
    Line *m_span;
    Line *m_events;
    QToolButton *m_zoomOut;
    QToolButton *m_zoomIn;
    QToolButton *m_fit;
};

} // namespace playhead

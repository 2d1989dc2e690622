// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <QTimeZone>
#include <QWidget>

namespace playhead {

/// The picture of a move in its preview: the events around it as stacked bars, the stretch that is read again or skipped
/// in full colour on the selection's ground, the new place as a line and the old one as a dashed line. Paints what the
/// plan counted; counts nothing itself.
class MiniTimeline : public QWidget
{
    Q_OBJECT

public:
    /// `now` tells which day is today.
    MiniTimeline(const QTimeZone &zone, Instant now, QWidget *parent = nullptr);

    void setPlan(const MovePlan &plan);

    /// Where a moment stands, in the widget's pixels; moments outside stand at the nearer end.
    int xOf(Instant at) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Lines;

    Lines lines() const;
    void paintBars(QPainter &painter, const Lines &lines) const;
    void paintPlaces(QPainter &painter, const Lines &lines) const;
    void paintNewLabel(QPainter &painter, const Lines &lines) const;
    void paintAxis(QPainter &painter, const Lines &lines) const;
    QString startText() const;
    QString describe() const;

    QTimeZone m_zone;
    Instant m_now;
    TimelineBins m_bins;
    Instant m_was{};
    Instant m_will{};
    bool m_moves = false; ///< The two places differ.
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/timelinebins.h"
#include "ui/timeline/timelinescale.h"

#include <QRectF>

class QColor;
class QPainter;

namespace playhead {

// Strokes that lie on whole device pixels, so that they are sharp at scales between 1 and 2 too.

/// `rect` with its edges on the device pixels that are nearest.
QRectF snapped(const QPainter *painter, const QRectF &rect);
/// A line one pixel high (a device pixel below scale 2) whose row holds `y`, or starts at it.
void fillRow(QPainter *painter, qreal left, qreal right, qreal y, const QColor &colour);
/// A line one pixel wide whose column holds `x`, or starts at it.
void fillColumn(QPainter *painter, qreal x, qreal top, qreal bottom, const QColor &colour);

/// All events of a bin.
quint64 eventsIn(const TimelineBins::Bin &bin);
/// The bin with the most events; -1 when there are none at all.
int fullestBin(const TimelineBins &bins);

/// The stacked bars, families from the bottom in their order, cut at the plot's sides.
void paintBars(QPainter *painter,
               const QRectF &plot,
               const TimelineScale &scale,
               const TimelineBins &bins,
               const CountScale &counts);

} // namespace playhead

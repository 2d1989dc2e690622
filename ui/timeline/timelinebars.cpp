// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinebars.h"

#include "ui/shared/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace playhead {

namespace {

qreal pixelsPerUnit(const QPainter *painter)
{
    return painter->deviceTransform().m11();
}

/// The thickness of a line of the design's 1 px.
qreal lineWidth(const QPainter *painter)
{
    const qreal ratio = pixelsPerUnit(painter);
    return std::max(1.0, std::floor(ratio)) / ratio;
}

qreal onPixel(qreal value, qreal ratio)
{
    return std::round(value * ratio) / ratio;
}

/// One bar between two columns. A segment of 3 pixels or more leaves its uppermost pixel row free, which parts it from the
/// next one; lower segments would vanish by it.
void paintBar(QPainter *painter,
              const TimelineBins::Bin &bin,
              qreal left,
              qreal right,
              qreal base,
              qreal height)
{
    const qreal ratio = pixelsPerUnit(painter);
    const qreal gap = lineWidth(painter);
    const auto all = double(eventsIn(bin));
    const qreal total = std::max(onPixel(height, ratio),
                                 gap); // A single event is visible at any scale.
    double below = 0;
    qreal bottom = 0;
    for (size_t family = 0; family < bin.size(); ++family) {
        if (bin[family] == 0) {
            continue;
        }
        below += bin[family];
        const qreal top = onPixel(total * below / all, ratio);
        const bool isLast = below >= all;
        const qreal room = top - bottom;
        const qreal filled = !isLast && room >= 3 * gap ? room - gap : room;
        painter->fillRect(QRectF(left, base - bottom - filled, right - left, filled),
                          tokens().family[family]);
        bottom = top;
    }
}

} // namespace

QRectF snapped(const QPainter *painter, const QRectF &rect)
{
    const qreal ratio = pixelsPerUnit(painter);
    return {QPointF(onPixel(rect.left(), ratio), onPixel(rect.top(), ratio)),
            QPointF(onPixel(rect.right(), ratio), onPixel(rect.bottom(), ratio))};
}

void fillRow(QPainter *painter, qreal left, qreal right, qreal y, const QColor &colour)
{
    const qreal ratio = pixelsPerUnit(painter);
    const QRectF line = snapped(painter, {QPointF(left, 0), QPointF(right, 0)});
    painter->fillRect(QRectF(line.left(),
                             std::floor(y * ratio + 0.01) / ratio,
                             line.width(),
                             lineWidth(painter)),
                      colour);
}

void fillColumn(QPainter *painter, qreal x, qreal top, qreal bottom, const QColor &colour)
{
    const qreal ratio = pixelsPerUnit(painter);
    const QRectF line = snapped(painter, {QPointF(0, top), QPointF(0, bottom)});
    painter->fillRect(QRectF(onPixel(x, ratio), line.top(), lineWidth(painter), line.height()),
                      colour);
}

quint64 eventsIn(const TimelineBins::Bin &bin)
{
    return std::accumulate(bin.begin(), bin.end(), quint64(0));
}

int fullestBin(const TimelineBins &bins)
{
    int fullest = -1;
    quint64 most = 0;
    for (size_t i = 0; i < bins.bins.size(); ++i) {
        if (const quint64 events = eventsIn(bins.bins[i]); events > most) {
            most = events;
            fullest = int(i);
        }
    }
    return fullest;
}

void paintBars(QPainter *painter,
               const QRectF &plot,
               const TimelineScale &scale,
               const TimelineBins &bins,
               const CountScale &counts)
{
    const qreal ratio = pixelsPerUnit(painter);
    const qreal gap = lineWidth(painter);
    const qreal base = onPixel(plot.bottom(), ratio) - gap; // The base line's row stays free.
    for (size_t i = 0; i < bins.bins.size(); ++i) {
        const quint64 events = eventsIn(bins.bins[i]);
        const qreal left = onPixel(std::max(scale.xOf(bins.startOf(i)), plot.left()), ratio);
        const qreal right = onPixel(std::min(scale.xOf(bins.startOf(i + 1)), plot.right()), ratio);
        if (events == 0 || right <= left) {
            continue;
        }
        // Bars of less than three pixels stand side by side: the gap would be most of them.
        const qreal end = right - left >= 3 * gap ? right - gap : right;
        paintBar(painter,
                 bins.bins[i],
                 left,
                 end,
                 base,
                 std::min(counts.shareOf(events), 1.0) * plot.height() - gap);
    }
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QList>
#include <QString>
#include <QTimeZone>

namespace playhead {

// How the timeline maps time and counts to pixels. Pure functions of values; any thread.

/// Time over a width of pixels: `view.since` lies at `left`, `view.until` at `left + width`.
struct TimelineScale
{
    TimeRange view; ///< Empty = nothing is mapped: every x is `left`, every time `view.since`.
    qreal left = 0;
    qreal width = 0;

    /// May lie outside of the width when `at` lies outside of the view.
    qreal xOf(Instant at) const;
    /// Not clamped to the view.
    Instant timeAt(qreal x) const;
    /// How long a number of pixels is.
    Duration durationOf(qreal pixels) const;
};

/// The shortest nice length (100 ms to 30 min, hours that divide a day, whole days) whose bar is at least 6 px wide
/// when `span` takes `width` pixels. Spans and widths below 1 are taken as 1.
Duration binLengthFor(Duration span, qreal width);

/// `range` widened to whole bins on the zone's clock. The offset at the range's end counts for all of it, because the
/// bins are equally long; before a change of the clocks, bins longer than it are shifted. Empty stays empty.
TimeRange alignedRange(const TimeRange &range, Duration bin, const QTimeZone &zone);

/// Number of bins in a range that alignedRange() gave.
int binCount(const TimeRange &aligned, Duration bin);

/// A mark of the time axis.
struct TimeTick
{
    Instant at{};
    QString text; ///< `14:00`, `14:00:30`, `23 Nov`, `2026`
    bool isEmphasized = false; ///< The day (the year, when all marks are days) changes here.

    bool operator==(const TimeTick &) const = default;
};

/// Marks on whole units of the zone's clock, at least `leastGap` pixels apart, inside the view and in order.
QList<TimeTick> timeTicks(const TimelineScale &scale, const QTimeZone &zone, qreal leastGap);

/// Counts over the height of the plot, linear or by square root. The upper mark lies at 8/9 of the height.
struct CountScale
{
    quint64 top = 2; ///< The upper mark, a nice even number; the lower mark is its half.
    bool isSquareRoot = false;
    quint64 most = 0; ///< In one bar; 0: there is nothing to measure, so the axis has no marks.

    /// The scale for bars up to `most` events.
    static CountScale upTo(quint64 most, bool isSquareRoot);
    /// Share of the plot's height, 0 to 1, of a bar of `count` events.
    qreal shareOf(quint64 count) const;
};

/// `40`, `2k`, `1M`: a mark of the count axis, which has room for few figures.
QString countMarkText(quint64 count);

/// `view` made shorter (`factor` > 1) or longer, `fixed` staying where it is; inside `limits` and not below 10 s (or the
/// limits, when they are shorter).
TimeRange zoomedView(const TimeRange &view, const TimeRange &limits, Instant fixed, double factor);
/// `view` moved, its length kept, inside `limits`.
TimeRange pannedView(const TimeRange &view, const TimeRange &limits, Duration by);

/// `09:30`, with the day when it is another than that of `reference`, with seconds when they are not 0.
QString shortTimeText(Instant at, Instant reference, const QTimeZone &zone);
/// `09:30 – 14:06`, `22 Nov 23:00 – 14:06`, from a day on `22 Nov 14:06 – 23 Nov 14:06`; without seconds from an hour on.
QString timeSpanText(const TimeRange &span, Instant reference, const QTimeZone &zone);

} // namespace playhead

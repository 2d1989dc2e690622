// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/timelinebins.h"
#include "ui/timeline/timelineflags.h"
#include "ui/timeline/timelinescale.h"

#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace playhead {

/// Where the timeline's parts lie in a widget of a size (design, section 2). All in logical pixels.
struct TimelineFrame
{
    explicit TimelineFrame(const QSizeF &size);

    QRectF whole;
    QRectF plot; ///< The bars' room; its lowest pixel row is the base line.
    QRectF flags; ///< The strip of the flags' labels.
    QRectF labelAt(const FlagLabel &label) const; ///< A label of layoutFlags() in the strip.
    QRectF handleAt(qreal x) const; ///< The brush's handle on an edge.
};

/// A flag's line and label text as they are painted.
struct FlagPicture
{
    qreal x = 0;
    bool isActive = false;
    bool isInStrip =
        true; ///< The line reaches into the strip; false for those behind another's label.
};

/// All that one painting of the timeline shows.
struct TimelinePicture
{
    TimelineScale scale;
    const TimelineBins *bins = nullptr; ///< nullptr = none yet.
    CountScale counts;
    QList<TimeTick> ticks;
    std::optional<Instant> nowMark; ///< Where `now` stands.
    std::vector<TimeRange> unread; ///< Hatched: not read completely.
    TimeRange brush; ///< Empty = none, and no veil.
    QList<FlagPicture> flags; ///< In any order; the active one is painted last.
    QList<FlagLabel> labels;
    TimeRange movedOver; ///< Between a flag's place and where it is moved to; empty = none.
    bool hasFocus = false;
    std::optional<qsizetype>
        focusedLabel; ///< Index into labels: the ring is around it, not around the whole.
};

QFont flagFont(bool isActive);
/// Room that a label needs for its text, with its padding.
qreal flagWidth(const QString &text, bool isActive);

void paintTimeline(QPainter *painter, const TimelineFrame &frame, const TimelinePicture &picture);
/// What stands there while nothing is asked for: the base line and a sentence.
void paintEmptyTimeline(QPainter *painter, const TimelineFrame &frame, bool hasFocus);

} // namespace playhead

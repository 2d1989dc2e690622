// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timeline.h"
#include "ui/timeline/timelinebrush.h"
#include "ui/timeline/timelinepainting.h"
#include "ui/timeline/timelinescale.h"

#include <QPointF>
#include <QTimer>

#include <optional>

namespace playhead {

/// What a press of the mouse took hold of.
struct TimelineGrip
{
    enum class Kind {
        Nothing,
        Brush,
        Flag
    };

    Kind kind = Kind::Nothing;
    BrushPart part = BrushPart::New;
    qint64 cursorId = 0;
};

/// The timeline's state and rules; only its own files know it.
struct Timeline::Private
{
    explicit Private(Timeline *timeline);

    // What lies where. All follow from the state, so there is nothing to keep in step.
    TimelineFrame frame() const { return TimelineFrame(QSizeF(q->size())); }
    TimeRange fittedView() const; ///< The whole range, in whole bins.
    TimeRange view() const { return zoomed ? *zoomed : fittedView(); }
    TimelineScale scale() const;
    Duration binLength() const;
    TimelineGrid grid() const;
    bool isShown(Instant at) const;
    const TimelineFlag *flagOf(qint64 cursorId) const;
    Instant placeOf(const TimelineFlag &flag)
        const; ///< Where it is painted: its place, or where it is moved to.
    QList<qsizetype> shownFlags() const; ///< Indexes, in time order.
    QList<FlagLabel> flagLabels(const QList<qsizetype> &shown) const;
    TimelinePicture picture();
    void addFlags(TimelinePicture &picture) const;
    std::optional<Instant> nowMark() const;

    void ensureBins(); ///< They may be a frame old.
    void countNow(); ///< For who asks for them: not a frame old.
    void setView(std::optional<TimeRange> newView);
    void zoomAround(Instant fixed, double factor);
    Instant zoomCentre() const;
    void keepInView(Instant at);
    void editBrush(const TimeRange &edited) const;

    TimelineGrip gripAt(QPointF place) const;
    void dragTo(QPointF place);
    void endDrag(QPointF place);
    void cancelDrag();
    bool showTipAt(QPointF place, QPoint global) const;
    std::optional<size_t> barAt(QPointF place) const; ///< A bin with events.
    QString binTip(size_t bin) const;
    QString unreadTip(Instant at) const; ///< Empty where all is read.
    QStringList flagTips(QPointF place, qint64 cursorId) const;
    void applyCursorShape(const TimelineGrip &grip) const;

    bool wantsKey(const QKeyEvent &event) const;
    bool handleKey(const QKeyEvent &event);
    void stepBrush(int direction, Qt::KeyboardModifiers held);
    void stepFlag(int direction);
    bool stepFocus(bool isNext);
    void moveFlagTo(qint64 cursorId, Instant at);
    void dropFlag();
    void putFlagBack();
    void focusFlag(std::optional<qint64> cursorId);
    void chooseBarAt(QPointF place);

    // What screen readers read; timelineaccessible.cpp.
    void tellValueChanged(std::optional<qint64> cursorId) const; ///< Empty = the brush's.
    void tellFocusChanged() const;

    Timeline *q;
    TimelineSource source;
    TimeRange range;
    std::optional<TimeRange> zoomed; ///< The shown part, when it is not all.
    Instant now{};
    std::vector<TimeRange> unread;
    QTimeZone zone = QTimeZone::systemTimeZone();
    TimeRange brush;
    QList<TimelineFlag> flags;
    bool isSquareRoot = false;

    TimelineBins bins;
    TimeRange
        countedRange; ///< What the source was asked for last; empty = the bins are out of date.
    size_t countedBins = 0;
    QTimer refreshTimer;

    std::optional<qint64> focusedFlag;
    struct MovedFlag
    {
        qint64 cursorId = 0;
        Instant at{};
    };
    std::optional<MovedFlag> moved; ///< On its way, by mouse or keys.

    struct Drag
    {
        TimelineGrip grip;
        QPointF pressed;
        Instant pressedAt{};
        TimeRange brushBefore;
        bool isMoving = false; ///< Far enough from the press to be no click.
    };
    std::optional<Drag> drag;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/typecatalogue.h"
#include "ui/shared/timetext.h"
#include "ui/timeline/timeline_p.h"
#include "ui/timeline/timelinebars.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

// The timeline under the mouse: what a place is, drags, clicks, the wheel and tips.

namespace playhead {

namespace {
constexpr qreal kHandleReach =
    6; ///< From an edge of the brush; with the other side 12 px to aim at.
constexpr qreal kLineReach = 3;
constexpr qreal kDragDistance = 3; ///< Bars are 6 px wide: less than the system's distance.
constexpr double kWheelZoom = 1.25; ///< For one notch.
constexpr double kWheelPan = 0.1; ///< Of the shown range, for one notch.
constexpr double kNotch = 120;
} // namespace

TimelineGrip Timeline::Private::gripAt(QPointF place) const
{
    const TimelineFrame where = frame();
    const TimelineScale here = scale();
    const QList<qsizetype> shown = shownFlags();
    for (const FlagLabel &label : flagLabels(shown)) {
        if (where.labelAt(label).contains(place)) {
            return {TimelineGrip::Kind::Flag, {}, flags[shown[label.leader]].cursorId};
        }
    }
    if (place.y() > where.plot.bottom() || range.isEmpty()) {
        return {};
    }
    if (!brush.isEmpty() && place.y() >= where.plot.top()) {
        const qreal toStart = std::abs(place.x() - here.xOf(brush.since));
        const qreal toEnd = std::abs(place.x() - here.xOf(brush.until));
        if (std::min(toStart, toEnd) <= kHandleReach) {
            return {TimelineGrip::Kind::Brush, toStart < toEnd ? BrushPart::Start : BrushPart::End};
        }
    }
    for (const qsizetype i : shown) {
        if (std::abs(place.x() - here.xOf(placeOf(flags[i]))) <= kLineReach) {
            return {TimelineGrip::Kind::Flag, {}, flags[i].cursorId};
        }
    }
    if (!where.plot.contains(place)) {
        return {};
    }
    const bool isInside = !brush.isEmpty() && brush.contains(here.timeAt(place.x()));
    return {TimelineGrip::Kind::Brush, isInside ? BrushPart::Whole : BrushPart::New};
}

void Timeline::Private::applyCursorShape(const TimelineGrip &grip) const
{
    const bool isEdge = grip.kind == TimelineGrip::Kind::Brush
                        && (grip.part == BrushPart::Start || grip.part == BrushPart::End);
    const bool isInside = grip.kind == TimelineGrip::Kind::Brush && grip.part == BrushPart::Whole;
    q->setCursor(isEdge                                  ? Qt::SizeHorCursor
                 : isInside                              ? Qt::OpenHandCursor
                 : grip.kind == TimelineGrip::Kind::Flag ? Qt::PointingHandCursor
                                                         : Qt::ArrowCursor);
}

void Timeline::Private::dragTo(QPointF place)
{
    if (!drag->isMoving && std::abs(place.x() - drag->pressed.x()) < kDragDistance) {
        return;
    }
    drag->isMoving = true;
    const QRectF plot = frame().plot;
    const Instant at = scale().timeAt(std::clamp(place.x(), plot.left(), plot.right()));
    if (drag->grip.kind == TimelineGrip::Kind::Brush) {
        editBrush(draggedBrush(drag->grip.part, drag->brushBefore, drag->pressedAt, at, grid()));
        return;
    }
    if (const TimelineFlag *flag = flagOf(drag->grip.cursorId)) {
        moveFlagTo(flag->cursorId, grid().nearestEdge(flag->at + (at - drag->pressedAt)));
    }
}

void Timeline::Private::endDrag(QPointF place)
{
    const Drag done = *drag;
    drag.reset();
    if (done.grip.kind == TimelineGrip::Kind::Flag) {
        if (done.isMoving) {
            dropFlag();
        } else {
            emit q->flagChosen(done.grip.cursorId);
        }
    } else if (!done.isMoving) {
        chooseBarAt(place);
    }
}

void Timeline::Private::cancelDrag()
{
    const Drag undone = *drag;
    drag.reset();
    if (undone.grip.kind == TimelineGrip::Kind::Flag) {
        putFlagBack();
    } else {
        editBrush(undone.brushBefore);
    }
}

std::optional<size_t> Timeline::Private::barAt(QPointF place) const
{
    const Instant at = scale().timeAt(place.x());
    for (size_t i = 0; i < bins.bins.size(); ++i) {
        if (bins.startOf(i) <= at && at < bins.startOf(i + 1) && eventsIn(bins.bins[i]) > 0) {
            return i;
        }
    }
    return std::nullopt;
}

void Timeline::Private::chooseBarAt(QPointF place)
{
    ensureBins();
    if (const std::optional<size_t> bar = barAt(place)) {
        emit q->barChosen({bins.startOf(*bar), bins.startOf(*bar + 1)});
    }
}

QString Timeline::Private::binTip(size_t bin) const
{
    const TimelineBins::Bin &counts = bins.bins[bin];
    const QLocale locale;
    QStringList lines{timeSpanText({bins.startOf(bin), bins.startOf(bin + 1)}, range.until, zone)};
    for (size_t family = counts.size(); family-- > 0;) { // As the bar is stacked.
        if (counts[family] > 0) {
            lines.append(
                tr("%1: %2").arg(familyLabel(Family(family)), locale.toString(counts[family])));
        }
    }
    return lines.join(u'\n');
}

QString Timeline::Private::unreadTip(Instant at) const
{
    for (const TimeRange &stretch : unread) {
        if (stretch.contains(at)) {
            return tr("Not read completely: %1").arg(timeSpanText(stretch, range.until, zone));
        }
    }
    return {};
}

QStringList Timeline::Private::flagTips(QPointF place, qint64 cursorId) const
{
    const TimelineFrame where = frame();
    const QList<qsizetype> shown = shownFlags();
    QList<qsizetype> told;
    for (const FlagLabel &label : flagLabels(shown)) {
        if (where.labelAt(label).contains(place)) {
            told = label.members; // All that share the label.
        }
    }
    QStringList lines;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const TimelineFlag &flag = flags[shown[i]];
        if (told.isEmpty() ? flag.cursorId == cursorId : told.contains(i)) {
            lines.append(tr("%1, %2").arg(flag.name, fullTimeText(flag.at, zone)));
        }
    }
    return lines;
}

bool Timeline::Private::showTipAt(QPointF place, QPoint global) const
{
    const TimelineGrip grip = gripAt(place);
    QString text;
    if (grip.kind == TimelineGrip::Kind::Flag) {
        text = flagTips(place, grip.cursorId).join(u'\n');
    } else if (frame().plot.contains(place)) {
        const std::optional<size_t> bar = barAt(place);
        QStringList lines{bar ? binTip(*bar) : QString(), unreadTip(scale().timeAt(place.x()))};
        lines.removeAll(QString());
        text = lines.join(u'\n');
    }
    // A cursor's name is a person's text, so none of it may be read as markup.
    QToolTip::showText(global, text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>")), q);
    return !text.isEmpty();
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    const TimelineGrip grip = d->gripAt(event->position());
    if (event->button() != Qt::LeftButton || grip.kind == TimelineGrip::Kind::Nothing) {
        QWidget::mousePressEvent(event);
        return;
    }
    d->putFlagBack();
    d->drag =
        Private::Drag{grip, event->position(), d->scale().timeAt(event->position().x()), d->brush};
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    if (d->drag) {
        d->dragTo(event->position());
    } else {
        d->applyCursorShape(d->gripAt(event->position()));
    }
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    if (d->drag && event->button() == Qt::LeftButton) {
        d->endDrag(event->position());
    }
}

void Timeline::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton
        && d->gripAt(event->position()).kind == TimelineGrip::Kind::Brush) {
        clearBrush();
    }
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (d->range.isEmpty() || d->drag) {
        return;
    }
    const QPoint turned = event->angleDelta();
    const bool isPan = event->modifiers().testFlag(Qt::ShiftModifier)
                       || std::abs(turned.x()) > std::abs(turned.y());
    const int angle = std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : turned.y();
    const double notches = angle / kNotch;
    if (isPan) {
        const TimeRange shown = d->view();
        const auto whole = double((shown.until - shown.since).count());
        const Duration by(qint64(std::llround(-notches * kWheelPan * whole)));
        d->setView(pannedView(shown, d->fittedView(), by));
        return;
    }
    const QRectF plot = d->frame().plot;
    const qreal x = std::clamp(event->position().x(), plot.left(), plot.right());
    d->zoomAround(d->scale().timeAt(x), std::pow(kWheelZoom, notches));
}

} // namespace playhead

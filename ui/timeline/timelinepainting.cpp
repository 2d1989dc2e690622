// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinepainting.h"

#include "ui/shared/playheadstyle.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"
#include "ui/timeline/timelinebars.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace playhead {

namespace {

// Design, section 2 (plot padding) and the mocks.
constexpr int kPlotLeft = 34;
constexpr int kPlotRight = 14;
constexpr int kPlotTop = 26;
constexpr int kPlotBottom = 19; // And the line below, which the window draws.
constexpr int kFlagTop = 4;
constexpr int kFlagHeight = 18;
constexpr int kFlagPadding = 11;
constexpr qreal kFlagRadius = 3;
constexpr int kHandleHeight = 19;
constexpr int kAxisPx = 11;
constexpr int kCountGap = 7;
constexpr int kTickLength = 3;
constexpr int kLabelGap = 6;
constexpr qreal kFlagLineOpacity = 0.65;
constexpr qreal kLeastHatch =
    3; // A narrower one would be a smear, as that of the last minute always is.

QColor withAlpha(QColor colour, qreal alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

void paintCountAxis(QPainter *painter, const TimelineFrame &frame, const TimelinePicture &picture)
{
    if (picture.counts.most == 0) {
        return;
    }
    const QRectF &plot = frame.plot;
    const QFont font = uiFont(kAxisPx);
    for (const quint64 mark : {picture.counts.top, picture.counts.top / 2}) {
        const qreal y = plot.bottom() - picture.counts.shareOf(mark) * plot.height();
        fillRow(painter, plot.left(), plot.right(), y, tokens().hair);
        painter->setPen(tokens().text3);
        drawTabular(painter,
                    QRectF(0, y - 10, plot.left() - kCountGap, 20),
                    Qt::AlignRight,
                    countMarkText(mark),
                    font);
    }
}

/// A label under the base line, centred on its mark unless it would leave the widget.
QRectF axisLabel(const TimelineFrame &frame, qreal x, qreal width)
{
    const qreal most = frame.whole.right() - 4 - width;
    const qreal left = std::clamp(x - width / 2,
                                  frame.plot.left() + 1,
                                  std::max(most, frame.plot.left() + 1));
    return {left, frame.plot.bottom() + 1, width, frame.whole.bottom() - frame.plot.bottom() - 1};
}

void paintTimeAxis(QPainter *painter, const TimelineFrame &frame, const TimelinePicture &picture)
{
    const QFont plain = uiFont(kAxisPx);
    const QFont strong = uiFont(kAxisPx, QFont::DemiBold);
    const auto paintTick = [&frame, painter](qreal x) {
        fillColumn(painter,
                   x,
                   frame.plot.bottom(),
                   frame.plot.bottom() + kTickLength,
                   tokens().line);
    };
    qreal taken = 0;
    qreal free = frame.whole.right();
    if (picture.nowMark) {
        const qreal x = picture.scale.xOf(*picture.nowMark);
        const QString text = QCoreApplication::translate("Timeline", "now");
        const QRectF box = axisLabel(frame, x, tabularWidth(text, strong));
        painter->setPen(tokens().ok);
        drawTabular(painter, box, Qt::AlignLeft, text, strong);
        paintTick(x);
        free = box.left() - kLabelGap;
    }
    for (const TimeTick &tick : picture.ticks) {
        const QFont &font = tick.isEmphasized ? strong : plain;
        const qreal x = picture.scale.xOf(tick.at);
        const QRectF box = axisLabel(frame, x, tabularWidth(tick.text, font));
        paintTick(x);
        // The first label stands at the plot's side instead of under its mark, so it may reach the second one.
        if (box.left() >= taken && box.right() <= free) {
            taken = box.right() + kLabelGap;
            painter->setPen(tick.isEmphasized ? tokens().text2 : tokens().text3);
            drawTabular(painter, box, Qt::AlignLeft, tick.text, font);
        }
    }
}

/// What of a stretch of time lies in the plot.
QRectF plotPart(const TimelineFrame &frame, const TimelineScale &scale, const TimeRange &range)
{
    const qreal from = std::max(scale.xOf(range.since), frame.plot.left());
    const qreal to = std::min(scale.xOf(range.until), frame.plot.right());
    return {QPointF(from, frame.plot.top()), QPointF(to, frame.plot.bottom())};
}

void paintUnread(QPainter *painter, const TimelineFrame &frame, const TimelinePicture &picture)
{
    for (const TimeRange &range : picture.unread) {
        const QRectF part = plotPart(frame, picture.scale, range);
        if (part.width() >= kLeastHatch) {
            painter->fillRect(snapped(painter, part), QBrush(tokens().line, Qt::BDiagPattern));
        }
    }
}

void paintHandle(QPainter *painter, const QRectF &box)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens().accent, 1));
    painter->setBrush(tokens().control);
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->restore();
    const qreal middle = box.left() + 3;
    for (const qreal x : {middle - 1, middle + 1}) {
        fillColumn(painter, x, box.top() + 5, box.bottom() - 5, tokens().accent);
    }
}

/// The brush's two edges in the plot, cut at its sides.
std::pair<qreal, qreal> brushSides(const TimelineFrame &frame, const TimelinePicture &picture)
{
    const QRectF &plot = frame.plot;
    return {std::clamp(picture.scale.xOf(picture.brush.since), plot.left(), plot.right()),
            std::clamp(picture.scale.xOf(picture.brush.until), plot.left(), plot.right())};
}

void paintVeil(QPainter *painter, const TimelineFrame &frame, const TimelinePicture &picture)
{
    if (picture.brush.isEmpty()) {
        return;
    }
    const QRectF &plot = frame.plot;
    const auto [left, right] = brushSides(frame, picture);
    const QColor veil = withAlpha(tokens().isDark ? tokens().base : tokens().side, 0.62);
    painter->fillRect(snapped(painter, {plot.topLeft(), QPointF(left, plot.bottom())}), veil);
    painter->fillRect(snapped(painter, {QPointF(right, plot.top()), plot.bottomRight()}), veil);
}

void paintBrush(QPainter *painter, const TimelineFrame &frame, const TimelinePicture &picture)
{
    if (picture.brush.isEmpty()) {
        return;
    }
    const QRectF &plot = frame.plot;
    const auto [left, right] = brushSides(frame, picture);
    if (left < right) {
        fillRow(painter, left, right, plot.top(), tokens().accent);
        fillRow(painter, left, right, plot.bottom() - 1, tokens().accent);
    }
    for (const Instant edge : {picture.brush.since, picture.brush.until}) {
        const qreal x = picture.scale.xOf(edge);
        if (x >= plot.left() && x <= plot.right()) {
            fillColumn(painter, x, plot.top(), plot.bottom(), tokens().accent);
            paintHandle(painter, snapped(painter, frame.handleAt(x)));
        }
    }
}

void paintFlagLine(QPainter *painter, const TimelineFrame &frame, const FlagPicture &flag)
{
    const QRectF &plot = frame.plot;
    const QColor colour = flag.isActive ? tokens().accent : tokens().text2;
    const qreal top = !flag.isInStrip ? plot.top()
                      : flag.isActive ? frame.flags.top() + 4
                                      : frame.flags.top() + 2;
    const QRectF line = snapped(painter, {flag.x - 1, top, 2, plot.bottom() - top});
    painter->fillRect(line, flag.isActive ? colour : withAlpha(colour, kFlagLineOpacity));
    const qreal half = flag.isActive ? 5 : 4;
    const QPointF tip(line.center().x(), plot.bottom() - (flag.isActive ? 6 : 5));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath foot(tip);
    foot.lineTo(tip.x() + half, plot.bottom());
    foot.lineTo(tip.x() - half, plot.bottom());
    foot.closeSubpath();
    painter->fillPath(foot, colour);
    painter->restore();
}

void paintFlagLabel(QPainter *painter, const QRectF &box, const QString &text, bool isActive)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(isActive ? QPen(Qt::NoPen) : QPen(tokens().strong, 1));
    painter->setBrush(isActive ? tokens().accentFill : tokens().base);
    const qreal inset = isActive ? 0 : 0.5;
    painter->drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), kFlagRadius, kFlagRadius);
    painter->setPen(isActive ? tokens().accentText : tokens().text2);
    painter->setFont(flagFont(isActive));
    const QRectF room = box.adjusted(4, 0, -4, 0);
    const QString shown =
        QFontMetricsF(painter->font()).elidedText(text, Qt::ElideMiddle, room.width());
    painter->drawText(room, Qt::AlignCenter, shown);
    painter->restore();
}

void paintFlags(QPainter *painter, const TimelineFrame &frame, const TimelinePicture &picture)
{
    for (const bool isActive : {false, true}) {
        for (const FlagPicture &flag : picture.flags) {
            if (flag.isActive == isActive) {
                paintFlagLine(painter, frame, flag);
            }
        }
    }
    for (const FlagLabel &label : picture.labels) {
        paintFlagLabel(painter,
                       snapped(painter, frame.labelAt(label)),
                       label.text,
                       picture.flags[label.leader].isActive);
    }
    if (picture.hasFocus && picture.focusedLabel) {
        const QRectF box = frame.labelAt(picture.labels[*picture.focusedLabel]);
        paintFocusRing(painter, box.adjusted(-3, -3, 3, 3), kFlagRadius + 2);
    }
}

void paintGround(QPainter *painter, const TimelineFrame &frame)
{
    painter->fillRect(frame.whole, tokens().base);
}

} // namespace

TimelineFrame::TimelineFrame(const QSizeF &size)
    : whole(QPointF(0, 0), size)
    , plot(whole.adjusted(scaledPx(kPlotLeft),
                          scaledPx(kPlotTop),
                          -kPlotRight,
                          -scaledPx(kPlotBottom)))
    , flags(0, scaledPx(kFlagTop), size.width(), scaledPx(kFlagHeight))
{
    plot.setWidth(std::max(plot.width(), 1.0));
    plot.setHeight(std::max(plot.height(), 1.0));
}

QRectF TimelineFrame::labelAt(const FlagLabel &label) const
{
    return {label.box.left(), flags.top(), label.box.width(), flags.height()};
}

QRectF TimelineFrame::handleAt(qreal x) const
{
    const qreal height = std::min<qreal>(kHandleHeight, plot.height());
    return {x - 3, plot.center().y() - height / 2, 7, height};
}

QFont flagFont(bool isActive)
{
    return uiFont(kAxisPx, isActive ? QFont::DemiBold : QFont::Medium);
}

qreal flagWidth(const QString &text, bool isActive)
{
    constexpr qreal kMost = 220; // A longer name is cut in its middle.
    const qreal width = QFontMetricsF(flagFont(isActive)).horizontalAdvance(text);
    return std::min(std::ceil(width) + 2 * kFlagPadding, kMost);
}

void paintTimeline(QPainter *painter, const TimelineFrame &frame, const TimelinePicture &picture)
{
    paintGround(painter, frame);
    const QRectF &plot = frame.plot;
    paintUnread(painter, frame, picture);
    paintCountAxis(painter, frame, picture);
    if (picture.bins) {
        paintBars(painter, plot, picture.scale, *picture.bins, picture.counts);
    }
    if (!picture.movedOver.isEmpty()) {
        painter->fillRect(snapped(painter, plotPart(frame, picture.scale, picture.movedOver)),
                          withAlpha(tokens().accent, 0.16));
    }
    paintVeil(painter, frame, picture);
    fillRow(painter, plot.left(), plot.right(), plot.bottom() - 1, tokens().line);
    paintBrush(painter, frame, picture);
    paintTimeAxis(painter, frame, picture);
    paintFlags(painter, frame, picture);
    if (picture.hasFocus && !picture.focusedLabel) {
        paintFocusRing(painter, frame.whole, 3);
    }
}

void paintEmptyTimeline(QPainter *painter, const TimelineFrame &frame, bool hasFocus)
{
    paintGround(painter, frame);
    const QRectF &plot = frame.plot;
    fillRow(painter, plot.left(), plot.right(), plot.bottom() - 1, tokens().line);
    painter->setPen(tokens().text3);
    painter->setFont(uiFont(12));
    painter->drawText(QRectF(0, plot.top(), frame.whole.width(), plot.height()),
                      Qt::AlignCenter,
                      QCoreApplication::translate("Timeline", "Events over time appear here"));
    if (hasFocus) {
        paintFocusRing(painter, frame.whole, 3);
    }
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/minitimeline.h"

#include "ui/cursors/placetext.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 15;
constexpr int kTop = 17; // of the places' lines
constexpr int kPlot = 56; // height of the tinted stretch
constexpr int kBars = 48; // height of the highest bar
constexpr int kGap = 4;
constexpr int kLabelGap = 6;
constexpr int kArrowHead = 4;
constexpr int kBottom = 7;
constexpr qreal kVeiled = 0.36; // opacity of bars outside

QFont labelFont()
{
    return uiFont(11, QFont::DemiBold);
}

QFont axisFont()
{
    return uiFont(11);
}

int textHeight()
{
    return QFontMetrics(labelFont()).height();
}

quint64 heightOf(const TimelineBins::Bin &bin)
{
    return std::accumulate(bin.begin(), bin.end(), quint64(0));
}
} // namespace

/// The heights at which things stand.
struct MiniTimeline::Lines
{
    int label = 0; ///< Top of the new place's label.
    int plot = 0; ///< Top of the tinted stretch.
    int base = 0; ///< The bars stand on it.
    int axis = 0; ///< Top of the times below.
};

MiniTimeline::MiniTimeline(const QTimeZone &zone, Instant now, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_now(now)
{
    setAccessibleName(tr("Timeline of the move"));
    setFixedHeight(lines().axis + textHeight() + kBottom);
}

MiniTimeline::Lines MiniTimeline::lines() const
{
    Lines lines;
    lines.label = kTop;
    lines.plot = kTop + textHeight() + kGap;
    lines.base = lines.plot + scaledPx(kPlot);
    lines.axis = lines.base + kGap;
    return lines;
}

void MiniTimeline::setPlan(const MovePlan &plan)
{
    m_bins = plan.around;
    m_was = positionTime(plan.cursor.position);
    m_will = positionTime(plan.target);
    m_moves = plan.direction != MovePlan::Direction::Nowhere;
    setAccessibleDescription(describe());
    update();
}

QString MiniTimeline::describe() const
{
    const QString was = shortMomentText(m_was, m_zone, m_now);
    return m_moves ? tr("New place %1, now at %2").arg(shortMomentText(m_will, m_zone, m_now), was)
                   : tr("Now at %1").arg(was);
}

int MiniTimeline::xOf(Instant at) const
{
    const TimeRange &range = m_bins.range;
    if (range.isEmpty()) {
        return kInset;
    }
    const double part = double((at - range.since).count())
                        / double((range.until - range.since).count());
    return kInset + qRound(std::clamp(part, 0.0, 1.0) * (width() - 2 * kInset));
}

void MiniTimeline::paintEvent(QPaintEvent *)
{
    if (m_bins.bins.empty()) {
        return;
    }
    QPainter painter(this);
    const Lines at = lines();
    const int from = std::min(xOf(m_was), xOf(m_will));
    const int to = std::max(xOf(m_was), xOf(m_will));
    const QRect span(from, at.plot, to - from, at.base - at.plot);
    painter.fillRect(span, tokens().selection);
    painter.save();
    painter.setClipRegion(QRegion(rect()) - QRegion(span));
    painter.setOpacity(kVeiled);
    paintBars(painter, at);
    painter.restore();
    painter.save();
    painter.setClipRect(span);
    paintBars(painter, at);
    painter.restore();
    paintPlaces(painter, at);
    paintNewLabel(painter, at);
    paintAxis(painter, at);
}

void MiniTimeline::paintBars(QPainter &painter, const Lines &lines) const
{
    quint64 most = 1;
    for (const TimelineBins::Bin &bin : m_bins.bins) {
        most = std::max(most, heightOf(bin));
    }
    for (size_t i = 0; i < m_bins.bins.size(); ++i) {
        const int left = xOf(m_bins.startOf(i));
        const int right = xOf(m_bins.startOf(i + 1));
        quint64 sum = 0;
        int top = 0;
        for (size_t family = 0; family < kFamilyCount; ++family) {
            if (m_bins.bins[i][family] == 0) {
                continue;
            }
            sum += m_bins.bins[i][family];
            // Every family that is there shows, however few they are.
            const int end = std::max(top + 1, qRound(double(sum) * scaledPx(kBars) / double(most)));
            const int gap = end - top > 2 && sum < heightOf(m_bins.bins[i]) ? 1 : 0;
            painter.fillRect(QRect(left, lines.base - end + gap, right - left - 1, end - top - gap),
                             tokens().family[family]);
            top = end;
        }
    }
    painter.fillRect(QRect(kInset, lines.base, width() - 2 * kInset, 1), tokens().hair);
}

void MiniTimeline::paintPlaces(QPainter &painter, const Lines &lines) const
{
    const Tokens &t = tokens();
    QPen dashed(t.text, 1.2, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({2.6, 2.6});
    painter.setPen(dashed);
    const qreal was = xOf(m_was) + 0.5;
    painter.drawLine(QPointF(was, kTop), QPointF(was, lines.base));
    if (!m_moves) {
        return;
    }
    const int will = xOf(m_will);
    painter.fillRect(QRect(will - 1, kTop, 2, lines.base - kTop), t.accent);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    QPainterPath foot(QPointF(will - 5, lines.base));
    foot.lineTo(will, lines.base - 5);
    foot.lineTo(will + 5, lines.base);
    painter.drawPath(foot);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void MiniTimeline::paintNewLabel(QPainter &painter, const Lines &lines) const
{
    if (!m_moves) {
        return;
    }
    const Tokens &t = tokens();
    const int will = xOf(m_will);
    const int was = xOf(m_was);
    const int side = will <= was ? 1 : -1; // from the new place to the old one
    const QString text = tr("new, %1").arg(shortMomentText(m_will, m_zone, m_now));
    const int wide = qCeil(tabularWidth(text, labelFont()));
    // Outside of the stretch, or inside when there is no room; the arrow then begins behind it.
    const bool isOutside = side > 0 ? will - kLabelGap - wide >= kInset
                                    : will + kLabelGap + wide <= width() - kInset;
    const bool isRight = isOutside ? side < 0 : side > 0;
    painter.setPen(t.accent);
    drawTabular(&painter,
                QRectF(isRight ? will + kLabelGap : will - kLabelGap - wide,
                       lines.label,
                       wide + 1,
                       textHeight()),
                Qt::AlignLeft,
                text,
                labelFont());
    const int tip = will + side * (isOutside ? kLabelGap : kLabelGap + wide + kLabelGap);
    const int tail = was - side * kLabelGap;
    if ((tail - tip) * side < 3 * kArrowHead) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const qreal y = lines.label + textHeight() / 2;
    painter.drawLine(QPointF(tail, y), QPointF(tip, y));
    painter.drawLine(QPointF(tip, y), QPointF(tip + side * kArrowHead, y - kArrowHead));
    painter.drawLine(QPointF(tip, y), QPointF(tip + side * kArrowHead, y + kArrowHead));
}

QString MiniTimeline::startText() const
{
    const QString exact = shortMomentText(m_bins.range.since, m_zone, m_now);
    // `10:00`, when it is a whole minute of today.
    return exact.endsWith(u":00"_s) && exact.size() == 8 ? exact.chopped(3) : exact;
}

void MiniTimeline::paintAxis(QPainter &painter, const Lines &lines) const
{
    painter.setPen(tokens().text2);
    const QFont font = axisFont();
    QList<QRectF> taken;
    // The most telling first; what would touch another one is left out.
    const auto put = [this, &painter, &taken, &font, &lines](const QString &text, qreal centre) {
        const qreal wide = tabularWidth(text, font);
        const qreal left = std::clamp<qreal>(centre - wide / 2,
                                             kInset,
                                             std::max<qreal>(kInset, width() - kInset - wide));
        const QRectF rect(left, lines.axis, wide + 1, textHeight());
        const QRectF kept = rect.adjusted(-8, 0, 8, 0);
        if (std::none_of(taken.cbegin(), taken.cend(), [&kept](const QRectF &other) {
                return kept.intersects(other);
            })) {
            taken.append(rect);
            drawTabular(&painter, rect, Qt::AlignLeft, text, font);
        }
    };
    put(tr("now at %1").arg(shortMomentText(m_was, m_zone, m_now)), xOf(m_was));
    if (m_moves) {
        put(shortMomentText(m_will, m_zone, m_now), xOf(m_will));
    }
    put(startText(), kInset);
}

} // namespace playhead

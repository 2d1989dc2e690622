// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinehead.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"
#include "ui/timeline/timelinescale.h"

#include <QLocale>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr QSize kSize(231, 127); ///< And the lines at its right and below, which the window draws.
constexpr QSize kLeast(180, 84);
constexpr int kInset = 14;
constexpr int kButton = 26;
} // namespace

/// A line of text with figures of equal width, cut at its right when the head is narrow.
class TimelineHead::Line : public ToneLabel
{
public:
    using ToneLabel::ToneLabel;

    QSize minimumSizeHint() const override { return {0, ToneLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::WindowText));
        drawTabular(&painter, rect(), Qt::AlignLeft, text(), font());
    }
};

TimelineHead::TimelineHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new Line({}, uiFont(13, QFont::DemiBold), ToneLabel::Tone::Text, this))
    , m_span(new Line({}, uiFont(12), ToneLabel::Tone::Secondary, this))
    , m_events(new Line({}, uiFont(12), ToneLabel::Tone::Secondary, this))
    , m_zoomOut(addButton(u"zoom-out"_s, {}, tr("Zoom out")))
    , m_zoomIn(addButton(u"zoom-in"_s, {}, tr("Zoom in")))
    , m_fit(addButton(u"fit"_s, tr("Fit"), tr("Show the whole range")))
{
    setObjectName(u"timelineHead"_s);
    connect(m_zoomOut, &QToolButton::clicked, this, &TimelineHead::zoomOutRequested);
    connect(m_zoomIn, &QToolButton::clicked, this, &TimelineHead::zoomInRequested);
    connect(m_fit, &QToolButton::clicked, this, &TimelineHead::fitRequested);
    setState({});
}

QToolButton *TimelineHead::addButton(const QString &iconName,
                                     const QString &text,
                                     const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({scaledPx(16), scaledPx(16)});
    button->setAutoRaise(true);
    button->setText(text);
    button->setFont(uiFont(12));
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly
                                              : Qt::ToolButtonTextBesideIcon);
    button->setToolTip(tip);
    button->setAccessibleName(text.isEmpty() ? tip : text);
    return button;
}

void TimelineHead::setState(const TimelineHeadState &state)
{
    const bool isEmpty = state.title.isEmpty();
    const bool hasBrush = !state.brush.isEmpty();
    const TimeRange span = hasBrush ? state.brush : state.shown;
    const QString times = timeSpanText(span, state.now, state.zone);
    m_title->setText(isEmpty ? tr("Timeline") : state.title);
    m_span->setText(hasBrush ? tr("%1 selected").arg(times) : times);
    const QString length = durationText(span.until - span.since);
    m_events->setText(state.events == 1
                          ? tr("1 event in %1").arg(length)
                          : tr("%1 events in %2").arg(QLocale().toString(state.events), length));
    for (Line *line : {m_title, m_span, m_events}) {
        line->setToolTip(line->text());
    }
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_span, m_events, m_zoomOut, m_zoomIn, m_fit}) {
        part->setVisible(!isEmpty);
    }
    m_zoomOut->setEnabled(state.isZoomed);
    m_fit->setEnabled(state.isZoomed);
}

QSize TimelineHead::sizeHint() const
{
    return {scaledPx(kSize.width()), scaledPx(kSize.height())};
}

QSize TimelineHead::minimumSizeHint() const
{
    return {scaledPx(kLeast.width()), scaledPx(kLeast.height())};
}

void TimelineHead::placeParts()
{
    const bool isLow = height() < scaledPx(100);
    const int pitch = scaledPx(isLow ? 16 : 18);
    const int room = width() - kInset - 4;
    int top = scaledPx(isLow ? 5 : 10);
    for (Line *line : {m_title, m_span, m_events}) {
        line->setGeometry(kInset, top, room, pitch);
        top += pitch + (line == m_title && !isLow ? 1 : 0);
    }
    const int side = scaledPx(isLow ? 24 : kButton);
    const int y = height() - side - scaledPx(isLow ? 3 : 8);
    const int gap = scaledPx(kButton) + 2;
    m_zoomOut->setGeometry(kInset, y, side, side);
    m_zoomIn->setGeometry(kInset + gap, y, side, side);
    m_fit->setGeometry(kInset + 2 * gap + 1, y, m_fit->sizeHint().width(), side);
}

void TimelineHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeParts();
}

void TimelineHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().side);
}

} // namespace playhead

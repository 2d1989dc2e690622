// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/fetchbutton.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 30;
constexpr int kPad = 12;
constexpr int kIcon = 16;
constexpr int kGap = 7;

} // namespace

FetchButton::FetchButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(u"fetchButton"_s);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(scaledPx(kHeight));
    setFont(uiFont(13, QFont::Medium));
    setFetching(false);
}

void FetchButton::setFetching(bool isFetching)
{
    m_isFetching = isFetching;
    setText(isFetching ? tr("Stop") : tr("Fetch"));
    setAccessibleName(text());
    setToolTip(isFetching ? tr("Stop (Esc); what has come stays")
                          : tr("Ask the server for this range (F5)"));
    update();
}

void FetchButton::setChangedSinceFetch(bool isChanged)
{
    m_isChanged = isChanged;
    update();
}

QSize FetchButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int text = qMax(metrics.horizontalAdvance(tr("Fetch")),
                          metrics.horizontalAdvance(tr("Stop")));
    return {kPad + scaledPx(kIcon) + kGap + text + kPad, scaledPx(kHeight)};
}

void FetchButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFilled = isEnabled() && !m_isFetching;
    QColor fill = isFilled ? t.accentFill : t.control;
    if (isEnabled() && (underMouse() || isDown())) {
        fill = isFilled ? fill.darker(isDown() ? 120 : 110) : t.hover;
    }
    painter.setPen(isFilled ? QPen(Qt::NoPen) : QPen(isEnabled() ? t.softBorder : t.line));
    painter.setBrush(fill);
    // A line lies in the middle of its pixels, a fill reaches to their edge.
    const qreal inset = isFilled ? 0.0 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 5, 5);
    if (hasFocus()) {
        painter.setPen(QPen(isFilled ? t.text : t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
    const int side = scaledPx(kIcon);
    const QRect iconRect(kPad, (height() - side) / 2, side, side);
    playhead::icon(m_isFetching ? u"stop"_s : u"fetch"_s,
                   isFilled ? IconTint::OnAccent : IconTint::Text2)
        .paint(&painter, iconRect, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    painter.setPen(isFilled ? t.accentText : isEnabled() ? t.text : t.text3);
    painter.drawText(rect().adjusted(kPad + side + kGap, 0, -4, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     text());
    if (m_isChanged && isFilled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accentText);
        painter.drawEllipse(QPointF(width() - 6.5, 6.5), 2.5, 2.5);
    }
}

void FetchButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void FetchButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace playhead

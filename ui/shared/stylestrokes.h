// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace playhead {

// What the strokes of PlayheadStyle have in common; only its own files use it.

inline bool isEnabled(const QStyleOption &option)
{
    return option.state & QStyle::State_Enabled;
}

inline bool isHovered(const QStyleOption &option)
{
    return isEnabled(option) && (option.state & QStyle::State_MouseOver);
}

inline bool isPressed(const QStyleOption &option)
{
    return option.state & QStyle::State_Sunken;
}

/// A box with round corners whose 1 px line lies on whole pixels.
inline void paintBox(QPainter *painter,
                     const QRect &rect,
                     const QColor &fill,
                     const QColor &border,
                     qreal radius = 5)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

inline QString roleOf(const QWidget *widget)
{
    return widget ? widget->property("role").toString() : QString();
}

inline bool isPrimary(const QWidget *widget)
{
    return roleOf(widget) == QLatin1StringView("primary");
}

inline void paintChevron(QPainter *painter,
                         const QRect &rect,
                         const QString &name,
                         const QColor &colour)
{
    const int side = std::min({scaledPx(12), rect.width(), rect.height()});
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    paintIcon(painter, square, name, colour);
}

inline void paintRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &colour)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/playheadstyle.h"
#include "ui/shared/stylepainting.h"
#include "ui/shared/stylestrokes.h"

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kToolPad = 8;
constexpr int kToolGap = 7;
constexpr int kToolChevron = 12;

} // namespace

void paintPushButton(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    if (isPrimary(widget) && isEnabled(option)) {
        QColor fill = t.accentFill;
        if (isPressed(option)) {
            fill = fill.darker(115);
        } else if (isHovered(option)) {
            fill = fill.darker(107);
        }
        paintBox(painter, option.rect, fill, fill);
        if (hasFocus) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(t.accentText, 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5), 3, 3);
            painter->restore();
        }
        return;
    }
    const bool isQuiet = roleOf(widget) == u"flat"_s || roleOf(widget) == u"link"_s;
    const bool isLit = isHovered(option) || isPressed(option)
                       || bool(option.state & QStyle::State_On);
    if (!isQuiet || isLit) {
        paintBox(painter,
                 option.rect,
                 isLit ? t.hover : (isQuiet ? QColor() : t.control),
                 isQuiet ? QColor() : t.softBorder);
    }
    if (hasFocus) {
        paintFocusRing(painter, QRectF(option.rect));
    }
}

void paintPushButtonLabel(QPainter *painter,
                          const QStyleOptionButton &option,
                          const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool onAccent = isPrimary(widget) && isEnabled(option);
    const QSize iconSize = option.icon.isNull() ? QSize() : option.iconSize;
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int gap = !iconSize.isEmpty() && textWidth > 0 ? 6 : 0;
    const int width = std::max(0, iconSize.width()) + gap + textWidth;
    int x = option.rect.left() + std::max(4, (option.rect.width() - width) / 2);
    if (!iconSize.isEmpty()) {
        const QRect place(x,
                          option.rect.center().y() - iconSize.height() / 2 + 1,
                          iconSize.width(),
                          iconSize.height());
        option.icon.paint(painter,
                          place,
                          Qt::AlignCenter,
                          isEnabled(option) ? QIcon::Normal : QIcon::Disabled,
                          option.state & QStyle::State_On ? QIcon::On : QIcon::Off);
        x += iconSize.width() + gap;
    }
    painter->setPen(onAccent ? t.accentText : (isEnabled(option) ? t.text : t.text3));
    painter->drawText(QRect(x, option.rect.top(), option.rect.right() - x, option.rect.height()),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic,
                      option.text);
}

void paintToolButton(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool isLit = isPressed(option) || isHovered(option);
    if (roleOf(widget) == u"picker"_s) {
        paintBox(painter, option.rect, isLit ? t.hover : t.control, t.softBorder);
    } else if (isLit) {
        paintBox(painter, option.rect, t.hover, QColor());
    }
    if (option.state & QStyle::State_HasFocus) {
        paintFocusRing(painter, QRectF(option.rect));
    }
}

void paintToolButtonLabel(QPainter *painter, const QStyleOptionToolButton &option)
{
    const Tokens &t = tokens();
    const bool hasText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const bool hasMenu = option.features & QStyleOptionToolButton::HasMenu;
    const QIcon::Mode mode = isEnabled(option) ? QIcon::Normal : QIcon::Disabled;
    const QIcon::State state = option.state & QStyle::State_On ? QIcon::On : QIcon::Off;
    QRect icon(QPoint(), option.iconSize);
    icon.moveCenter(option.rect.center());
    if (!hasText) {
        option.icon.paint(painter, icon, Qt::AlignCenter, mode, state);
        return;
    }
    int left = option.rect.left() + kToolPad;
    if (option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull()) {
        icon.moveLeft(left);
        option.icon.paint(painter, icon, Qt::AlignCenter, mode, state);
        left = icon.right() + 1 + kToolGap;
    }
    painter->setPen(isEnabled(option) ? t.text : t.text3);
    const QRect text(left, option.rect.top(), option.rect.right() - left, option.rect.height());
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, option.text);
    if (hasMenu) {
        const int side = scaledPx(kToolChevron);
        const QRect mark(option.rect.right() - kToolPad - side,
                         option.rect.top(),
                         side,
                         option.rect.height());
        paintChevron(painter, mark, u"chev-down"_s, isEnabled(option) ? t.text2 : t.text3);
    }
}

QSize toolButtonSize(const QStyleOptionToolButton &option)
{
    const int height = scaledPx(30);
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty()) {
        return {height, height};
    }
    const bool hasIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull();
    const bool hasMenu = option.features & QStyleOptionToolButton::HasMenu;
    return {2 * kToolPad + (hasIcon ? option.iconSize.width() + kToolGap : 0)
                + option.fontMetrics.size(Qt::TextHideMnemonic, option.text).width() + 2
                + (hasMenu ? 8 + scaledPx(kToolChevron) : 0),
            height};
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/stylepainting.h"

#include "ui/shared/playheadstyle.h"
#include "ui/shared/stylestrokes.h"

namespace playhead {

using namespace Qt::StringLiterals;

void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius)
{
    paintRing(painter, rect, radius, tokens().accent);
}

void paintCheck(QPainter *painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    QRect box(0, 0, std::min(option.rect.width(), scaledPx(14)), 0);
    box.setHeight(box.width());
    box.moveCenter(option.rect.center());
    const bool isOn = option.state & QStyle::State_On;
    const bool isPartial = option.state & QStyle::State_NoChange;
    if (!isOn && !isPartial) {
        paintBox(painter, box, t.control, isEnabled(option) ? t.strong : t.softBorder, 3);
        return;
    }
    const QColor fill = isEnabled(option) ? t.accentFill : t.text3;
    paintBox(painter, box, fill, fill, 3);
    paintIcon(painter,
              QRectF(box).adjusted(1, 1, -1, -1),
              isOn ? u"check"_s : u"minus"_s,
              t.accentText);
}

void paintBranch(QPainter *painter, const QStyleOption &option)
{
    if (option.state & QStyle::State_Children) {
        const bool isOpen = option.state & QStyle::State_Open;
        paintChevron(painter,
                     option.rect,
                     isOpen ? u"chev-down"_s : u"chev-right"_s,
                     tokens().text2);
    }
}

void paintRadio(QPainter *painter, const QStyleOption &option)
{
    const Tokens &t = tokens();
    const bool isOn = option.state & QStyle::State_On;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->setPen(QPen(isOn ? t.accentFill : t.strong, 1));
    painter->setBrush(isOn ? t.accentFill : t.control);
    painter->drawEllipse(ring);
    if (isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accentText);
        painter->drawEllipse(ring.center(), ring.width() * 0.2, ring.width() * 0.2);
    }
    painter->restore();
}

void paintField(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool isReadOnly = option.state & QStyle::State_ReadOnly;
    paintBox(painter,
             option.rect,
             isReadOnly ? t.window : t.control,
             isEnabled(option) ? t.strong : t.softBorder);
    const bool isInvalid = widget && widget->property("invalid").toBool();
    if (isInvalid || (option.state & QStyle::State_HasFocus)) {
        paintRing(painter, QRectF(option.rect), 5, isInvalid ? t.danger : t.accent);
    }
}

void paintComboBox(QPainter *painter, const QStyleOptionComboBox &option)
{
    const Tokens &t = tokens();
    paintBox(painter,
             option.rect,
             isHovered(option) && !option.editable ? t.hover : t.control,
             option.editable ? t.strong : t.softBorder);
    if (option.state & QStyle::State_HasFocus) {
        paintFocusRing(painter, QRectF(option.rect));
    }
    const int room = scaledPx(20);
    const QRect arrow(option.rect.right() - room - 4,
                      option.rect.top(),
                      room,
                      option.rect.height());
    paintChevron(painter, arrow, u"chev-down"_s, isEnabled(option) ? t.text2 : t.text3);
}

void paintSpinBox(QPainter *painter,
                  const QStyleOptionSpinBox &option,
                  const QWidget *widget,
                  const QRect &up,
                  const QRect &down)
{
    const Tokens &t = tokens();
    if (option.frame) {
        paintField(painter, option, widget);
    }
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    paintChevron(painter,
                 up,
                 u"chev-up"_s,
                 option.stepEnabled & QAbstractSpinBox::StepUpEnabled ? t.text2 : t.softBorder);
    paintChevron(painter,
                 down,
                 u"chev-down"_s,
                 option.stepEnabled & QAbstractSpinBox::StepDownEnabled ? t.text2 : t.softBorder);
}

void paintMenuBarItem(QPainter *painter, const QStyleOptionMenuItem &option)
{
    const Tokens &t = tokens();
    painter->fillRect(option.rect, t.chrome);
    if (option.state & QStyle::State_Selected) {
        paintBox(painter, option.rect.adjusted(1, 1, -1, -1), t.hover, QColor());
    }
    painter->setPen(isEnabled(option) ? t.text : t.text3);
    // Underlined only while the keyboard is in the menu bar.
    const bool isByKey = option.state & QStyle::State_HasFocus;
    painter->drawText(option.rect,
                      Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine
                          | (isByKey ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                      option.text);
}

void paintHeaderLabel(QPainter *painter, const QStyleOptionHeader &option)
{
    const Tokens &t = tokens();
    const QRect rect = option.rect;
    painter->setFont(uiFont(12, QFont::Medium));
    const QFontMetrics metrics = painter->fontMetrics();
    painter->setPen(t.text2);
    const bool isSorted = option.sortIndicator != QStyleOptionHeader::None;
    const QString text = metrics.elidedText(option.text,
                                            Qt::ElideRight,
                                            rect.width() - (isSorted ? 16 : 0));
    painter->drawText(rect, int(option.textAlignment | Qt::AlignVCenter), text);
    if (isSorted) {
        const int x = rect.left() + metrics.horizontalAdvance(text) + 4;
        paintIcon(painter,
                  QRectF(x, rect.center().y() - 5, 12, 12),
                  option.sortIndicator == QStyleOptionHeader::SortDown ? u"chev-up"_s
                                                                       : u"chev-down"_s,
                  t.text2);
    }
}

void paintTabShape(QPainter *painter, const QStyleOptionTab &option)
{
    const Tokens &t = tokens();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect.left() + 6,
                          option.rect.bottom() - 1,
                          option.rect.width() - 12,
                          2,
                          t.accent);
    }
    if (option.state & QStyle::State_HasFocus) {
        paintFocusRing(painter, QRectF(option.rect).adjusted(2, 3, -2, -3), 4);
    }
}

void paintTabLabel(QPainter *painter, const QStyleOptionTab &option)
{
    const Tokens &t = tokens();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setFont(uiFont(13, isSelected ? QFont::DemiBold : QFont::Normal));
    painter->setPen(!isEnabled(option)                ? t.text3
                    : isSelected || isHovered(option) ? t.text
                                                      : t.text2);
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    painter->restore();
}

void paintProgressBar(QPainter *painter, const QStyleOptionProgressBar &option)
{
    const Tokens &t = tokens();
    const int height = 6;
    QRect track(option.rect.left(),
                option.rect.center().y() - height / 2,
                option.rect.width(),
                height);
    paintBox(painter, track, t.hover, QColor(), 3);
    const int span = option.maximum - option.minimum;
    const double share = span > 0 ? double(option.progress - option.minimum) / span : 0.3;
    track.setWidth(std::max(height, int(track.width() * std::clamp(share, 0.0, 1.0))));
    if (share > 0) {
        paintBox(painter, track, t.accentFill, QColor(), 3);
    }
}

void paintScrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const Tokens &t = tokens();
    painter->fillRect(option.rect, option.palette.color(QPalette::Base));
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool isUsed = isHovered(option) || isPressed(option);
    const QRect thumb = option.orientation == Qt::Vertical ? handle.adjusted(3, 2, -2, -2)
                                                           : handle.adjusted(2, 3, -2, -2);
    paintBox(painter, thumb, isUsed ? t.strong : t.softBorder, QColor(), 3.5);
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part, int shortest)
{
    const bool isVertical = option.orientation == Qt::Vertical;
    const int length = isVertical ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int size = length;
    if (range > 0) {
        size = int(qint64(option.pageStep) * length / (range + option.pageStep));
        size = std::clamp(size, std::min(shortest, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum,
                                                      option.maximum,
                                                      option.sliderPosition,
                                                      length - size,
                                                      option.upsideDown);
    const auto stretch = [&option, isVertical](int from, int to) {
        const QPoint origin = option.rect.topLeft();
        return isVertical ? QRect(origin.x(), origin.y() + from, option.rect.width(), to - from)
                          : QRect(origin.x() + from, origin.y(), to - from, option.rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return stretch(start, start + size);
    case QStyle::SC_ScrollBarSubPage:
        return stretch(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return stretch(start + size, length);
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    default:
        return {};
    }
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/pickerbutton.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QPainter>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 30;
constexpr int kPad = 12;
constexpr int kIcon = 16;
constexpr int kGap = 7;
constexpr int kChevron = 12;
constexpr int kLongest = 220;
constexpr int kLeastText = 12;

QFont labelFont()
{
    return uiFont(13, QFont::Medium);
}

} // namespace

void paintPickerFrame(QPainter *painter, const QToolButton &button)
{
    const Tokens &t = tokens();
    const bool isHovered = button.isEnabled() && (button.underMouse() || button.isDown());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(button.hasFocus() ? QPen(t.accent, 2)
                                      : QPen(button.isEnabled() ? t.softBorder : t.line, 1));
    painter->setBrush(isHovered ? t.hover : t.control);
    const qreal inset = button.hasFocus() ? 1.0 : 0.5;
    painter->drawRoundedRect(QRectF(button.rect()).adjusted(inset, inset, -inset, -inset), 5, 5);
}

PickerButton::PickerButton(const QString &iconName, const QString &purpose, QWidget *parent)
    : QToolButton(parent)
    , m_iconName(iconName)
{
    setAccessibleDescription(purpose);
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(scaledPx(kHeight));
    // As wide as its label, less when the row has no room.
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void PickerButton::setTexts(const QString &text, const QString &shortText)
{
    m_text = text;
    m_shortText = shortText;
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

void PickerButton::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    updateGeometry();
    update();
}

QSize PickerButton::sizeHint() const
{
    const int text = QFontMetrics(labelFont()).horizontalAdvance(m_isNarrow ? m_shortText : m_text);
    return sizeFor(std::min(text, scaledPx(kLongest)));
}

QSize PickerButton::minimumSizeHint() const
{
    return sizeFor(scaledPx(kLeastText));
}

QSize PickerButton::sizeFor(int textWidth)
{
    return {2 * kPad + 2 * kGap + scaledPx(kIcon) + scaledPx(kChevron) + textWidth,
            scaledPx(kHeight)};
}

void PickerButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    const int icon = scaledPx(kIcon);
    const int chevronSide = scaledPx(kChevron);
    QPainter painter(this);
    paintPickerFrame(&painter, *this);
    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    playhead::icon(m_iconName)
        .paint(&painter, QRect(kPad, (height() - icon) / 2, icon, icon), Qt::AlignCenter, mode);
    const QRect chevron(width() - kPad - chevronSide,
                        (height() - chevronSide) / 2,
                        chevronSide,
                        chevronSide);
    playhead::icon(u"chev-down"_s).paint(&painter, chevron, Qt::AlignCenter, mode);
    const int left = kPad + icon + kGap;
    const QRect text(left, 0, chevron.left() - kGap - left + 2, height());
    painter.setFont(labelFont());
    painter.setPen(isEnabled() ? t.text : t.text3);
    const QString shown = painter.fontMetrics().elidedText(m_isNarrow ? m_shortText : m_text,
                                                           Qt::ElideRight,
                                                           text.width());
    // Where not one letter has room, the icon says more without a mark beside it.
    if (shown != u"…"_s) {
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    }
}

} // namespace playhead

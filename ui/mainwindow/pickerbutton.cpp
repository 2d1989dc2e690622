// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/pickerbutton.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 30;
constexpr int kPad = 11;
constexpr int kIcon = 16;
constexpr int kGap = 7;
constexpr int kChevron = 12;
constexpr int kLongest = 220;

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
    setFixedHeight(kHeight);
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
    const int text =
        qMin(QFontMetrics(labelFont()).horizontalAdvance(m_isNarrow ? m_shortText : m_text),
             kLongest);
    return {kPad + kIcon + kGap + text + kGap + kChevron + kPad, kHeight};
}

void PickerButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    paintPickerFrame(&painter, *this);
    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    const int top = (height() - kIcon) / 2;
    playhead::icon(m_iconName)
        .paint(&painter, QRect(kPad, top, kIcon, kIcon), Qt::AlignCenter, mode);
    const QRect chevron(width() - kPad - kChevron, (height() - kChevron) / 2, kChevron, kChevron);
    playhead::icon(u"chev-down"_s).paint(&painter, chevron, Qt::AlignCenter, mode);
    const QRect text(kPad + kIcon + kGap,
                     0,
                     chevron.left() - kGap - kPad - kIcon - kGap + 2,
                     height());
    painter.setFont(labelFont());
    painter.setPen(isEnabled() ? t.text : t.text3);
    painter.drawText(text,
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_isNarrow ? m_shortText : m_text,
                                                      Qt::ElideRight,
                                                      text.width()));
}

} // namespace playhead

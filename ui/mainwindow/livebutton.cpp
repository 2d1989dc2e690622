// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/livebutton.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QAction>
#include <QPainter>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// As the Fetch button beside it.
constexpr int kHeight = 30;
constexpr int kPad = 10;
constexpr int kNarrowPad = 7;
constexpr int kIcon = 16;
constexpr int kGap = 7;

} // namespace

LiveButton::LiveButton(QAction *action, QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"liveButton"_s);
    setDefaultAction(action);
    setText(tr("Live tail"));
    setAccessibleName(text());
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(scaledPx(kHeight));
    setFont(uiFont(13, QFont::Medium));
}

void LiveButton::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    updateGeometry();
    update();
}

QSize LiveButton::sizeHint() const
{
    const int side = scaledPx(kIcon);
    return {m_isNarrow ? kNarrowPad + side + kNarrowPad
                       : kPad + side + kGap
                             + QFontMetrics(font()).horizontalAdvance(tr("Live tail")) + kPad,
            scaledPx(kHeight)};
}

void LiveButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isOn = isChecked() && isEnabled();
    const bool isLit = isEnabled() && (underMouse() || isDown());
    painter.setPen(isOn ? t.ok : isEnabled() ? t.softBorder : t.line);
    painter.setBrush(isOn ? t.okSoft : isLit ? t.hover : t.control);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
    const int side = scaledPx(kIcon);
    const int pad = m_isNarrow ? kNarrowPad : kPad;
    const QColor ink = isOn ? t.ok : isEnabled() ? t.text : t.text3;
    paintIcon(&painter,
              QRectF(pad, (height() - side) / 2.0, side, side),
              u"live"_s,
              isOn          ? t.ok
              : isEnabled() ? t.text2
                            : t.text3);
    if (!m_isNarrow) {
        painter.setPen(ink);
        painter.drawText(rect().adjusted(pad + side + kGap, 0, -4, 0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         tr("Live tail"));
    }
}

} // namespace playhead

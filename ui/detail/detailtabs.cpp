// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/detailtabs.h"

#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace playhead {

namespace {
constexpr int kHeight = 32;
constexpr int kPadding = 10;
constexpr int kUnderlineOverhang = 3;
} // namespace

DetailTabs::DetailTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setMouseTracking(true);
}

QSize DetailTabs::tabSizeHint(int index) const
{
    const int text = QFontMetrics(uiFont(13, QFont::DemiBold)).horizontalAdvance(tabText(index));
    return {text + 2 * kPadding, qMax(kHeight, QFontMetrics(uiFont()).height() + 14)};
}

QSize DetailTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void DetailTabs::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const QRect rect = tabRect(i);
        const bool isCurrent = i == currentIndex();
        painter.setFont(uiFont(13, isCurrent ? QFont::DemiBold : QFont::Medium));
        const bool isHovered = rect.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        painter.setPen(isCurrent || isHovered ? t.text : t.text2);
        painter.drawText(rect.adjusted(kPadding, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         tabText(i));
        if (!isCurrent) {
            continue;
        }
        const int width = painter.fontMetrics().horizontalAdvance(tabText(i));
        painter.fillRect(rect.left() + kPadding - kUnderlineOverhang,
                         rect.bottom() - 1,
                         width + 2 * kUnderlineOverhang,
                         2,
                         t.accent);
        if (hasFocus()) {
            paintFocusRing(&painter, QRectF(rect).adjusted(1, 3, -1, -4), 4);
        }
    }
}

} // namespace playhead

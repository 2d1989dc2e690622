// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/moveline.h"

#include "ui/shared/icons.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"
#include "ui/shared/tooltiptext.h"

#include <QPainter>
#include <QStringList>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 13;
constexpr int kGlyph = 10;
constexpr int kIcon = 14;
constexpr int kNameLeft = 29;
constexpr int kCountLeft = 130;
constexpr int kCountRight = 172;
constexpr int kGap = 16;
} // namespace

MoveLine::MoveLine(const Content &content, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
{
    setFixedHeight(scaledPx(kHeight));
    QStringList said{content.name};
    for (const QString &part : {content.count, content.detail}) {
        if (!part.isEmpty()) {
            said.append(part);
        }
    }
    setAccessibleName(said.join(u", "_s));
    setToolTip(toolTipText(content.whole.isEmpty() ? content.detail : content.whole));
}

void MoveLine::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, t.hair);
    const int size = scaledPx(m_content.family ? kGlyph : kIcon);
    const QRectF mark(kInset - 1 + (scaledPx(kGlyph) - size) / 2.0,
                      (height() - size) / 2.0 + 0.5,
                      size,
                      size);
    if (m_content.family) {
        paintFamilyGlyph(&painter, mark, *m_content.family);
    } else {
        paintIcon(&painter, mark, m_content.iconName, t.text2);
    }
    const int nameLeft = scaledPx(kNameLeft);
    const bool hasCount = !m_content.count.isEmpty();
    painter.setFont(uiFont(13));
    painter.setPen(t.text);
    painter.drawText(QRect(nameLeft,
                           0,
                           scaledPx(hasCount ? kCountLeft : kCountRight) - nameLeft,
                           height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     m_content.name);
    const QFont countFont = uiFont(13, QFont::DemiBold);
    const int countLeft = scaledPx(kCountLeft);
    const int countRight = qMax(scaledPx(kCountRight),
                                countLeft + qCeil(tabularWidth(m_content.count, countFont)));
    drawTabular(&painter,
                QRectF(countLeft, 0, countRight - countLeft, height()),
                Qt::AlignRight,
                m_content.count,
                countFont);
    painter.setFont(uiFont(12));
    painter.setPen(t.text2);
    // Details stand below each other, whether there is a count or not.
    const QRect rest(countRight + kGap, 0, width() - countRight - kGap - kInset, height());
    painter.drawText(rest,
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_content.detail,
                                                      Qt::ElideRight,
                                                      rest.width()));
}

HairLine::HairLine(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void HairLine::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens().hair);
}

} // namespace playhead

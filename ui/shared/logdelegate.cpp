// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/logdelegate.h"

#include "ui/shared/icons.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"

#include <QPainter>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 14;
constexpr int kChipInset = 6;

QRect withIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour)
{
    const int side = scaledPx(kIcon);
    paintIcon(painter,
              QRectF(rect.left(), rect.center().y() - side / 2.0 + 0.5, side, side),
              name,
              colour);
    return rect.adjusted(side + 4, 0, 0, 0);
}

void paintChip(QPainter *painter, const QRect &rect, const QString &text)
{
    const Tokens &t = tokens();
    const QFont font = uiFont(12, QFont::Medium);
    const int wanted = 2 * kChipInset + scaledPx(kIcon) + 4
                       + QFontMetrics(font).horizontalAdvance(text) + 2;
    const QRect chip(rect.left() - 2,
                     rect.top() + 2,
                     std::min(wanted, rect.width() + 4),
                     rect.height() - 4);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.warningSoft);
    painter->drawRoundedRect(chip, 3, 3);
    painter->setPen(t.warning);
    painter->setFont(font);
    const QRect inside =
        withIcon(painter, chip.adjusted(kChipInset, 0, -kChipInset, 0), u"warning"_s, t.warning);
    painter->drawText(inside,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
}

void paintCell(QPainter *painter, QRect rect, const LogCell &cell, const QString &text)
{
    const Tokens &t = tokens();
    if (cell.look == LogCell::Look::Chip) {
        if (!text.isEmpty()) {
            paintChip(painter, rect, text);
        }
        return;
    }
    QColor colour = cell.look == LogCell::Look::Strong ? t.text : t.text2;
    if (cell.look == LogCell::Look::Danger) {
        colour = t.danger;
        rect = withIcon(painter, rect, u"error"_s, colour);
    } else if (cell.look == LogCell::Look::Warning) {
        colour = t.warning;
        rect = withIcon(painter, rect, u"warning"_s, colour);
    }
    painter->setPen(colour);
    drawTabular(painter,
                rect,
                cell.isNumber ? Qt::AlignRight : Qt::AlignLeft,
                text,
                cell.isMono ? monoFont(12) : uiFont(12));
}

} // namespace

void LogDelegate::paint(QPainter *painter,
                        const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, isSelected ? t.selection : t.base);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      t.hair);
    if (isSelected && index.column() == 0) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
    }
    paintCell(painter,
              option.rect.adjusted(kLogCellInset, 0, -kLogCellInset, -1),
              cellAt(index),
              index.data().toString());
    painter->restore();
}

} // namespace playhead

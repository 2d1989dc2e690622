// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/shortcutdelegate.h"

#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace playhead {

namespace {

constexpr int kRowHeight = 28;
constexpr int kTitleHeight = 34;
constexpr int kInset = 20;
constexpr int kNameWidth = 190;
constexpr int kGap = 10;
constexpr int kChipHeight = 18;
constexpr int kChipPadding = 6;
constexpr int kChipGap = 5;

/// Paints a key chip that ends at `right`; where it begins.
int paintChip(QPainter *painter, const QRect &row, int right, const QString &keys)
{
    const Tokens &t = tokens();
    painter->setFont(uiFont(11));
    const int width = painter->fontMetrics().horizontalAdvance(keys) + 2 * kChipPadding;
    const int height = scaledPx(kChipHeight);
    const QRect box(right - width, row.top() + (row.height() - height) / 2, width, height);
    painter->setPen(t.softBorder);
    painter->setBrush(t.control);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->setPen(t.text2);
    painter->drawText(box, Qt::AlignCenter, keys);
    return box.left();
}

void paintElided(QPainter *painter, const QRect &place, const QString &text)
{
    painter->drawText(place,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace

void ShortcutDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QRect row = option.rect;
    const QString name = index.data(Qt::DisplayRole).toString();
    const QStringList keys = index.data(KeysRole).toStringList();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (keys.isEmpty()) {
        painter->setFont(uiFont(12, QFont::DemiBold));
        painter->setPen(t.text2);
        painter->drawText(row.adjusted(kInset, 0, -kInset, -5),
                          Qt::AlignLeft | Qt::AlignBottom,
                          name);
        painter->restore();
        return;
    }
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, t.selection);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, t.hover);
    }
    int right = row.right() + 1 - kInset;
    for (qsizetype i = keys.size() - 1; i >= 0; --i) {
        right = paintChip(painter, row, right, keys[i]) - kChipGap;
    }
    const int left = row.left() + kInset;
    const int middle = left + scaledPx(kNameWidth);
    painter->setFont(uiFont(13));
    painter->setPen(t.text);
    paintElided(painter, QRect(left, row.top(), middle - kGap - left, row.height()), name);
    painter->setFont(uiFont(12));
    painter->setPen(t.text2);
    paintElided(painter,
                QRect(middle, row.top(), right - kGap - middle, row.height()),
                index.data(DoesRole).toString());
    painter->restore();
}

QSize ShortcutDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isTitle = index.data(KeysRole).toStringList().isEmpty();
    return {0, scaledPx(isTitle ? kTitleHeight : kRowHeight)};
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/insetdelegate.h"

#include "ui/shared/theme.h"

#include <QPainter>

namespace playhead {

namespace {

constexpr int kTextMargin = 4; ///< That the style itself leaves.

QStyleOptionViewItem inner(const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem inside = option;
    inside.rect.adjust(InsetDelegate::kInset - kTextMargin, 0, 0, 0);
    return inside;
}

} // namespace

void InsetDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &t = tokens();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, t.selection);
    }
    QStyledItemDelegate::paint(painter, inner(option), index);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      t.hair);
}

bool InsetDelegate::editorEvent(QEvent *event,
                                QAbstractItemModel *model,
                                const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    return QStyledItemDelegate::editorEvent(event, model, inner(option), index);
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace playhead {

/// Cells of a short list in a dialog, check boxes among them: set in under the titles of their columns, with a hair line
/// below each row.
class InsetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kInset =
        10; ///< From the cell's edge to its text, in pixels; for ColumnTitles.
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool editorEvent(QEvent *event,
                     QAbstractItemModel *model,
                     const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

} // namespace playhead

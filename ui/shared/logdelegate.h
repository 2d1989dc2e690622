// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace playhead {

constexpr int kLogRow = 25; ///< Height of a log's row, in the design's px.
constexpr int kLogCellInset = 8; ///< From a cell's edges to its text.

/// How a cell of a log looks; what stands in it comes from the model.
struct LogCell
{
    enum class Look {
        Plain,
        Strong, ///< What the eye looks for.
        Danger, ///< With the error's icon.
        Warning, ///< With the warning's icon.
        Chip ///< A warning on a soft ground; nothing when the cell is empty.
    };

    Look look = Look::Plain;
    bool isNumber = false; ///< Stands at the right.
    bool isMono = false; ///< An id.
};

/// Paints the rows of a log: hair lines, the selection's mark at the left, digits that stand under each other.
class LogDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    virtual LogCell cellAt(const QModelIndex &index) const = 0;
};

} // namespace playhead

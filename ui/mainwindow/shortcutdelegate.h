// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace playhead {

/// A row of the shortcuts sheet: what it is called, what it does, its keys as chips at the right. Rows without keys are
/// titles of groups.
class ShortcutDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        DoesRole = Qt::UserRole, ///< QString
        KeysRole ///< QStringList; empty for a group.
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace playhead

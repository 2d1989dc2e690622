// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace playhead {

/// Paints a value of the sidebar's lists: check, family glyph, label, and its count at the right in figures of equal
/// width. Checks itself off by the space key; the mouse belongs to FacetView.
class FacetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 24;

    /// `countRole` of the model; `familyRole` -1 when it has none. `checkInset` is the check's distance from the left.
    FacetDelegate(int countRole, int familyRole, int checkInset, QObject *parent = nullptr);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event,
                     QAbstractItemModel *model,
                     const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    int m_countRole;
    int m_familyRole;
    int m_checkInset;
};

} // namespace playhead

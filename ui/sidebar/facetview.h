// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace playhead {

/// A list or tree of values with checks: a click anywhere on a row toggles it, Alt+click shows only it, the menu does
/// both from the keyboard. Its size hint is the height of its visible rows.
class FacetView : public QTreeView
{
    Q_OBJECT

public:
    explicit FacetView(QWidget *parent = nullptr);

    /// The size hint counts no more rows than this.
    void setMostHintRows(int rows) { m_mostHintRows = rows; }
    void setModel(QAbstractItemModel *model) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void onlyThisRequested(const QModelIndex &index);
    void allRequested();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawBranches(QPainter *painter,
                      const QRect &rect,
                      const QModelIndex &index) const override;
    void drawRow(QPainter *painter,
                 const QStyleOptionViewItem &options,
                 const QModelIndex &index) const override;

private:
    void toggle(const QModelIndex &index);

    int m_mostHintRows = 1000;
    QPersistentModelIndex m_pressed;
};

} // namespace playhead

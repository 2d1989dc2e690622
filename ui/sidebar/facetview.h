// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPersistentModelIndex>
#include <QTreeView>

namespace playhead {

/// A list or tree of values with checks: a click anywhere on a row or Space toggles it, Alt+click or Alt+Enter shows only
/// it, F2 names it where the model allows. Its size hint is the height of its visible rows.
class FacetView : public QTreeView
{
    Q_OBJECT

public:
    explicit FacetView(QWidget *parent = nullptr);

    /// The size hint counts no more rows than this.
    void setMostHintRows(int rows) { m_mostHintRows = rows; }
    /// What the menu calls the naming of a value; empty = values are not named.
    void setRenameText(const QString &text) { m_renameText = text; }
    /// Typed letters go out as searchTyped() instead of moving to the next value that begins so.
    void setSearchesElsewhere(bool searchesElsewhere) { m_searchesElsewhere = searchesElsewhere; }
    void keyboardSearch(const QString &text) override;
    void setModel(QAbstractItemModel *model) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void onlyThisRequested(const QModelIndex &index);
    void allRequested();
    void renameRequested(const QModelIndex &index);
    void searchTyped(const QString &text);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawBranches(QPainter *painter,
                      const QRect &rect,
                      const QModelIndex &index) const override;
    void drawRow(QPainter *painter,
                 const QStyleOptionViewItem &options,
                 const QModelIndex &index) const override;

private:
    void toggle(const QModelIndex &index);
    bool canRename(const QModelIndex &index) const;

    int m_mostHintRows = 1000;
    QString m_renameText;
    bool m_searchesElsewhere = false;
    QPersistentModelIndex m_pressed;
};

} // namespace playhead

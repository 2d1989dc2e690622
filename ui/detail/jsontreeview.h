// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/detail/jsontreemodel.h"

#include <QHash>
#include <QTreeView>

class QMenu;

namespace playhead {

/// The tree of one event. Opens the first levels by itself and remembers by path what a person opened or closed, so that
/// stepping through events keeps the look.
class JsonTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit JsonTreeView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Fills `menu` with what can be done with the current row, which is one with a value.
    void fillMenu(QMenu *menu);

public slots:
    void copyPath();
    void copyValue();
    void copyJson(); ///< The value's own bytes.
    /// Opens what is below the current row, level by level, until so many are open that more would not help.
    void expandBelow();

signals:
    /// A person wants only events with this value at this path (as PathRole), or none of them.
    void valueFilterRequested(const QString &path, const QString &value, bool isExcluded);
    /// A table of events shall show what stands at this path, which parseFilterPath() reads.
    void columnRequested(const QString &path);
    /// The row that keys act on; invalid for none.
    void currentRowChanged(const QModelIndex &index);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBranches(QPainter *painter,
                      const QRect &rect,
                      const QModelIndex &index) const override;

private:
    void openFirstLevels(const QModelIndex &parent, int level);
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void act(const QModelIndex &index);
    void addValueFilters(QMenu *menu, const QModelIndex &index);
    void fitKeys(int level);
    void noteOpen(const QModelIndex &index, bool isOpen);

    QHash<QString, bool> m_openByPath;
    bool m_isOpening = false;
    bool m_isExpandingBelow = false;
    int m_deepest = 0; ///< Level of the deepest row that was opened; 0 = the first.
};

} // namespace playhead

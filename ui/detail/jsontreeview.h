// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/detail/jsontreemodel.h"

#include <QHash>
#include <QTreeView>

namespace playhead {

/// The tree of one event. Opens the first levels by itself and remembers by path what a person opened or closed, so that
/// stepping through events keeps the look.
class JsonTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit JsonTreeView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

public slots:
    void copyPath();
    void copyValue();
    void copyJson(); ///< The value's own bytes.

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBranches(QPainter *painter,
                      const QRect &rect,
                      const QModelIndex &index) const override;

private:
    void openFirstLevels(const QModelIndex &parent, int level);
    void noteOpen(const QModelIndex &index, bool isOpen);

    QHash<QString, bool> m_openByPath;
    bool m_isOpening = false;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

class QMenu;

namespace playhead {

/// The list of cursors: a click or Enter makes one active, F2 edits, Del deletes, the menu does everything else. As high
/// as its rows, up to a handful; more scroll.
class CursorListView : public QListView
{
    Q_OBJECT

public:
    explicit CursorListView(QWidget *parent = nullptr);

    void setSelectionAvailable(bool isAvailable) { m_hasSelection = isAvailable; }
    void setModel(QAbstractItemModel *model) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void activateRequested(qint64 cursorId);
    void rewindRequested(qint64 cursorId);
    void editRequested(qint64 cursorId);
    void historyRequested(qint64 cursorId);
    void recoverRequested(qint64 cursorId);
    void moveToSelectionRequested(qint64 cursorId);
    void deleteRequested(qint64 cursorId);
    void copyIdRequested(qint64 cursorId);
    void savePlaceRequested(qint64 cursorId);
    void duplicateRequested(qint64 cursorId);
    /// A cursor's menu is about to show: others may add their entries now, before the one that deletes. The menu goes with
    /// its closing.
    void menuOpening(QMenu *menu, qint64 cursorId);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QMenu *makeMenu(const QModelIndex &cursor);

    bool m_hasSelection = false;
};

} // namespace playhead

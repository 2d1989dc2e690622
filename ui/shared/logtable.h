// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

#include <vector>

class QPushButton;

namespace playhead {

class LogDelegate;

/// Where the columns of a log stand.
struct LogColumns
{
    std::vector<int> widths; ///< In the design's px, one a column of the model.
    int stretching = 0; ///< The column that gets the rest of the width.
    int leastStretched = 160; ///< Its least width, in the design's px.
};

/// A table of requests that come while one looks at it: at its end it follows new ones; scrolled up it stays where it is, and a
/// button at its lower edge says how many came meanwhile. Its model takes rows away at the top and adds them at the bottom.
class LogTable : public QTableView
{
    Q_OBJECT

public:
    /// `model` outlives the table.
    LogTable(QAbstractItemModel &model, LogColumns columns, QWidget *parent = nullptr);

    /// Takes `delegate`.
    void setLogDelegate(LogDelegate *delegate);
    bool isFollowing() const { return m_isFollowing; }
    void goToNewest();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    void setUpTable(QAbstractItemModel &model);
    void sizeColumns();
    void scrolled();
    void removed(int count);
    void inserted(int count);
    void showButton();

    const LogColumns m_columns;
    QPushButton *m_newest;
    int m_unseen = 0;
    bool m_isFollowing = true;
    bool m_isChanging =
        false; ///< The rows change: what the scroll bar does meanwhile is nobody's wish.
};

} // namespace playhead

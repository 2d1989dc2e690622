// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

class QPushButton;

namespace playhead {

class RequestLogModel;

/// The table of a local Events API's requests. At its end it follows new ones; scrolled up it stays where it is, and a button
/// at its lower edge says how many came meanwhile.
class RequestLogView : public QTableView
{
    Q_OBJECT

public:
    /// `model` outlives the view.
    explicit RequestLogView(RequestLogModel &model, QWidget *parent = nullptr);

    bool isFollowing() const { return m_isFollowing; }
    void goToNewest();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    void setUpTable();
    void sizeColumns();
    void scrolled();
    void removed(int count);
    void inserted(int count);
    void showButton();

    RequestLogModel &m_model;
    QPushButton *m_newest;
    int m_unseen = 0;
    bool m_isFollowing = true;
    bool m_isChanging =
        false; ///< The rows change: what the scroll bar does meanwhile is nobody's wish.
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace playhead {

/// Fetch and Stop in one button of fixed width. A dot says that the pickers changed since the last fetch.
class FetchButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FetchButton(QWidget *parent = nullptr);

    bool isFetching() const { return m_isFetching; }
    void setFetching(bool isFetching);
    void setChangedSinceFetch(bool isChanged);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool m_isFetching = false;
    bool m_isChanged = false;
};

} // namespace playhead

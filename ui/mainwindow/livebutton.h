// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QToolButton>

namespace playhead {

/// The fetch row's button for the live tail: green while it is on. Shows its action and does nothing else.
class LiveButton : public QToolButton
{
    Q_OBJECT

public:
    LiveButton(QAction *action, QWidget *parent);

    void setNarrow(bool isNarrow); ///< The icon only.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isNarrow = false;
};

} // namespace playhead

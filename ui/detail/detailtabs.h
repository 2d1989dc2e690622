// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTabBar>

namespace playhead {

/// Events above this size are parsed and made ready on another thread.
constexpr qsizetype kParsedAtOnce = 256 * 1024;

/// The detail's tabs: plain text with an accent underline under the current one.
class DetailTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit DetailTabs(QWidget *parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QWidget>

namespace playhead {

/// An icon that stands beside a text. Painted each time, so that it follows the theme and the screen's scale, which a
/// label's pixmap does not.
class IconMark : public QWidget
{
    Q_OBJECT

public:
    IconMark(QIcon icon, int size, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace playhead

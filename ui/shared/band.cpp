// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/band.h"

#include "ui/shared/theme.h"

#include <QPainter>

namespace playhead {

void Band::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    const QColor grounds[] = {t.window, t.base, t.side, t.chrome};
    painter.fillRect(rect(), grounds[int(m_ground)]);
    if (m_line != Line::None) {
        painter.fillRect(0, m_line == Line::Top ? 0 : height() - 1, width(), 1, t.line);
    }
}

QWidget *hairLine(QWidget *parent)
{
    auto *line = new Band(Band::Ground::Window, Band::Line::Top, parent);
    line->setFixedHeight(1);
    return line;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/iconmark.h"

#include "ui/shared/theme.h"

#include <QPainter>

namespace playhead {

IconMark::IconMark(QIcon icon, int size, QWidget *parent)
    : QWidget(parent)
    , m_icon(std::move(icon))
{
    setFixedSize(scaledPx(size), scaledPx(size));
}

void IconMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

} // namespace playhead

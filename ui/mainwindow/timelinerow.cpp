// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/timelinerow.h"

#include "ui/shared/theme.h"
#include "ui/timeline/timeline.h"
#include "ui/timeline/timelinehead.h"

#include <QHBoxLayout>
#include <QPainter>

namespace playhead {

using namespace Qt::StringLiterals;

TimelineRow::TimelineRow(QWidget *parent)
    : QWidget(parent)
    , m_head(new TimelineHead(this))
    , m_edge(new QWidget(this))
    , m_timeline(new Timeline(this))
{
    setObjectName(u"timelineRow"_s);
    m_edge->setFixedWidth(1); // the sidebar's line, led on
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_head);
    row->addWidget(m_edge);
    row->addWidget(m_timeline, 1);
}

void TimelineRow::setHeadWidth(int width)
{
    m_head->setVisible(width > 0);
    m_edge->setVisible(width > 0);
    if (width > 0) {
        m_head->setFixedWidth(width);
    }
}

void TimelineRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().base);
    if (!m_edge->isHidden()) {
        painter.fillRect(m_edge->geometry(), tokens().line);
    }
}

} // namespace playhead

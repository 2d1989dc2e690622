// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playhead {

class Timeline;
class TimelineHead;

/// The part of the window over the events: the timeline, and at its left, over the sidebar, what is shown and selected.
class TimelineRow : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineRow(QWidget *parent = nullptr);

    Timeline &timeline() { return *m_timeline; }
    TimelineHead &head() { return *m_head; }

    /// The sidebar's width: both end at the same line. 0 = no sidebar, so the timeline takes all the room.
    void setHeadWidth(int width);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TimelineHead *m_head;
    QWidget *m_edge;
    Timeline *m_timeline;
};

} // namespace playhead

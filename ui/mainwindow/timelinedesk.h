// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"
#include "ui/mainwindow/fetchchoice.h"

#include <QObject>
#include <QTimeZone>

namespace playhead {

class Actions;
class Clock;
class CursorDesk;
class Timeline;
class TimelineHead;
class WindowFrame;

/// What people do with the timeline: the loaded events over time are counted for it, its selection becomes part of the
/// filter, its flags are the cursors. A flag that is dropped elsewhere opens the rewind preview and moves nothing by
/// itself. Owned by the main window.
class TimelineDesk : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the desk.
    TimelineDesk(EventTableModel &events,
                 CursorDesk &cursors,
                 const Clock &clock,
                 WindowFrame &frame,
                 const Actions &actions,
                 QObject *parent);

    void setHasEnvironment(bool hasEnvironment);
    /// What the timeline shows when the fetch row asks for no range: from a capture's first event to its last.
    void setWholeRange(const TimeRange &range);
    void setTimeZone(const QTimeZone &zone);

signals:
    void filterEdited(const playhead::EventFilter &filter);
    void cursorChosen(qint64 cursorId); ///< A click on its flag.

private:
    void wireActions(const Actions &actions);
    void showRange();
    void showFlags();
    void showHead();
    void select(const TimeRange &range);
    void chooseFirstIn(const TimeRange &bin);

    EventTableModel &m_events;
    CursorDesk &m_cursors;
    const Clock &m_clock;
    WindowFrame &m_frame;
    Timeline &m_timeline;
    TimelineHead &m_head;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    TimeRange m_wholeRange;
    bool m_hasEnvironment = false;
};

} // namespace playhead

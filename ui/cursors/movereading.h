// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorplanner.h"
#include "ui/cursors/movereply.h"

#include <QObject>

namespace playhead {

/// The questions of one RewindDialog: has them answered by a CursorPlanner, which reads what is missing; or, once a person
/// stopped that, from what is stored.
class MoveReading : public QObject
{
    Q_OBJECT

public:
    /// `current` holds the cursor as it stands whenever a question comes. The references outlive the reading.
    MoveReading(EventFeed &feed,
                CursorCounter &counter,
                const Clock &clock,
                std::shared_ptr<const Cursor> current,
                QObject *parent = nullptr);

    void ask(const MoveInquiry &inquiry, std::function<void(const MoveReply &)> answer);
    void stop(); ///< Nothing is asked any more.

private:
    void planStored();
    void tell(const MoveReply &reply) const;

    EventFeed &m_feed;
    CursorCounter &m_counter;
    const Clock &m_clock;
    std::shared_ptr<const Cursor> m_current;
    CursorPlanner m_planner;
    std::function<void(const MoveReply &)> m_answer;
    std::optional<MovePlan> m_provisional; ///< What is known while something is read.
    std::optional<MoveTarget> m_stored; ///< Set: only what is stored counts.
    quint64 m_number = 0; ///< Of the inquiry.
    bool m_isPlanning = false; ///< The counter has not given its last answer for m_stored.
    bool m_plansAgain = false; ///< Pages come faster than plans are made: one runs, one waits.
};

} // namespace playhead

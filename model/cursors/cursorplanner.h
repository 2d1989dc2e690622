// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/cursors/cursorcounter.h"
#include "model/cursors/stretchreader.h"

namespace playhead {

class EventFeed;

/// Answers what a move would do, exactly: what the answer needs and is not stored is read from the server first (semantics
/// 20). Nothing moves by it. Belongs to the thread of the feed and of the counter, and not longer than both.
///
/// A question stands until the next one or stop(): when the stored events or their coverage change, it is answered again;
/// but nothing more is read for it after it was answered once.
class CursorPlanner : public QObject
{
    Q_OBJECT

public:
    /// All references outlive the planner. While its question stands, nobody else asks the counter one.
    CursorPlanner(EventFeed &feed,
                  CursorCounter &counter,
                  const Clock &clock,
                  QObject *parent = nullptr);
    ~CursorPlanner() override; ///< As stop().

    /// Asks; the question before is dropped at once. The same question again while its answer is on its way changes nothing.
    /// No slot: moc asks a std::variant for comparisons that it has not.
    void plan(const Cursor &cursor, const MoveTarget &target);
    /// Ends the question without an answer, and what is read for it; what came stays stored. So does the opening of another
    /// environment.
    void stop();
    bool isPlanning() const { return m_state == State::Asking || m_state == State::Reading; }
    /// Why the answer is no better than it is: what had to be read could not be (a capture, no key, offline, refused, another
    /// Playhead writes the store), or it has grown old. Empty = it is exact, or not ready. Whole sentences for people.
    const std::optional<Error> &shortfall() const { return m_shortfall; }

signals:
    /// Something is read for the answer; so many events lie in it so far: "Counting, 300 so far".
    void counting(quint64 events);
    /// What is known until now, while more is read.
    void provisional(const playhead::MovePlan &plan);
    /// The answer; with isAtLeast or unread when there is a shortfall(). Told once more when MovePlan::expected is worked
    /// out, and whenever the stored events change.
    void planned(const playhead::MovePlan &plan);
    /// The move leads nowhere, as planMove() says; nothing changes.
    void failed(const playhead::Error &error);
    /// After planned() or failed(): nothing better follows by itself.
    void finished();

private:
    enum class State {
        Idle,
        Asking,
        Reading,
        Answered
    };

    void ask();
    void askAgain();
    void take(const MoveAnswer &answer, bool isLast);
    void tellProvisional(const MoveAnswer &answer);
    void settle(const MoveAnswer &answer, bool isLast);
    bool startReading(const TimeRange &stretch);
    std::optional<Error> cannotRead(const TimeRange &stretch) const;
    void readEnded(const std::optional<Error> &error);
    void tellCounting(quint64 events);

    EventFeed &m_feed;
    CursorCounter &m_counter;
    const Clock &m_clock;
    StretchReader m_reader;
    State m_state = State::Idle;
    quint64 m_question = 0; ///< Number of the question that stands.
    Cursor m_cursor;
    MoveTarget m_target;
    bool m_isAsking = false; ///< The counter has not answered yet.
    bool m_asksAgain = false; ///< The events changed meanwhile.
    bool m_mayRead = false;
    std::vector<TimeRange> m_read; ///< Stretches that were read for this question.
    TimeRange m_reading;
    quint64 m_known = 0; ///< Events of the move when the read began.
    quint64 m_told = 0; ///< By counting().
    std::optional<Error> m_shortfall;
};

} // namespace playhead

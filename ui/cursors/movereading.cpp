// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/movereading.h"

#include "model/api/eventfeed.h"

#include <utility>

namespace playhead {

MoveReading::MoveReading(EventFeed &feed,
                         CursorCounter &counter,
                         const Clock &clock,
                         std::shared_ptr<const Cursor> current,
                         QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_counter(counter)
    , m_clock(clock)
    , m_current(std::move(current))
    , m_planner(feed, counter, clock)
{
    connect(&m_planner, &CursorPlanner::counting, this, [this](quint64 events) {
        MoveReply reply;
        reply.plan = m_provisional;
        reply.read = events;
        tell(reply);
    });
    connect(&m_planner, &CursorPlanner::provisional, this, [this](const MovePlan &plan) {
        m_provisional = plan;
        MoveReply reply(plan);
        reply.read = plan.events;
        tell(reply);
    });
    connect(&m_planner, &CursorPlanner::planned, this, [this](const MovePlan &plan) {
        MoveReply reply(plan);
        const std::optional<Error> &shortfall = m_planner.shortfall();
        reply.unreadBecause = shortfall ? shortfall->message : QString();
        // Events that go on coming keep the planner at work, but not from having told this.
        reply.isLast = plan.expected.has_value() || !m_planner.isPlanning();
        tell(reply);
    });
    connect(&m_planner, &CursorPlanner::failed, this, [this](const Error &error) {
        MoveReply reply;
        reply.error = error;
        tell(reply);
    });
    connect(&feed, &EventFeed::snapshotChanged, this, &MoveReading::planStored);
    // It comes after the last rows of a read, and says that nothing is missing between them.
    connect(&feed, &EventFeed::coverageChanged, this, &MoveReading::planStored);
}

void MoveReading::tell(const MoveReply &reply) const
{
    if (m_answer) {
        // The answer may ask anew.
        const auto answer = m_answer;
        answer(reply);
    }
}

void MoveReading::ask(const MoveInquiry &inquiry, std::function<void(const MoveReply &)> answer)
{
    ++m_number;
    m_isPlanning = false;
    m_plansAgain = false;
    m_answer = std::move(answer);
    m_provisional.reset();
    m_stored.reset();
    if (inquiry.mayRead) {
        m_planner.plan(*m_current, inquiry.target);
    } else {
        m_planner.stop();
        m_stored = inquiry.target;
        planStored();
    }
}

void MoveReading::stop()
{
    ++m_number;
    m_answer = {};
    m_stored.reset();
    m_planner.stop();
    if (std::exchange(m_isPlanning, false)) {
        m_counter.forget();
    }
}

void MoveReading::planStored()
{
    if (!m_stored) {
        return; // The planner answers anew by itself.
    }
    if (std::exchange(m_isPlanning, true)) {
        m_plansAgain = true;
        return;
    }
    const FetchScope scope{{}, m_current->types, m_current->organization};
    const MoveQuestion question{m_feed.snapshot(),
                                {*m_current, m_feed.coverage(scope)},
                                *m_stored,
                                horizonAt(m_clock.now())};
    m_counter.ask(question, this, [this, number = m_number](const MoveAnswer &answer, bool isLast) {
        if (number != m_number) {
            return;
        }
        m_isPlanning = !isLast;
        MoveReply reply(answer.plan);
        reply.isLast = isLast;
        tell(reply); // it may ask anew
        if (number == m_number && isLast && std::exchange(m_plansAgain, false)) {
            planStored();
        }
    });
}

} // namespace playhead

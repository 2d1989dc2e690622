// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorplanner.h"

#include "model/api/eventfeed.h"

#include <algorithm>

namespace playhead {

namespace {

FetchScope scopeOf(const Cursor &cursor, const TimeRange &range)
{
    FetchScope scope;
    scope.range = range;
    scope.types = cursor.types;
    scope.organization = cursor.organization;
    return scope;
}

/// Whether at least half of `stretch` lies in `read`.
bool isMostlyIn(const TimeRange &stretch, const TimeRange &read)
{
    const Duration common = std::min(stretch.until, read.until)
                            - std::max(stretch.since, read.since);
    return common * 2 >= stretch.until - stretch.since;
}

} // namespace

CursorPlanner::CursorPlanner(EventFeed &feed,
                             CursorCounter &counter,
                             const Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_counter(counter)
    , m_clock(clock)
    , m_reader(feed)
{
    connect(&m_reader, &StretchReader::progress, this, [this](quint64 events) {
        if (m_state == State::Reading) {
            tellCounting(m_known + events);
        }
    });
    connect(&m_reader, &StretchReader::finished, this, &CursorPlanner::readEnded);
    connect(&feed, &EventFeed::opened, this, &CursorPlanner::stop); // another environment's
    connect(&feed, &EventFeed::snapshotChanged, this, &CursorPlanner::askAgain);
    connect(&feed, &EventFeed::coverageChanged, this, &CursorPlanner::askAgain);
}

CursorPlanner::~CursorPlanner()
{
    stop();
}

void CursorPlanner::plan(const Cursor &cursor, const MoveTarget &target)
{
    if (isPlanning() && cursor == m_cursor && target == m_target) {
        return;
    }
    stop();
    ++m_question;
    m_cursor = cursor;
    m_target = target;
    m_mayRead = true;
    m_state = State::Asking;
    ask();
}

void CursorPlanner::stop()
{
    if (m_state == State::Idle) {
        return;
    }
    ++m_question;
    m_counter.forget();
    m_reader.cancel();
    m_state = State::Idle;
    m_isAsking = false;
    m_asksAgain = false;
    m_read.clear();
    m_told = 0;
    m_shortfall.reset();
}

void CursorPlanner::ask()
{
    m_isAsking = true;
    m_asksAgain = false;
    const MoveQuestion question{m_feed.snapshot(),
                                {m_cursor, m_feed.coverage(scopeOf(m_cursor, {}))},
                                m_target,
                                horizonAt(m_clock.now())};
    m_counter.ask(question, this, [this](const MoveAnswer &answer, bool isLast) {
        take(answer, isLast);
    });
}

/// The stored events changed. What is being answered is told first, so that answers come however quickly they change.
void CursorPlanner::askAgain()
{
    if (m_state == State::Idle) {
        return;
    }
    if (m_isAsking) {
        m_asksAgain = true;
    } else {
        ask();
    }
}

void CursorPlanner::take(const MoveAnswer &answer, bool isLast)
{
    m_isAsking = false;
    if (m_asksAgain && m_state == State::Asking) {
        // Asked before the last read had brought all: what is missing is told by the next answer.
        ask();
    } else if (m_state == State::Reading) {
        tellProvisional(answer);
    } else if (startReading(answer.unread)) {
        m_known = answer.plan ? answer.plan->events : 0;
        tellProvisional(answer);
    } else {
        settle(answer, isLast);
    }
}

/// Each slot may ask the next question, or end this one.
void CursorPlanner::tellProvisional(const MoveAnswer &answer)
{
    const quint64 question = m_question;
    if (answer.plan) {
        emit provisional(*answer.plan);
    }
    if (question == m_question) {
        tellCounting(answer.plan ? answer.plan->events : 0);
    }
    if (question == m_question && m_asksAgain && !m_isAsking) {
        ask();
    }
}

void CursorPlanner::settle(const MoveAnswer &answer, bool isLast)
{
    m_mayRead = false;
    // A change waits for the last answer: events that come without end would put it off without end.
    m_isAsking = !isLast;
    if (answer.unread.isEmpty()) {
        m_shortfall.reset();
    } else if (!m_shortfall) {
        // What was read for it has grown old.
        m_shortfall = Error{
            ErrorCode::NotFound,
            tr("Some minutes have passed since this was counted, so there may be more events. Ask again to "
               "count them."),
            {},
            0};
    }
    const bool isEnd = isLast && !m_asksAgain;
    m_state = isEnd ? State::Answered : State::Asking;
    const quint64 question = m_question;
    if (answer.plan) {
        emit planned(*answer.plan);
    } else {
        emit failed(answer.plan.error());
    }
    if (question != m_question) {
        return;
    }
    if (isEnd) {
        emit finished();
    } else if (isLast) {
        ask();
    }
}

/// False when nothing has to be read, or nothing can be.
bool CursorPlanner::startReading(const TimeRange &stretch)
{
    if (stretch.isEmpty() || !m_mayRead) {
        return false;
    }
    if (std::optional<Error> reason = cannotRead(stretch)) {
        m_shortfall = std::move(reason);
        m_mayRead = false;
        return false;
    }
    m_state = State::Reading;
    m_reading = stretch;
    FetchQuery query;
    query.scope = scopeOf(m_cursor, stretch);
    m_reader.read(query);
    return true;
}

std::optional<Error> CursorPlanner::cannotRead(const TimeRange &stretch) const
{
    if (m_feed.isReadOnly()) {
        return m_feed.lockError();
    }
    if (m_feed.baseUrl().isEmpty()) {
        return Error{
            ErrorCode::NotFound,
            tr("Part of this move lies outside of what the capture holds, and nothing can be "
               "fetched for a capture. Fetch that time in its environment."),
            {},
            0};
    }
    const bool wasRead = std::any_of(m_read.begin(),
                                     m_read.end(),
                                     [&stretch](const TimeRange &read) {
                                         return isMostlyIn(stretch, read);
                                     });
    if (wasRead) {
        return Error{
            ErrorCode::NotFound,
            tr("What was read does not cover all between these places, because the server's clock is "
               "behind or it leaves types out, so there may be more events. Ask again later, or take "
               "the number as the least."),
            {},
            0};
    }
    return std::nullopt;
}

void CursorPlanner::readEnded(const std::optional<Error> &error)
{
    if (m_state != State::Reading) {
        return;
    }
    m_state = State::Asking;
    if (error) {
        m_shortfall = error;
        m_mayRead = false;
    } else {
        m_read.push_back(m_reading);
    }
    askAgain();
}

void CursorPlanner::tellCounting(quint64 events)
{
    if (const auto *back = std::get_if<EventsBack>(&m_target)) {
        events = std::min(events, back->count);
    } else if (const auto *forward = std::get_if<EventsForward>(&m_target)) {
        events = std::min(events, forward->count);
    }
    m_told = std::max(m_told, events);
    emit counting(m_told);
}

} // namespace playhead

#include "moc_cursorplanner.cpp"

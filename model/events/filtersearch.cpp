// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtersearch.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace playhead {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kAnswerInterval(100);

} // namespace

/// What the window wants to know now.
struct FilterSearch::Goal
{
    quint64 request = 0; ///< 0 = nothing.
    quint64 round = 0;
    quint64 store = 0; ///< What was found in another store says nothing about this one.
    quint64 marks = 0; ///< Counts how often rows were marked anew.
    std::shared_ptr<const FilterQuestion> question;
    QHash<OrganizationId, QString> aliases;
    EventSnapshot events;
};

/// The thread and what it shares with the window's one.
class FilterSearch::Worker
{
public:
    Worker(const TypeCatalogue &catalogue, std::function<void(FilterAnswer)> answer)
        : m_answer(std::move(answer))
        , m_evaluation(catalogue)
        , m_thread([this] { run(); })
    {}
    ~Worker()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isEnding = true;
            ++m_wish;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void want(Goal goal)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_goal = std::move(goal);
            ++m_wish;
        }
        m_wake.notify_one();
    }
    Goal goal()
    {
        const std::lock_guard lock(m_mutex);
        return m_goal;
    }

private:
    void run();
    void take(const Goal &goal);
    void pursue();
    void answerInBetween();
    void answerLast();
    void answer(bool isDone);

    std::function<void(FilterAnswer)> m_answer;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Goal m_goal;
    bool m_isEnding = false;
    /// Counts the wishes, so that the thread sees a new one without the lock.
    std::atomic<quint64> m_wish = 0;

    // The thread's own.
    quint64 m_seenWish = 0;
    Goal m_taken;
    FilterEvaluation m_evaluation;
    SteadyClock::time_point m_answeredAt; ///< Or when the search began.
    bool m_isAnswered = false; ///< Something was answered under this request.
    bool m_wasDone = false; ///< Everything was, once.
    std::optional<SteadyClock::time_point> m_lastIsDue; ///< The last answer waits for this moment.
    std::thread m_thread; ///< Last: it starts when everything else is there.
};

void FilterSearch::Worker::run()
{
    std::unique_lock lock(m_mutex);
    const auto isWanted = [this] { return m_wish != m_seenWish; };
    while (true) {
        if (!m_lastIsDue) {
            m_wake.wait(lock, isWanted);
        } else if (!m_wake.wait_until(lock, *m_lastIsDue, isWanted)) {
            lock.unlock();
            answer(true);
            lock.lock();
            continue;
        }
        m_seenWish = m_wish;
        if (m_isEnding) {
            return;
        }
        const Goal goal = m_goal;
        lock.unlock();
        take(goal);
        pursue();
        lock.lock();
    }
}

void FilterSearch::Worker::take(const Goal &goal)
{
    m_lastIsDue.reset();
    if (goal.store != m_taken.store) {
        m_evaluation.clear();
    }
    if (goal.request == 0) {
        m_taken = goal;
        return;
    }
    if (goal.request == m_taken.request) {
        m_evaluation.goOn(goal.events, goal.aliases, goal.marks != m_taken.marks);
    } else {
        m_answeredAt = SteadyClock::now();
        m_isAnswered = false;
        m_wasDone = false;
        FilterQuestion question = *goal.question;
        question.aliases = goal.aliases;
        m_evaluation.ask(std::move(question), goal.events);
    }
    m_taken = goal;
}

/// Goes on until everything is looked at or something else is wanted. One step is always taken: wishes that come faster
/// than they can be taken up must not keep it from finding anything.
void FilterSearch::Worker::pursue()
{
    if (m_taken.request == 0) {
        return;
    }
    do {
        if (m_evaluation.isAtEnd()) {
            answerLast();
            return;
        }
        m_evaluation.step();
        answerInBetween();
    } while (m_wish == m_seenWish);
}

void FilterSearch::Worker::answerInBetween()
{
    const bool isDue = SteadyClock::now() - m_answeredAt >= kAnswerInterval;
    const bool isFirstHit = !m_isAnswered && m_evaluation.hasNews() && !m_evaluation.isQuick();
    if (isDue || isFirstHit) {
        answer(false);
    }
}

/// At once, but for what a growing store brings: many small pages are answered together.
void FilterSearch::Worker::answerLast()
{
    const auto due = m_answeredAt + kAnswerInterval;
    if (m_wasDone && SteadyClock::now() < due) {
        m_lastIsDue = due;
    } else {
        answer(true);
    }
}

void FilterSearch::Worker::answer(bool isDone)
{
    FilterEvaluation::News news = m_evaluation.takeNews();
    FilterAnswer answer;
    answer.request = m_taken.request;
    answer.round = m_taken.round;
    answer.found = std::move(news.found);
    answer.lost = std::move(news.lost);
    answer.searched = m_evaluation.progress();
    answer.isDone = isDone;
    answer.mistake = m_evaluation.mistake();
    m_isAnswered = true;
    m_wasDone = m_wasDone || isDone;
    m_answeredAt = SteadyClock::now();
    m_lastIsDue.reset();
    m_answer(std::move(answer));
}

FilterSearch::FilterSearch(const TypeCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_delivery([this] { deliver(); })
    , m_worker(std::make_unique<Worker>(catalogue, [this](FilterAnswer answer) {
        // The worker ends before this object does, and an event that still waits then goes with the object.
        QMetaObject::invokeMethod(
            this,
            [this, answer = std::move(answer)]() mutable { take(std::move(answer)); },
            Qt::QueuedConnection);
    }))
{}

FilterSearch::~FilterSearch() = default;

quint64 FilterSearch::search(const EventSnapshot &events, const FilterQuestion &question)
{
    m_request = ++m_lastRequest;
    Goal goal;
    goal.request = m_request;
    goal.round = ++m_round;
    goal.store = m_store;
    goal.question = std::make_shared<const FilterQuestion>(question);
    goal.aliases = question.aliases;
    goal.events = events;
    m_worker->want(std::move(goal));
    return m_request;
}

template<typename Change>
void FilterSearch::changeGoal(Change change)
{
    if (m_request == 0) {
        return;
    }
    Goal goal = m_worker->goal();
    goal.round = ++m_round;
    change(goal);
    m_worker->want(std::move(goal));
}

void FilterSearch::extend(const EventSnapshot &events, bool isMarked)
{
    changeGoal([&events, isMarked](Goal &goal) {
        goal.events = events;
        goal.marks += isMarked ? 1 : 0;
    });
}

void FilterSearch::rename(const QHash<OrganizationId, QString> &aliases)
{
    changeGoal([&aliases](Goal &goal) { goal.aliases = aliases; });
}

void FilterSearch::rest()
{
    m_request = 0;
    Goal goal;
    goal.store = m_store;
    m_worker->want(std::move(goal));
}

void FilterSearch::stop()
{
    ++m_store;
    rest();
}

void FilterSearch::take(FilterAnswer answer)
{
    m_answers.push_back(std::move(answer));
    m_delivery.ask();
}

void FilterSearch::deliver()
{
    for (FilterAnswer &answer : std::exchange(m_answers, {})) {
        if (answer.request == m_request && m_request != 0) {
            answer.isDone = answer.isDone && answer.round == m_round;
            emit answered(answer);
        }
    }
}

} // namespace playhead

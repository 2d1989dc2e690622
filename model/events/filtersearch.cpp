// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtersearch.h"

#include "model/events/filterprogress.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace playhead {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kAnswerInterval(100);
/// What is found within this time is told by one answer, so that the table is listed once.
constexpr std::chrono::milliseconds kBlink(30);

} // namespace

/// The thread and what it shares with the window's one.
class FilterSearch::Worker
{
public:
    explicit Worker(std::function<void(FilterAnswer)> answer)
        : m_answer(std::move(answer))
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

    void want(FilterGoal goal)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_goal = std::move(goal);
            ++m_wish;
        }
        m_wake.notify_one();
    }
    void wantAlso(const EventSnapshot &events)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_goal.events = events;
            ++m_wish;
        }
        m_wake.notify_one();
    }

private:
    void run();
    void pursue(const FilterGoal &goal);
    void begin(const FilterGoal &goal);
    bool isOvertaken() const { return m_wish != m_seenWish; }
    void answer(bool isComplete);

    std::function<void(FilterAnswer)> m_answer;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    FilterGoal m_goal;
    bool m_isEnding = false;
    /// Counts the wishes, so that the thread sees a new one without the lock.
    std::atomic<quint64> m_wish = 0;

    // The thread's own.
    quint64 m_seenWish = 0;
    std::unique_ptr<FilterProgress> m_progress;
    std::shared_ptr<Freshness> m_freshness;
    quint64 m_freshnessStore = 0;
    bool m_isToldAnew = false; ///< Since the last new start an answer has been given.
    size_t m_toldHits = 0;
    EventRow m_toldTo = 0;
    steady_clock::time_point m_nextAnswer;
    std::thread m_thread; ///< Last: it starts when everything else is there.
};

void FilterSearch::Worker::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return isOvertaken(); });
        m_seenWish = m_wish;
        if (m_isEnding) {
            return;
        }
        const FilterGoal goal = m_goal;
        lock.unlock();
        pursue(goal);
        lock.lock();
    }
}

void FilterSearch::Worker::begin(const FilterGoal &goal)
{
    if (m_freshness == nullptr || m_freshnessStore != goal.store) {
        m_freshness = std::make_shared<Freshness>(*goal.context.catalogue);
        m_freshnessStore = goal.store;
    }
    m_progress = std::make_unique<FilterProgress>(goal, m_progress.get(), m_freshness);
    m_isToldAnew = false;
    m_toldHits = 0;
    m_nextAnswer = steady_clock::now() + kBlink;
}

/// Goes on until everything is tested or something else is wanted.
void FilterSearch::Worker::pursue(const FilterGoal &goal)
{
    if (!goal.expression) {
        m_progress.reset();
        m_freshness.reset();
        return;
    }
    if (m_progress == nullptr || goal.request != m_progress->request()) {
        begin(goal);
    }
    if (m_progress->readsFreshness() && !m_freshness->isComplete(goal.events)) {
        if (m_freshness->extend(goal.events, [this] { return isOvertaken(); })) {
            m_progress->startAgain();
            m_isToldAnew = false;
            m_toldHits = 0;
        }
        if (!m_freshness->isComplete(goal.events)) {
            return;
        }
    }
    while (!isOvertaken()) {
        if (m_progress->isAtEnd(goal.events)) {
            answer(true);
            return;
        }
        m_progress->testBlock(goal.events);
        if (steady_clock::now() >= m_nextAnswer) {
            answer(false);
        }
    }
}

void FilterSearch::Worker::answer(bool isComplete)
{
    if (m_isToldAnew && m_toldTo == m_progress->searchedTo()
        && m_toldHits == m_progress->hits().size()) {
        return;
    }
    // Without a hit so far the table keeps the rows that it has until the end.
    if (!m_isToldAnew && !isComplete && m_progress->hits().empty()) {
        return;
    }
    FilterAnswer part;
    part.request = m_progress->request();
    part.startsAnew = !std::exchange(m_isToldAnew, true);
    part.hits.assign(m_progress->hits().begin() + static_cast<ptrdiff_t>(m_toldHits),
                     m_progress->hits().end());
    part.searchedTo = m_progress->searchedTo();
    m_toldHits = m_progress->hits().size();
    m_toldTo = part.searchedTo;
    m_nextAnswer = steady_clock::now() + kAnswerInterval;
    m_answer(std::move(part));
}

FilterSearch::FilterSearch(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>([this](FilterAnswer answer) {
        // The worker ends before this object does, and an event that still waits then goes with the object.
        QMetaObject::invokeMethod(
            this, [this, answer = std::move(answer)] { deliver(answer); }, Qt::QueuedConnection);
    }))
{}

FilterSearch::~FilterSearch() = default;

quint64 FilterSearch::search(const EventSnapshot &events,
                             const FilterExpression &expression,
                             const FilterContext &context,
                             bool meansTheSame)
{
    m_request = ++m_lastRequest;
    m_meaning += meansTheSame ? 0 : 1;
    m_worker->want({m_request, m_store, m_meaning, expression, context, events});
    return m_request;
}

void FilterSearch::extend(const EventSnapshot &events)
{
    if (m_request != 0) {
        m_worker->wantAlso(events);
    }
}

void FilterSearch::stop()
{
    m_request = 0;
    ++m_store;
    m_worker->want({});
}

void FilterSearch::deliver(const FilterAnswer &answer)
{
    if (answer.request == m_request && m_request != 0) {
        emit answered(answer);
    }
}

} // namespace playhead

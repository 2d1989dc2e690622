// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/textsearch.h"

#include "model/events/textmatcher.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace playhead {

namespace {

constexpr quint32 kBlockBytes = 1u << 20;
constexpr size_t kBlockRows = 10'000;
constexpr std::chrono::milliseconds kAnswerInterval(100);

/// What the window wants to know now.
struct Goal
{
    quint64 request = 0;
    quint64 store = 0; ///< What was found in another store says nothing about this one.
    QString needle; ///< Empty = nothing.
    EventSnapshot events;
};

/// How far the worker is with one needle.
struct Progress
{
    quint64 request = 0;
    quint64 store = 0;
    QString needle;
    std::unique_ptr<TextMatcher> matcher;
    std::vector<EventRow>
        candidates; ///< Tested first: what a shorter needle left of the rows before `next`.
    size_t nextCandidate = 0;
    EventRow next = 0; ///< From here on every row is tested.
    std::vector<EventRow> hits;
    size_t answeredHits = 0;
    std::optional<EventRow> answeredTo;
    std::chrono::steady_clock::time_point answeredAt;

    EventRow searchedTo() const
    {
        return nextCandidate < candidates.size() ? candidates[nextCandidate] : next;
    }
    bool isAtEnd(const EventSnapshot &events) const
    {
        return nextCandidate >= candidates.size() && next >= events.rowCount();
    }
    std::optional<EventRow> peek(const EventSnapshot &events) const
    {
        if (nextCandidate < candidates.size()) {
            return candidates[nextCandidate];
        }
        return next < events.rowCount() ? std::optional(next) : std::nullopt;
    }
    void advance()
    {
        if (nextCandidate < candidates.size()) {
            ++nextCandidate;
        } else {
            ++next;
        }
    }
};

/// The progress with which a new needle starts. What holds a longer needle holds the shorter one too.
Progress startOf(const Goal &goal, Progress previous)
{
    Progress progress;
    progress.request = goal.request;
    progress.store = goal.store;
    progress.needle = goal.needle;
    progress.matcher = std::make_unique<TextMatcher>(goal.needle);
    if (previous.store == goal.store && !previous.needle.isEmpty()
        && goal.needle.contains(previous.needle, Qt::CaseInsensitive)) {
        progress.candidates = std::move(previous.hits);
        progress.candidates.insert(progress.candidates.end(),
                                   previous.candidates.begin()
                                       + static_cast<ptrdiff_t>(previous.nextCandidate),
                                   previous.candidates.end());
        progress.next = previous.next;
    }
    return progress;
}

} // namespace

/// The thread and what it shares with the window's one.
class TextSearch::Worker
{
public:
    explicit Worker(std::function<void(TextAnswer)> answer)
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
    void pursue(const Goal &goal);
    void searchBlock(const EventSnapshot &events);
    void answer(bool isLast);

    std::function<void(TextAnswer)> m_answer;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Goal m_goal;
    bool m_isEnding = false;
    std::atomic<quint64> m_wish =
        0; ///< Counts the wishes, so that the thread sees a new one without the lock.

    // The thread's own.
    quint64 m_seenWish = 0;
    Progress m_progress;
    std::vector<EventRow> m_blockRows;
    std::vector<quint32> m_blockEnds;
    std::thread m_thread; ///< Last: it starts when everything else is there.
};

void TextSearch::Worker::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_wish != m_seenWish; });
        m_seenWish = m_wish;
        if (m_isEnding) {
            return;
        }
        const Goal goal = m_goal;
        lock.unlock();
        pursue(goal);
        lock.lock();
    }
}

/// Goes on until everything is tested or something else is wanted.
void TextSearch::Worker::pursue(const Goal &goal)
{
    if (goal.needle.isEmpty()) {
        m_progress = {};
        return;
    }
    if (goal.request != m_progress.request) {
        m_progress = startOf(goal, std::move(m_progress));
    }
    while (m_wish == m_seenWish) {
        if (m_progress.isAtEnd(goal.events)) {
            answer(true);
            return;
        }
        searchBlock(goal.events);
        answer(false);
    }
}

/// Tests a run of rows whose bytes lie one behind the other, about a megabyte.
void TextSearch::Worker::searchBlock(const EventSnapshot &events)
{
    m_blockRows.clear();
    m_blockEnds.clear();
    const char *begin = nullptr;
    quint32 size = 0;
    while (m_blockRows.size() < kBlockRows && size < kBlockBytes) {
        const std::optional<EventRow> row = m_progress.peek(events);
        if (!row) {
            break;
        }
        const QByteArrayView bytes = events.raw(*row);
        if (begin == nullptr) {
            begin = bytes.data();
        } else if (bytes.data() == begin + size + 1) {
            ++size;
        } else {
            break;
        }
        size += static_cast<quint32>(bytes.size());
        m_blockRows.push_back(*row);
        m_blockEnds.push_back(size);
        m_progress.advance();
    }
    for (const quint32 line :
         m_progress.matcher->find(QByteArrayView(begin, qsizetype(size)), m_blockEnds)) {
        m_progress.hits.push_back(m_blockRows[line]);
    }
}

void TextSearch::Worker::answer(bool isLast)
{
    const auto now = std::chrono::steady_clock::now();
    const bool hasNews = m_progress.hits.size() > m_progress.answeredHits;
    const bool isDue = !m_progress.answeredTo || now - m_progress.answeredAt >= kAnswerInterval;
    if (isLast ? !hasNews && m_progress.answeredTo == m_progress.searchedTo()
               : !hasNews || !isDue) {
        return;
    }
    TextAnswer part;
    part.request = m_progress.request;
    part.hits.assign(m_progress.hits.begin() + static_cast<ptrdiff_t>(m_progress.answeredHits),
                     m_progress.hits.end());
    part.searchedTo = m_progress.searchedTo();
    m_progress.answeredHits = m_progress.hits.size();
    m_progress.answeredTo = part.searchedTo;
    m_progress.answeredAt = now;
    m_answer(std::move(part));
}

TextSearch::TextSearch(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>([this](TextAnswer answer) {
        // The worker ends before this object does, and an event that still waits then goes with the object.
        QMetaObject::invokeMethod(
            this, [this, answer = std::move(answer)] { deliver(answer); }, Qt::QueuedConnection);
    }))
{}

TextSearch::~TextSearch() = default;

quint64 TextSearch::search(const EventSnapshot &events, const QString &needle)
{
    m_request = ++m_lastRequest;
    m_worker->want({m_request, m_store, needle, events});
    return m_request;
}

void TextSearch::extend(const EventSnapshot &events)
{
    if (m_request == 0) {
        return;
    }
    Goal goal = m_worker->goal();
    goal.events = events;
    m_worker->want(std::move(goal));
}

void TextSearch::stop()
{
    m_request = 0;
    ++m_store;
    m_worker->want({});
}

void TextSearch::deliver(const TextAnswer &answer)
{
    if (answer.request == m_request && m_request != 0) {
        emit answered(answer);
    }
}

} // namespace playhead

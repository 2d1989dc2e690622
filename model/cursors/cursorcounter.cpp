// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorcounter.h"

#include "model/cursors/expectedcounts.h"
#include "model/cursors/movecounts.h"
#include "model/events/streamorder.h"

#include <algorithm>

namespace playhead {

namespace {

using namespace std::chrono_literals;

/// So long a plan may wait for what a careful consumer does, so that short spans are answered once.
constexpr Duration kAtOnce = 10ms;
/// Other work waits as long as this for it.
constexpr Duration kStep = 10ms;

} // namespace

/// Lives on the counter's thread. Keeps the stream order of the last snapshot, so that a grown store costs only its new
/// rows.
class CursorCounter::Worker : public QObject
{
    Q_OBJECT

public:
    explicit Worker(const std::atomic<quint64> &asked)
        : m_newest(asked)
    {}

    RewindGround &groundOf(const EventSnapshot &events, Instant horizon)
    {
        const auto known = static_cast<EventRow>(m_ground.order.size());
        const EventRow common = std::min(known, events.rowCount());
        if (!isSameStore(events, common)) {
            m_ground.order = streamOrder(events);
        } else if (common < known) {
            // A question that is older than the last count.
            std::erase_if(m_ground.order, [common](EventRow row) { return row >= common; });
        } else {
            extendStreamOrder(events, known, m_ground.order);
        }
        m_ground.events = events;
        m_ground.horizon = horizon;
        return m_ground;
    }

    QList<CursorCount> count(const CountRequest &request)
    {
        return countCursors(request.cursors, groundOf(request.events, request.horizon));
    }

    /// Answers at once, and goes on with what a careful consumer does, if that takes longer.
    void ask(quint64 number, const MoveQuestion &question)
    {
        m_expected.reset();
        if (number != m_newest) {
            return;
        }
        RewindGround &ground = groundOf(question.events, question.horizon);
        ground.covered = question.cursor.covered;
        m_answer = answerMove(question.cursor.cursor, question.target, ground);
        if (m_answer.plan && knownTypes()) {
            m_number = number;
            // Counts of newer events go on meanwhile; what is being judged stays as it was asked, or a store that grows in the
            // middle would begin it anew without end.
            m_judged = ground;
            m_expected.emplace(*knownTypes(),
                               CursorGround(question.cursor.cursor, m_judged),
                               *m_answer.plan);
            if (!m_expected->step(m_judged.order, kAtOnce)) {
                emit answered(number, m_answer, false);
                goOnLater();
                return;
            }
            m_answer.plan->expected = m_expected->counts();
            m_expected.reset();
        }
        emit answered(number, m_answer, true);
    }

signals:
    void answered(quint64 number, const playhead::MoveAnswer &answer, bool isLast);

private:
    void goOnLater()
    {
        QMetaObject::invokeMethod(
            this, [this, number = m_number] { goOn(number); }, Qt::QueuedConnection);
    }

    void goOn(quint64 number)
    {
        if (!m_expected || number != m_number) {
            return;
        }
        if (number != m_newest) {
            m_expected.reset();
        } else if (m_expected->step(m_judged.order, kStep)) {
            m_answer.plan->expected = m_expected->counts();
            m_expected.reset();
            emit answered(number, m_answer, true);
        } else {
            goOnLater();
        }
    }

    /// Rows keep their numbers as a store grows; another store is told by the ends of what both hold.
    bool isSameStore(const EventSnapshot &events, EventRow common) const
    {
        return common > 0 && m_ground.events.id(0) == events.id(0)
               && m_ground.events.id(common - 1) == events.id(common - 1);
    }

    const std::atomic<quint64> &m_newest;
    RewindGround m_ground;
    RewindGround m_judged; ///< The ground of m_expected.
    quint64 m_number = 0;
    MoveAnswer m_answer;
    std::optional<ExpectedCounting> m_expected;
};

CursorCounter::CursorCounter(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(m_asked))
{
    connect(m_worker.get(),
            &Worker::answered,
            this,
            [this](quint64 number, const MoveAnswer &answer, bool isLast) {
                if (number == m_asked && m_told) {
                    // It may ask the next question.
                    const Told told = isLast ? std::exchange(m_told, nullptr) : m_told;
                    if (m_context) {
                        told(answer, isLast);
                    }
                }
            });
    m_thread.setObjectName(QStringLiteral("cursor counter"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

CursorCounter::~CursorCounter()
{
    ++m_asked;
    m_thread.quit();
    m_thread.wait();
}

void CursorCounter::ask(const MoveQuestion &question, QObject *context, Told told)
{
    m_context = context;
    m_told = std::move(told);
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), number = ++m_asked, question] { worker->ask(number, question); },
        Qt::QueuedConnection);
}

void CursorCounter::forget()
{
    ++m_asked;
    m_told = nullptr;
}

void CursorCounter::count(const EventSnapshot &events,
                          const QList<CoveredCursor> &cursors,
                          Instant horizon)
{
    m_waiting = CountRequest{events, cursors, horizon};
    if (!m_isCounting) {
        startNext();
    }
}

void CursorCounter::startNext()
{
    m_isCounting = true;
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this, worker = m_worker.get(), request = *std::exchange(m_waiting, std::nullopt)] {
            // The destructor ends this thread before `this` goes.
            QMetaObject::invokeMethod(
                this,
                [this, counts = worker->count(request)] { finished(counts); },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void CursorCounter::finished(const QList<CursorCount> &counts)
{
    m_isCounting = false;
    if (m_waiting) {
        startNext();
    }
    emit counted(counts);
}

void CursorCounter::plan(const EventSnapshot &events,
                         const CoveredCursor &cursor,
                         const MoveTarget &target,
                         Instant horizon,
                         QObject *context,
                         std::function<void(Result<MovePlan>)> done)
{
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this,
         worker = m_worker.get(),
         events,
         cursor,
         target,
         horizon,
         context = QPointer<QObject>(context),
         done = std::move(done)] {
            RewindGround &ground = worker->groundOf(events, horizon);
            ground.covered = cursor.covered;
            QMetaObject::invokeMethod(
                this,
                [context, done, plan = planMove(cursor.cursor, target, ground)] {
                    if (context) {
                        done(plan);
                    }
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace playhead

#include "cursorcounter.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorcounter.h"

#include "model/events/streamorder.h"

#include <QPointer>

namespace playhead {

/// Lives on the counter's thread. Keeps the stream order of the last snapshot, so that a grown store costs only its new
/// rows.
class CursorCounter::Worker : public QObject
{
    Q_OBJECT

public:
    RewindGround &groundOf(const EventSnapshot &events, Instant horizon)
    {
        const auto known = static_cast<EventRow>(m_ground.order.size());
        if (isSameStore(events, known)) {
            extendStreamOrder(events, known, m_ground.order);
        } else {
            m_ground.order = streamOrder(events);
        }
        m_ground.events = events;
        m_ground.horizon = horizon;
        return m_ground;
    }

    QList<CursorCount> count(const CountRequest &request)
    {
        RewindGround &ground = groundOf(request.events, request.horizon);
        QList<CursorCount> counts;
        counts.reserve(request.cursors.size());
        for (const CoveredCursor &covered : request.cursors) {
            ground.covered = covered.covered;
            CursorCount count;
            count.cursorId = covered.cursor.id;
            count.lag = lagOf(covered.cursor, ground);
            count.processed = processedRow(covered.cursor.position, ground.events, ground.order);
            count.newest = newestOwnRow(covered.cursor, ground);
            count.isLost = std::holds_alternative<AfterEvent>(covered.cursor.position)
                           && positionTime(covered.cursor.position) < request.horizon;
            counts.append(count);
        }
        return counts;
    }

private:
    /// Rows keep their numbers as a store grows; another store is told by the ends of what was known.
    bool isSameStore(const EventSnapshot &events, EventRow known) const
    {
        if (known == 0 || known > events.rowCount() || m_ground.events.rowCount() < known) {
            return false;
        }
        return m_ground.events.id(0) == events.id(0)
               && m_ground.events.id(known - 1) == events.id(known - 1);
    }

    RewindGround m_ground;
};

CursorCounter::CursorCounter(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>())
{
    m_thread.setObjectName(QStringLiteral("cursor counter"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

CursorCounter::~CursorCounter()
{
    m_thread.quit();
    m_thread.wait();
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

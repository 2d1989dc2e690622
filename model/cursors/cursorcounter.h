// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorcounts.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace playhead {

/// One move that is asked for.
struct MoveQuestion
{
    EventSnapshot events;
    CoveredCursor cursor;
    MoveTarget target;
    Instant horizon{};
};

/// Counts lags and plans moves on a thread of its own, because both walk all events. Belongs to the window's thread.
class CursorCounter : public QObject
{
    Q_OBJECT

public:
    /// `isLast`: nothing better follows.
    using Told = std::function<void(const MoveAnswer &answer, bool isLast)>;

    explicit CursorCounter(QObject *parent = nullptr);
    ~CursorCounter() override;

    /// Counts all of them over the snapshot; answered by counted(). While one count runs, only the newest request waits.
    void count(const EventSnapshot &events, const QList<CoveredCursor> &cursors, Instant horizon);

    /// Works out one move; `done` is called in the window's thread, unless `context` is gone by then.
    void plan(const EventSnapshot &events,
              const CoveredCursor &cursor,
              const MoveTarget &target,
              Instant horizon,
              QObject *context,
              std::function<void(Result<MovePlan>)> done);

    /// Works out one move, with what a careful consumer does (MovePlan::expected). That takes longer in long spans: then the
    /// move is told before it and once more with it. Told as plan() does. The next question, or forget(), ends this one: it
    /// is answered no more.
    void ask(const MoveQuestion &question, QObject *context, Told told);
    void forget();

signals:
    void counted(const QList<playhead::CursorCount> &counts);

private:
    struct CountRequest
    {
        EventSnapshot events;
        QList<CoveredCursor> cursors;
        Instant horizon{};
    };
    class Worker;

    void startNext();
    void finished(const QList<CursorCount> &counts);

    QThread m_thread;
    std::atomic<quint64> m_asked = 0; ///< Number of the newest question; older ones are dropped.
    std::unique_ptr<Worker> m_worker;
    QPointer<QObject> m_context; ///< Of the question.
    Told m_told; ///< Likewise; empty = none stands.
    std::optional<CountRequest> m_waiting;
    bool m_isCounting = false;
};

} // namespace playhead

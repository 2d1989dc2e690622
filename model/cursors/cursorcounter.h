// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/rewind.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace playhead {

/// What is told about one cursor without moving it.
struct CursorCount
{
    qint64 cursorId = 0;
    Lag lag;
    std::optional<EventRow> processed; ///< The last processed row; empty when there is none.
    std::optional<EventRow>
        newest; ///< The newest stored event of its own; empty when there is none.
    bool isLost = false; ///< Its event is older than what can still be read.

    bool operator==(const CursorCount &) const = default;
};

/// A cursor with the coverage of its own types and organization.
struct CoveredCursor
{
    Cursor cursor;
    std::vector<TimeRange> covered;
};

/// Counts lags and plans moves on a thread of its own, because both walk all events. Belongs to the window's thread.
class CursorCounter : public QObject
{
    Q_OBJECT

public:
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
    std::unique_ptr<Worker> m_worker;
    std::optional<CountRequest> m_waiting;
    bool m_isCounting = false;
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::CursorCount)

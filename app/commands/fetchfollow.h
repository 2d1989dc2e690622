// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/eventoutput.h"
#include "model/api/fetchquery.h"
#include "model/api/tailstatus.h"
#include "model/events/eventsnapshot.h"

#include <QObject>

#include <vector>

namespace playhead {

class EventFeed;

/// `fetch --follow` after its read: a live tail whose events are written as they settle, in stream order, each once, flushed
/// after each poll. An event settles when it is older than the margin of semantics 22; one that comes later still is
/// written then, behind younger ones, and told.
class FetchFollow : public QObject
{
    Q_OBJECT

public:
    /// `feed` has ended the read of `query`. Both references outlive it. `startedAt`: when the read began.
    FetchFollow(EventFeed &feed,
                const EventOutput &output,
                const FetchQuery &query,
                Instant startedAt,
                QObject *parent);

    /// Writes what has settled of the read and goes on.
    void start();
    void interrupt();

    quint64 written() const { return m_written; }
    /// The newest event that was written in order; whoever goes on after it misses nothing. Empty = none.
    const EventId &lastEventId() const { return m_lastEventId; }

signals:
    // It has ended, and a file that something was written to has its name, whatever the reason was.
    void interrupted();
    void failed(const playhead::Error &error);

private:
    void takeStatus();
    void tellStatus(const TailStatus &status);
    void collect();
    bool write(Instant settledUntil);
    void endWith(const Error &error);

    EventFeed &m_feed;
    const EventOutput &m_output;
    FetchQuery m_query; ///< Its range has no end.
    Instant m_startedAt{};
    std::vector<EventRow> m_pending; ///< Not yet settled.
    EventRow m_known = 0; ///< Rows of the store that were looked at.
    quint64 m_written = 0;
    quint64 m_polls = 0;
    Instant m_writtenUntil{}; ///< created_at of the last event.
    EventId m_lastEventId;
    bool m_hasBegun = false; ///< Something was written.
    bool m_isFailing = false; ///< And that was told.
    bool m_hasEnded = false;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/fetchfollow.h"

#include "app/commands/fetchoutput.h"
#include "app/console.h"
#include "model/api/eventfeed.h"
#include "model/api/margins.h"
#include "model/events/streamorder.h"

#include <algorithm>

namespace playhead {

FetchFollow::FetchFollow(EventFeed &feed,
                         const EventOutput &output,
                         const FetchQuery &query,
                         Instant startedAt,
                         QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_output(output)
    , m_query(query)
    , m_startedAt(startedAt)
{
    m_query.scope.range.until = Instant::max();
    connect(&m_feed, &EventFeed::tailChanged, this, &FetchFollow::takeStatus);
}

void FetchFollow::start()
{
    const EventSnapshot events = m_feed.snapshot();
    const FetchProgress &read = m_feed.progress();
    m_pending = rowsOfRead(events, m_query, {read.oldest, Instant::max()});
    m_known = events.rowCount();
    if (const std::optional<EventRow> settled = events.find(read.lastEventId)) {
        if (!write(events.createdAt(*settled) + Duration(1))) {
            return;
        }
    }
    if (!m_query.after.isEmpty()) {
        // Nothing before the event counts, whatever was read before it.
        const std::optional<EventRow> after = events.find(m_query.after);
        m_query.scope.range.since = after ? events.createdAt(*after)
                                          : read.oldest.value_or(m_startedAt - kHoldBackMargin);
    }
    m_feed.startTail(m_query.scope);
}

void FetchFollow::takeStatus()
{
    const TailStatus &status = m_feed.tailStatus();
    if (m_hasEnded) {
        return;
    }
    tellStatus(status);
    if (status.polls != m_polls) {
        m_polls = status.polls;
        collect();
        if (!write(status.settledUntil)) {
            return;
        }
    }
    if (status.state == TailState::Failed) {
        endWith(status.error);
    }
}

void FetchFollow::tellStatus(const TailStatus &status)
{
    const bool isFailing = status.state == TailState::Waiting && status.failedTries > 1;
    if (isFailing && !m_isFailing) {
        showProgress({});
        printMessage(tr("%1 Following goes on by itself.").arg(status.error.message));
    } else if (m_isFailing && status.failedTries == 0) {
        printMessage(tr("The server answers again."));
    }
    m_isFailing = isFailing || (m_isFailing && status.failedTries > 0);
    if (!status.unreadable.isEmpty() && m_polls == 0 && status.polls == 1) {
        printMessage(tr("Events from %1 to %2 can no longer be read: WorkOS keeps 90 days.")
                         .arg(QString::fromLatin1(isoUtcMs(status.unreadable.since)),
                              QString::fromLatin1(isoUtcMs(status.unreadable.until))));
    }
    showProgress(tr("Following, %1 events written, %2 requests")
                     .arg(QString::number(m_written),
                          QString::number(m_feed.progress().requests + status.requests)));
}

/// What the store has got since it was looked at last.
void FetchFollow::collect()
{
    const EventSnapshot events = m_feed.snapshot();
    const std::vector<EventRow> fresh = rowsOfScope(events, m_query.scope, m_known);
    m_known = events.rowCount();
    m_pending.insert(m_pending.end(), fresh.begin(), fresh.end());
    std::sort(m_pending.begin(), m_pending.end(), [&events](EventRow a, EventRow b) {
        return streamBefore(events, a, b);
    });
}

/// False: the output cannot be written, which was told.
bool FetchFollow::write(Instant settledUntil)
{
    const EventSnapshot events = m_feed.snapshot();
    const auto end = std::find_if(m_pending.begin(), m_pending.end(), [&](EventRow row) {
        return events.createdAt(row) >= settledUntil;
    });
    const std::vector<EventRow> rows(m_pending.begin(), end);
    if (rows.empty()) {
        return true;
    }
    showProgress({});
    if (const Status done = m_output.append({events, rows}, !m_hasBegun); !done) {
        if (!m_output.isFile()) {
            printMessage(tr("What was written last may have no end."));
        }
        endWith(done.error().code == ErrorCode::Cancelled ? Error() : done.error());
        return false;
    }
    m_pending.erase(m_pending.begin(), end);
    const auto late = std::count_if(rows.begin(), rows.end(), [&](EventRow row) {
        return m_hasBegun && events.createdAt(row) < m_writtenUntil;
    });
    if (late > 0) {
        printMessage(tr("Events that came late and stand behind younger ones: %1.").arg(late));
    }
    m_hasBegun = true;
    m_written += rows.size();
    if (m_lastEventId.isEmpty() || events.createdAt(rows.back()) >= m_writtenUntil) {
        m_writtenUntil = events.createdAt(rows.back());
        m_lastEventId = events.id(rows.back());
    }
    return true;
}

void FetchFollow::interrupt()
{
    if (!m_hasEnded) {
        endWith({});
    }
}

/// `error` without a message: it was interrupted.
void FetchFollow::endWith(const Error &error)
{
    m_hasEnded = true;
    m_feed.stopTail();
    showProgress({});
    const Status finished = m_hasBegun ? m_output.finish() : m_output.writePart({});
    if (!error.message.isEmpty()) {
        if (!finished) {
            printMessage(finished.error().message);
        }
        emit failed(error);
    } else {
        finished ? emit interrupted() : emit failed(finished.error());
    }
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// How the verb fetch goes on with --follow, and what it says at the end.
#include "app/commands/fetch.h"
#include "app/commands/fetchfollow.h"
#include "app/console.h"
#include "model/api/eventfeed.h"

#include <algorithm>

namespace playhead {

/// A resumed read ended where its range did. What came since is read before anything follows: a tail begins at the end of
/// what was read last, and another read may have left a gap before that.
void FetchCommand::readOn()
{
    m_hasReadOn = true;
    m_readBefore = m_feed->progress();
    FetchQuery query = m_order.query;
    query.scope.range.until = std::max(query.scope.range.until, m_wantedUntil);
    m_feed->fetch(query);
}

/// The read is done; what comes from now on is written as it settles.
void FetchCommand::followOn()
{
    if (m_isResumed && !m_hasReadOn) {
        readOn();
        return;
    }
    m_follow = new FetchFollow(*m_feed, m_output, m_order.query, m_startedAt, this);
    connect(m_feed.get(), &EventFeed::tailChanged, this, [this] {
        keepOrigin(m_feed->tailStatus().events);
    });
    connect(m_follow, &FetchFollow::interrupted, this, [this] { endFollowing({}); });
    connect(m_follow, &FetchFollow::failed, this, &FetchCommand::endFollowing);
    m_follow->start();
    if (!m_isEnded) {
        forgetRead(); // Only now: until its events are written the same command goes on with it.
    }
}

FetchProgress FetchCommand::totals() const
{
    FetchProgress all = m_feed->progress();
    const TailStatus &tail = m_feed->tailStatus();
    all.requests += m_readBefore.requests + tail.requests;
    all.retries += m_readBefore.retries + tail.retries;
    all.duplicates += m_readBefore.duplicates + tail.duplicates;
    all.windows += m_readBefore.windows;
    return all;
}

/// `error` without a message: it was interrupted, which is the usual end.
void FetchCommand::endFollowing(const Error &error)
{
    const bool isInterrupted = error.message.isEmpty();
    printMessage(isInterrupted
                     ? tr("Interrupted. Events written: %1.").arg(m_follow->written())
                     : tr("%1 Events written: %2.").arg(error.message).arg(m_follow->written()));
    if (!isInterrupted && !m_follow->lastEventId().isEmpty()) {
        // The same -o would write over what is there.
        printMessage((m_output.isFile() ? tr("To go on: --after %1, with another -o.")
                                        : tr("To go on: --after %1."))
                         .arg(m_follow->lastEventId().toString()));
    }
    if (m_isRemembered) {
        printMessage(tr("Run the same command again to write what was read."));
    }
    if (m_arguments.hasJsonSummary) {
        printErrorLine(fetchSummary(totals(),
                                    m_follow->written(),
                                    m_follow->lastEventId(),
                                    double(m_elapsed.elapsed()) / 1000));
    }
    endWith(isInterrupted ? kExitInterrupted : exitCodeOf(error.code));
}

} // namespace playhead

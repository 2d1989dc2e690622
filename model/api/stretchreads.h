// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"
#include "model/api/fetchquery.h"

#include <QObject>

namespace playhead {

class FeedWorker;

/// A feed's reads of stretches that a plan, an audit or a recovery needs. They are told here and never in the feed's own
/// progress, which is that of the read a person started: that one may be stopped or failed, and still goes on later.
///
/// The two share the store and the server, so only one runs: whichever starts stops the other. Who needs a stretch uses a
/// StretchReader, which waits for its turn.
class StretchReads : public QObject
{
    Q_OBJECT

public:
    StretchReads(FeedWorker &worker, QObject *parent);

    /// Starts a read and names it, never 0; one that runs is stopped first.
    quint64 start(const FetchQuery &query);
    /// Stops this one within 200 ms, no other.
    void stop(quint64 number);
    /// Goes on with the one that failed last, while no other reads: where it broke off, by time if its place was lost.
    void goOn(quint64 number);
    bool isActive() const { return m_isActive; }
    /// The newest one, of the store that is open.
    bool isNewest(quint64 number) const { return number == m_number; }

    // By the feed:
    void take(quint64 number, const FetchProgress &progress);
    /// The store that was open is closed; `whyNot`: what follows cannot be read any further.
    void leaveStore(const std::optional<Error> &whyNot = {});

signals:
    /// How far a read is, queued; the last one is told with Stopped, Failed or Done.
    void progressed(quint64 number, const playhead::FetchProgress &progress);
    void
    storeLeft(); ///< What is being read, or waits to be, belongs to a store that is closed now.

private:
    FeedWorker &m_worker;
    quint64 m_number = 0;
    bool m_isActive = false;
    std::optional<Error> m_whyNot;
};

} // namespace playhead

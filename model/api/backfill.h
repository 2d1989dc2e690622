// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/askedtypes.h"
#include "model/api/coveragewriter.h"
#include "model/api/fetchprogress.h"
#include "model/api/readtally.h"
#include "model/api/requestrecord.h"
#include "model/api/retrypolicy.h"
#include "model/api/windowreader.h"

#include <QObject>
#include <QTimer>

namespace playhead {

class ClientPool;
class Clock;
class Coverage;
class EventStore;
class RateLimit;

/// Reads a range, or what follows an event, page by page into the store: decides what is asked next, tries again after
/// faults, writes the coverage. Lives on the ingest thread with everything that it is given.
///
/// The range is cut into windows; each client of the pool reads one at a time, and one that has nothing left takes the later
/// half of the fullest. What is stored in the end, and its stream order, is the same as of a read by one client: equal times
/// are never in two windows, and within a window pages come one after another. A read with a limit, or from after an event,
/// is read by one client.
class Backfill : public QObject
{
    Q_OBJECT

public:
    Backfill(EventStore &store,
             ClientPool &clients,
             RateLimit &rate,
             Coverage &coverage,
             const TypeCatalogue &catalogue,
             const Clock &clock,
             const RetrySettings &retry = {},
             QObject *parent = nullptr);

    /// Starts a read; one that runs is stopped first.
    void start(const FetchQuery &query);
    /// Ends at once: pages on their way are dropped and asked again by goOn().
    void stop();
    /// Goes on with a stopped or failed read at the pages where it broke off.
    void goOn();

    const FetchProgress &progress() const { return m_progress; }

signals:
    void progressChanged();
    void coverageChanged();
    /// For every answer that was taken, before anything is done with it.
    void requestAnswered(const playhead::RequestRecord &record);

private:
    using Time = WindowReader::Time;

    void planWindows();
    void askOn(Time now);
    std::optional<Time> askOn(WindowReader &reader, Time now);
    void send(WindowReader &reader, PageRequest request);
    void tellWaiting(std::optional<Time> wake, Time now);
    void takeAnswer(WindowReader &reader, const PageReply &reply);
    bool isSameStream(const PageReply &reply);
    void takePage(WindowReader &reader, const WindowPage &page, const AnswerFacts &facts, Time now);
    void takeFault(WindowReader &reader, const Error &error, const PageReply &reply, Time now);
    bool adaptTypes(const Error &error, const PageReply &reply);
    void fail(const WindowReader &reader, const Error &error);
    void noteWindows();
    void end(FetchState state, const Error &error = {});
    bool writeCoverage();
    QString server() const;

    EventStore &m_store;
    ClientPool &m_clients;
    RateLimit &m_rate;
    const TypeCatalogue &m_catalogue;
    const Clock &m_clock;
    const CoverageMap &m_covered;
    RetryPolicy m_retry;
    FetchQuery m_query;
    FetchProgress m_progress;
    AskedTypes m_types;
    ReadTally m_tally;
    ReadWindows m_windows;
    CoverageWriter m_writer;
    std::vector<WindowReader> m_readers;
    size_t m_readersUsed = 1;
    QByteArray m_streamId;
    QTimer m_timer; ///< Until the next request may be sent.
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/askedtypes.h"
#include "model/api/eventsclient.h"
#include "model/api/fetchprogress.h"
#include "model/api/readtally.h"
#include "model/api/requestrecord.h"
#include "model/api/retrypolicy.h"
#include "model/api/windowread.h"

#include <QObject>
#include <QTimer>

namespace playhead {

class Clock;
class Coverage;
class EventStore;

/// Reads a range, or what follows an event, page by page into the store: decides what is asked next, tries again after
/// faults, writes the coverage. Lives on the ingest thread with everything that it is given.
///
/// A read is a list of windows, each with its own state; today they are read one after another by one client.
class Backfill : public QObject
{
    Q_OBJECT

public:
    Backfill(EventStore &store,
             EventsClient &client,
             Coverage &coverage,
             const TypeCatalogue &catalogue,
             const Clock &clock,
             const RetrySettings &retry = {},
             QObject *parent = nullptr);

    /// Starts a read; one that runs is stopped first.
    void start(const FetchQuery &query);
    void stop();
    /// Goes on with a stopped or failed read at the page where it broke off.
    void goOn();

    const FetchProgress &progress() const { return m_progress; }

signals:
    void progressChanged();
    void coverageChanged();
    /// For every answer that was taken, before anything is done with it.
    void requestAnswered(const playhead::RequestRecord &record);

private:
    struct Window
    {
        WindowRead read;
        Instant
            edge{}; ///< Coverage reaches no further: newer events may still have been hidden (semantics 8).
        bool isUnwritten = false; ///< Its coverage grew since it was last written.
    };

    void planWindows();
    void askNext();
    void takeAnswer(const PageReply &reply);
    void takePage(WindowPage page, const AnswerFacts &facts);
    Result<size_t> store(const WindowPage &page, const AnswerFacts &facts);
    void takeFault(const Error &error, const PageReply &reply);
    void waitAndTryAgain(const Error &error, std::chrono::milliseconds wait);
    void end(FetchState state, const Error &error = {});
    bool writeCoverageIfDue();
    Status writeCoverage();
    double shareRead() const;

    EventStore &m_store;
    EventsClient &m_client;
    Coverage &m_coverage;
    const TypeCatalogue &m_catalogue;
    const Clock &m_clock;
    RetryPolicy m_retry;
    FetchQuery m_query;
    FetchProgress m_progress;
    AskedTypes m_types;
    ReadTally m_tally;
    std::vector<Window> m_windows;
    size_t m_current = 0;
    QByteArray m_streamId;
    QTimer m_wait;
    quint64 m_unsyncedEvents = 0;
    std::chrono::steady_clock::time_point m_lastSync;
};

} // namespace playhead

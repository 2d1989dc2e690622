// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/backfill.h"
#include "model/api/coveragemap.h"
#include "model/api/eventfeed.h"
#include "model/api/feedsettings.h"
#include "model/api/livetail.h"
#include "model/api/ratelimit.h"
#include "model/api/requestrepeat.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace playhead {

class ClientPool;
class Coverage;
class Database;
class EventStore;
struct ListedEvents;

/// The part of an EventFeed that lives on the ingest thread, with the store, the coverage, the access manager and the read.
/// Its orders come as queued calls; its signals carry the number of the order that they answer.
class FeedWorker : public QObject
{
    Q_OBJECT

public:
    FeedWorker(const TypeCatalogue &catalogue, const Clock &clock, const FeedSettings &settings);
    ~FeedWorker() override; ///< After shutDown().

    void open(const FeedTarget &target, quint64 openNumber);
    void close();
    void setFetchTarget(const FetchTarget &target);
    void setFetchLimits(const FetchLimits &limits);
    void fetch(const FetchQuery &query, quint64 readNumber);
    void stop();
    void goOn(quint64 readNumber);
    /// A read of its own beside the one that fetch() starts, which can still go on afterwards; stops either that runs.
    void readStretch(const FetchQuery &query, quint64 number);
    void stopStretch(quint64 number); ///< This one, no other.
    void goOnStretch(quint64 number); ///< This one, which failed.
    /// Sends it once, whether a store can be written or not; its answer is only looked at.
    void repeat(const FetchTarget &target, const PageRequest &request);
    /// Keeps asking for what is new; waits while a read runs, which would read the same.
    void startTail(const FetchScope &scope, quint64 tailNumber);
    void stopTail();
    Status syncStore();
    /// Ends the read and closes everything, on the thread that made it.
    void shutDown();

signals:
    void opened(quint64 openNumber,
                const playhead::EventSnapshot &snapshot,
                const playhead::CoverageMap &coverage,
                const std::optional<playhead::Error> &lockError,
                const std::shared_ptr<playhead::ListedEvents> &listed);
    void openFailed(quint64 openNumber, const playhead::Error &error);
    void snapshotChanged(quint64 openNumber, const playhead::EventSnapshot &snapshot);
    void marksChanged(quint64 openNumber, const playhead::EventSnapshot &snapshot);
    void coverageChanged(quint64 openNumber, const playhead::CoverageMap &coverage);
    void progressChanged(quint64 readNumber, const playhead::FetchProgress &progress);
    void stretchProgressed(quint64 number, const playhead::FetchProgress &progress);
    void requestAnswered(quint64 openNumber, const playhead::RequestRecord &record);
    void requestRepeated(quint64 openNumber, const playhead::RepeatedRequest &repeated);
    void tailChanged(quint64 tailNumber, const playhead::TailStatus &status);

private:
    Status openStore(const FeedTarget &target);
    Status openCoverage(const FeedTarget &target);
    void makeBackfill(FetchTarget target); // by value: the clients that hold it go
    void limitRate(const QUrl &baseUrl);
    std::unique_ptr<Backfill> newBackfill();
    void followRead(const Backfill &read);
    void stopReads();
    void makeTail(const FeedTarget &target);
    void tellMarks();
    void refuse(const Error &error, const FetchQuery &query);

    const TypeCatalogue &m_catalogue;
    const Clock &m_clock;
    FeedSettings m_settings;
    quint64 m_openNumber = 0;
    quint64 m_readNumber = 0;
    quint64 m_stretchNumber = 0;
    bool m_isReplacing = false; ///< A read is stopped because another one begins.
    quint64 m_tailNumber = 0;
    QTimer m_marksDelay; ///< Runs while marks are to be told: a read may mark thousands of events.
    std::optional<Error> m_lockedError; ///< Set when the store is open for reading only.
    // Destroyed in the opposite order.
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<Coverage> m_coverage;
    RateLimit m_rate; ///< Of everything that asks the server.
    QString m_limitedServer; ///< Its host and port.
    std::unique_ptr<ClientPool> m_clients;
    std::unique_ptr<Backfill> m_backfill; ///< What a person reads.
    std::unique_ptr<Backfill>
        m_stretch; ///< What a plan, an audit or a recovery reads; never both at once.
    std::unique_ptr<RequestRepeat> m_repeat; ///< Made for the first one.
    std::unique_ptr<EventsClient> m_tailClient;
    std::unique_ptr<LiveTail> m_tail;
};

} // namespace playhead

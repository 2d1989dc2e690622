// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/askedtypes.h"
#include "model/api/eventsclient.h"
#include "model/api/feedsettings.h"
#include "model/api/ratelimit.h"
#include "model/api/requestrecord.h"
#include "model/api/retrypolicy.h"
#include "model/api/tailmarks.h"
#include "model/api/tailplace.h"
#include "model/api/tailstatus.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace playhead {

class Clock;
class Coverage;

/// Keeps asking for what is new and stores it. A poll reads page by page from the tail's place to the end. A network that is
/// down, a server that fails or asks for a pause are waited out without a limit, which is what a tail is for. By name stop it
/// a refusal, and a page that comes broken or repeated as often as a read would try it (semantics 7). Since its place comes
/// from the coverage, nothing is missing after sleep, a dead network or a restart. Lives on the ingest thread with everything
/// that it is given.
class LiveTail : public QObject
{
    Q_OBJECT

public:
    LiveTail(EventStore &store,
             EventsClient &client,
             RateLimit &rate,
             Coverage &coverage,
             const TypeCatalogue &catalogue,
             const Clock &clock,
             const FeedSettings &settings = {},
             QObject *parent = nullptr);

    /// Starts where what was read of the scope's types and organization ends, or, when nothing was read inside the scope's
    /// range, at the range's start. The range's end plays no part. With `isPaused` nothing is asked before resume().
    void start(const FetchScope &scope, bool isPaused = false);
    void stop();
    /// While a read of the same store runs: what that reads needs no asking twice, and it has the server to itself.
    void pause();
    void resume();

    const TailStatus &status() const { return m_status; }

signals:
    void statusChanged();
    void coverageChanged();
    /// For every answer that was taken, before anything is done with it.
    void requestAnswered(const playhead::RequestRecord &record);

private:
    void findPlace();
    void seeWhatIsStored();
    void poll();
    void ask();
    void send();
    void takeAnswer(const PageReply &reply);
    Error startedAnew(const PageReply &reply) const;
    void takePage(const WindowPage &page, const AnswerFacts &facts);
    Status store(const WindowPage &page);
    void endPoll();
    void takeFault(const Error &error, const PageReply &reply);
    bool adaptTypes(const Error &error, const PageReply &reply);
    void wait(std::chrono::milliseconds pause, TailState state);
    void fail(const Error &error);
    bool writeCoverage(bool isDue);
    Status writeCovered(const TimeRange &range);
    QString server() const;

    EventStore &m_store;
    EventsClient &m_client;
    RateLimit &m_rate;
    Coverage &m_coverage;
    const TypeCatalogue &m_catalogue;
    const Clock &m_clock;
    TailSettings m_settings;
    RetrySettings m_retrySettings;
    RetryPolicy m_retry;
    FetchScope m_scope;
    AskedTypes m_types;
    TailPlace m_place;
    TailStatus m_status;
    WindowRead m_window;
    bool m_isFirstPage = true; ///< Of the poll.
    int m_brokenAnswers = 0; ///< Malformed, without a good one in between.
    QByteArray m_streamId;
    std::chrono::milliseconds m_pause{};
    QTimer m_next;
    QElapsedTimer m_sinceSweep;
    QElapsedTimer m_sinceWritten;
    Instant m_writtenUntil{}; ///< The coverage reaches here.
    TailMarks m_marks;
    quint64 m_eventsBefore = 0; ///< As the status' events, before the poll.
};

} // namespace playhead

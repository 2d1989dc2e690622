// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/livetail.h"

#include "model/api/backfillerrors.h"
#include "model/api/coverage.h"
#include "model/api/fetcherrors.h"
#include "model/api/horizon.h"
#include "model/api/pagejudgement.h"
#include "model/api/pagenotes.h"
#include "model/api/tailerrors.h"
#include "model/core/clock.h"
#include "model/core/logging.h"
#include "model/events/eventstore.h"

#include <algorithm>

namespace playhead {

namespace {

using std::chrono::milliseconds;

/// While much is caught up on, the coverage follows, so that a crash does not read all of it again.
constexpr milliseconds kWriteEvery(1'000);
/// A range of 90 days begins at the horizon itself: that little misses nothing that a person asked for.
constexpr Duration kHorizonSlack = std::chrono::minutes(2);

/// For "how long ago", whatever the environment's clock says.
Instant wallNow()
{
    return SystemClock().now();
}

} // namespace

LiveTail::LiveTail(EventStore &store,
                   EventsClient &client,
                   RateLimit &rate,
                   Coverage &coverage,
                   const TypeCatalogue &catalogue,
                   const Clock &clock,
                   const FeedSettings &settings,
                   QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_client(client)
    , m_rate(rate)
    , m_coverage(coverage)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_settings(settings.tail)
    , m_retrySettings(settings.retry)
    , m_retry(settings.retry)
    , m_place(settings.tail)
    , m_window(WindowRead::ofRange({}))
{
    m_next.setSingleShot(true);
    connect(&m_client, &EventsClient::answered, this, &LiveTail::takeAnswer);
}

QString LiveTail::server() const
{
    return serverName(m_client.target().baseUrl);
}

void LiveTail::start(const FetchScope &scope, bool isPaused)
{
    stop();
    m_scope = scope;
    m_types = AskedTypes(scope.types, m_catalogue);
    m_status = {};
    m_status.state = TailState::CatchingUp;
    m_status.startedAt = wallNow();
    m_streamId.clear();
    m_marks = {};
    m_brokenAnswers = 0;
    m_sinceWritten.start();
    m_pause = m_settings.every;
    findPlace();
    qCInfo(lcApi).noquote() << "Live tail from" << isoUtcMs(m_place.coveredUntil());
    if (isPaused) {
        m_status.state = TailState::Paused;
        emit statusChanged();
        return;
    }
    poll();
}

void LiveTail::poll()
{
    const Instant now = m_clock.now();
    const Instant from = m_place.coveredUntil();
    const ClampedSince since = clampSince(from, now, m_client.target().baseUrl);
    if (since.wasMoved) {
        if (since.since - from > kHorizonSlack) {
            m_status.unreadable = {from, since.since};
        }
        m_place.coverTo(since.since);
        m_writtenUntil = since.since;
    }
    const bool isSweepDue = !m_sinceSweep.isValid()
                            || m_sinceSweep.hasExpired(m_settings.sweepEvery.count());
    m_window = m_place.beginPoll(now, isSweepDue);
    if (m_place.isFromCovered()) {
        m_sinceSweep.start();
    }
    m_isFirstPage = true;
    m_marks.beginPoll();
    m_eventsBefore = m_status.events;
    ask();
}

void LiveTail::ask()
{
    m_next.disconnect(this);
    const milliseconds wait = m_rate.take(std::chrono::steady_clock::now());
    if (wait.count() > 0) {
        connect(&m_next, &QTimer::timeout, this, &LiveTail::ask);
        m_next.start(wait);
    } else {
        send();
    }
    emit statusChanged();
}

void LiveTail::send()
{
    PageRequest request = m_place.request(m_window);
    request.types = m_types.sent();
    request.organization = m_scope.organization;
    ++m_status.requests;
    m_client.send(request);
}

void LiveTail::takeAnswer(const PageReply &reply)
{
    if (!m_status.isOn() || m_status.state == TailState::Paused) {
        return;
    }
    RequestRecord record = recordOf(reply, RequestPurpose::LiveTail, m_status.failedTries + 1);
    const WindowPage page = judgePage(m_window, reply, m_store.snapshot(), server(), record);
    if (reply.page && record.error.message.isEmpty()) {
        record.error = startedAnew(reply);
    }
    emit requestAnswered(record);
    if (record.error.message.isEmpty()) {
        m_streamId = reply.facts.streamId.isEmpty() ? m_streamId : reply.facts.streamId;
        takePage(page, reply.facts);
    } else {
        takeFault(record.error, reply);
    }
}

/// Whether the server is not the one that was followed until now; no message = it is.
Error LiveTail::startedAnew(const PageReply &reply) const
{
    const QByteArray &streamId = reply.facts.streamId;
    if (!streamId.isEmpty() && !m_streamId.isEmpty() && m_streamId != streamId) {
        return otherStreamError(server());
    }
    if (!m_isFirstPage || !m_place.beginsAnew(*reply.page)) {
        return {};
    }
    return m_place.isFromCovered() ? begunAnewError(server())
                                   : beforeCursorError(server(), reply.request.after);
}

void LiveTail::takePage(const WindowPage &page, const AnswerFacts &facts)
{
    if (const Status stored = store(page); !stored) {
        fail(stored.error());
        return;
    }
    m_status.failedTries = 0;
    m_brokenAnswers = 0;
    m_status.error = {};
    m_isFirstPage = false;
    m_place.take(page, facts.now());
    m_status.settledUntil = m_place.settledUntil();
    m_window.moveOn(page);
    m_status.reached = m_marks.newest().value_or(m_place.coveredUntil());
    if (m_window.isFinished()) {
        endPoll();
        return;
    }
    if (m_status.state == TailState::Waiting) {
        m_status.state = m_status.lastGoodPoll ? TailState::Live : TailState::CatchingUp;
    }
    ask();
    // The next request is on its way while the disk works.
    writeCoverage(m_sinceWritten.hasExpired(kWriteEvery.count()));
}

Status LiveTail::store(const WindowPage &page)
{
    if (page.events.empty()) {
        return {};
    }
    const Result<AppendOutcome> outcome = m_store.append(page.events, m_scope.organization);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    m_status.events += outcome->added;
    const TailMarks::Marked marked = m_marks.mark(page, *outcome, m_store);
    m_status.late += marked.late;
    m_status.duplicates += marked.again;
    return {};
}

void LiveTail::endPoll()
{
    const Instant before = m_place.coveredUntil();
    m_place.endPoll(m_window);
    // A server whose clock lags by days lets nothing be covered: it is asked again later, not at once.
    const bool hasMore = m_place.hasMore() && m_place.coveredUntil() > before;
    const Duration unwritten = m_place.coveredUntil() - m_writtenUntil;
    if (!writeCoverage(hasMore || unwritten >= m_settings.sweepEvery)) {
        return;
    }
    if (hasMore) {
        m_sinceSweep.invalidate();
        poll();
        return;
    }
    ++m_status.polls;
    m_status.lastGoodPoll = wallNow();
    const bool hasNew = m_status.events > m_eventsBefore;
    m_pause = hasNew || m_status.polls == 1 ? m_settings.every
                                            : std::min(2 * m_pause, m_settings.longestPause);
    wait(m_pause, TailState::Live);
}

void LiveTail::wait(milliseconds pause, TailState state)
{
    m_status.state = state;
    m_status.nextPollAt = wallNow() + pause;
    m_next.disconnect(this);
    if (state == TailState::Waiting) {
        connect(&m_next, &QTimer::timeout, this, &LiveTail::ask);
    } else {
        connect(&m_next, &QTimer::timeout, this, &LiveTail::poll);
    }
    m_next.start(pause);
    emit statusChanged();
}

void LiveTail::takeFault(const Error &error, const PageReply &reply)
{
    if (adaptTypes(error, reply)) {
        ask();
        return;
    }
    if (!m_status.isOn()) {
        return;
    }
    if (!RetryPolicy::isWorthRetrying(error) && !isUnreachable(error)) {
        fail(error);
        return;
    }
    if (++m_status.failedTries == 1) {
        m_status.failingSince = wallNow();
    }
    ++m_status.retries;
    m_status.error = error;
    m_brokenAnswers += error.code == ErrorCode::Malformed ? 1 : 0;
    if (m_brokenAnswers >= m_retrySettings.tries) {
        fail(afterTries(error, m_brokenAnswers));
        return;
    }
    Error fault = error;
    if (isUnreachable(error)) {
        fault.code = ErrorCode::ConnectionLost;
    }
    // The waits grow as a read's do, but where that gives up, the tail goes on with the longest one.
    const int tries = std::clamp(m_status.failedTries, 1, std::max(1, m_retrySettings.tries - 1));
    const milliseconds pause = m_retry.waitAfter(tries, fault, reply.facts.retryAfter)
                                   .value_or(m_retrySettings.longestWait);
    if (error.code == ErrorCode::RateLimited) {
        m_rate.pause(std::chrono::steady_clock::now(), pause, error); // also for a read that starts
    }
    wait(pause, TailState::Waiting);
}

/// Semantics 6. True: ask again with other types.
bool LiveTail::adaptTypes(const Error &error, const PageReply &reply)
{
    if (error.code != ErrorCode::Unprocessable && error.code != ErrorCode::BadRequest) {
        return false;
    }
    if (m_types.isAllTypes()) {
        // What was read until now was read with the types sent until now.
        return writeCoverage(true) && m_types.adaptTo(reply.refusalBody, m_status.refusedTypes);
    }
    m_status.refusedTypes = m_types.namedIn(reply.refusalBody);
    if (!m_status.refusedTypes.isEmpty()) {
        fail(refusedTypesError(error, server(), m_status.refusedTypes));
    }
    return false;
}

void LiveTail::stop()
{
    if (m_status.isOn()) {
        m_client.cancel();
        m_next.stop();
        if (m_status.state == TailState::Paused || writeCoverage(true)) {
            m_status.state = TailState::Off;
            emit statusChanged();
        }
    }
}

void LiveTail::fail(const Error &error)
{
    m_client.cancel();
    m_next.stop();
    m_status.state = TailState::Failed;
    m_status.error = error;
    qCInfo(lcApi).noquote() << "Live tail stopped:" << error.message;
    writeCoverage(true);
    emit statusChanged();
}

void LiveTail::pause()
{
    if (m_status.isOn() && m_status.state != TailState::Paused) {
        m_client.cancel();
        m_next.stop();
        if (writeCoverage(true)) {
            m_status.state = TailState::Paused;
            emit statusChanged();
        }
    }
}

void LiveTail::resume()
{
    if (m_status.state != TailState::Paused) {
        return;
    }
    // Only what the read joined to the place: a stretch further on would leave a gap between.
    for (const TimeRange &range : m_coverage.map().covered(m_scope, m_catalogue)) {
        if (range.since <= m_place.coveredUntil() && range.until > m_place.coveredUntil()) {
            m_place.coverTo(range.until);
            m_writtenUntil = range.until;
        }
    }
    seeWhatIsStored();
    m_status.state = m_status.lastGoodPoll ? TailState::Live : TailState::CatchingUp;
    m_pause = m_settings.every;
    poll();
}

} // namespace playhead

#include "moc_livetail.cpp"

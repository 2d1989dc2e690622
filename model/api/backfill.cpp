// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/backfill.h"

#include "model/api/backfillerrors.h"
#include "model/api/clientpool.h"
#include "model/api/coverage.h"
#include "model/api/fetcherrors.h"
#include "model/api/pagejudgement.h"
#include "model/api/pagenotes.h"
#include "model/api/ratelimit.h"
#include "model/api/readplan.h"
#include "model/core/clock.h"
#include "model/core/logging.h"
#include "model/events/eventstore.h"

#include <algorithm>
#include <limits>

namespace playhead {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// A server may ask for a longer pause than a timer can count.
constexpr milliseconds kLongestTimer = std::chrono::hours(1);

} // namespace

Backfill::Backfill(EventStore &store,
                   ClientPool &clients,
                   RateLimit &rate,
                   Coverage &coverage,
                   const TypeCatalogue &catalogue,
                   const Clock &clock,
                   const RetrySettings &retry,
                   QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clients(clients)
    , m_rate(rate)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_covered(coverage.map())
    , m_retry(retry)
    , m_writer(store, coverage)
    , m_readers(clients.size())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { askOn(steady_clock::now()); });
    for (size_t i = 0; i < m_readers.size(); ++i) {
        m_readers[i].client = &clients.client(i);
        connect(m_readers[i].client,
                &EventsClient::answered,
                this,
                [this, i](const PageReply &reply) { takeAnswer(m_readers[i], reply); });
    }
}

void Backfill::start(const FetchQuery &query)
{
    stop();
    const Instant now = m_clock.now();
    m_query = query;
    m_query.scope.range = fixedRange(query, now);
    m_types = AskedTypes(query.scope.types, m_catalogue);
    m_tally = {};
    m_streamId.clear();
    m_progress = {};
    m_progress.state = FetchState::Running;
    m_progress.startedAt = now;
    m_writer.start();
    planWindows();
    qCInfo(lcApi).noquote() << "Reading from" << isoUtcMs(m_progress.range.since) << "to"
                            << isoUtcMs(m_progress.range.until) << "in" << m_windows.size()
                            << "windows," << m_readersUsed << "at once";
    emit progressChanged();
    askOn(steady_clock::now());
}

void Backfill::planWindows()
{
    // With a limit, what comes after the last wanted event would be asked for in vain.
    m_readersUsed = m_query.limit > 0 || !m_query.after.isEmpty() ? 1 : m_readers.size();
    ReadPlan plan =
        planRead(m_query, int(m_readersUsed), m_covered, m_store.snapshot(), m_catalogue);
    m_windows = ReadWindows(std::move(plan.windows), m_readersUsed > 1);
    m_progress.range = plan.range;
    noteWindows();
}

QString Backfill::server() const
{
    return serverName(m_clients.target().baseUrl);
}

void Backfill::askOn(Time now)
{
    std::optional<Time> wake;
    for (size_t i = 0; i < m_readersUsed; ++i) {
        const std::optional<Time> at = askOn(m_readers[i], now);
        wake = at && wake ? std::min(*at, *wake) : at ? at : wake;
    }
    if (m_windows.isFinished()) {
        end(FetchState::Done);
        return;
    }
    if (wake) {
        const auto wait = std::chrono::ceil<milliseconds>(*wake - now);
        m_timer.start(std::min(wait, kLongestTimer));
    }
    noteWindows();
    tellWaiting(wake, now);
}

/// Sends the next request of an idle reader, if it may; else says when it may.
std::optional<Backfill::Time> Backfill::askOn(WindowReader &reader, Time now)
{
    if (reader.client->isBusy()) {
        return std::nullopt;
    }
    if (reader.window == nullptr) {
        reader.window = m_windows.take();
        if (reader.window == nullptr) {
            return std::nullopt;
        }
    }
    const Time earliest = std::max(reader.wakeAt, now + m_rate.pauseLeft(now));
    if (earliest > now) {
        return earliest;
    }
    if (const milliseconds wait = m_rate.take(now); wait.count() > 0) {
        return now + wait;
    }
    send(reader, reader.window->read.nextRequest());
    return std::nullopt;
}

void Backfill::send(WindowReader &reader, PageRequest request)
{
    request.types = m_types.sent();
    request.organization = m_query.scope.organization;
    if (m_query.limit > 0) {
        request.limit = int(std::min<quint64>(kPageLimit, m_query.limit - m_progress.events));
    }
    ++m_progress.requests;
    reader.client->send(request);
}

/// Waiting is when every open window waits for another try, or the server asked for a pause; waiting for the rate is not.
void Backfill::tellWaiting(std::optional<Time> wake, Time now)
{
    const bool isPaused = m_rate.pauseLeft(now).count() > 0;
    const ReadersState state = stateOf(m_readers, isPaused, now);
    const bool isWaiting = state.isWaiting && wake;
    const FetchState before = m_progress.state;
    m_progress.failedTries = state.failedTries;
    m_progress.failingSince = state.failingSince;
    m_progress.state = isWaiting ? FetchState::Waiting : FetchState::Running;
    m_progress.waitReason = !isWaiting ? Error() : isPaused ? m_rate.pauseReason() : state.fault;
    if (isWaiting) {
        m_progress.waitUntil = m_clock.now() + std::chrono::ceil<milliseconds>(*wake - now);
    }
    if (isWaiting || before != m_progress.state) {
        emit progressChanged();
    }
}

void Backfill::takeAnswer(WindowReader &reader, const PageReply &reply)
{
    if (!m_progress.isActive() || reader.window == nullptr) {
        return;
    }
    const Time now = steady_clock::now();
    RequestRecord record = recordOf(reply, RequestPurpose::Backfill, reader.failedTries + 1);
    const WindowPage page =
        judgePage(reader.window->read, reply, m_store.snapshot(), server(), record);
    const bool isOtherStream = !isSameStream(reply);
    if (isOtherStream) {
        record.error = otherStreamError(server());
    }
    emit requestAnswered(record);
    if (!m_progress.isActive() || reader.window == nullptr) {
        return; // Who was told has stopped the read.
    }
    if (isOtherStream) {
        fail(reader, record.error);
    } else if (record.error.message.isEmpty()) {
        takePage(reader, page, reply.facts, now);
    } else if (page.verdict == WindowPage::Verdict::NewestFirst) {
        fail(reader, record.error);
    } else {
        takeFault(reader, record.error, reply, now);
    }
    if (!m_progress.isActive()) {
        return;
    }
    askOn(now);
    // The next requests are on their way while the disk works.
    if (m_progress.isActive() && (!m_writer.isDue() || writeCoverage())) {
        emit progressChanged();
    }
}

bool Backfill::isSameStream(const PageReply &reply)
{
    if (m_streamId.isEmpty()) {
        m_streamId = reply.facts.streamId;
    }
    return reply.facts.streamId.isEmpty() || reply.facts.streamId == m_streamId;
}

void Backfill::takePage(WindowReader &reader,
                        const WindowPage &page,
                        const AnswerFacts &facts,
                        Time now)
{
    // The next request is on its way while this page is stored; should that fail, it is dropped with the read.
    if (m_query.limit == 0 && !page.isLast && m_rate.take(now).count() == 0) {
        send(reader, reader.window->read.requestAfter(page));
    }
    ReadWindow &window = *reader.window;
    window.noteAnswer(facts.now());
    const quint64 left = m_query.limit > 0 ? m_query.limit - m_progress.events
                                           : std::numeric_limits<quint64>::max();
    const Result<size_t> taken =
        m_tally.store(page, m_query.scope.organization, left, m_store, m_progress);
    if (!taken) {
        fail(reader, taken.error());
        return;
    }
    reader.failedTries = 0;
    m_progress.failedTries = 0;
    window.isUnwritten = true;
    m_writer.noteStored(*taken);
    window.take(page, *taken);
    if (!m_query.after.isEmpty() && window.read.covered()) {
        m_progress.range.since = window.read.range().since;
    }
    if (window.read.isFinished()) {
        reader.window = nullptr;
    }
    noteWindows();
    if (m_query.limit > 0 && m_progress.events >= m_query.limit) {
        end(FetchState::Done);
    }
}

void Backfill::takeFault(WindowReader &reader, const Error &error, const PageReply &reply, Time now)
{
    if (adaptTypes(error, reply) || !m_progress.isActive()) {
        return;
    }
    if (++reader.failedTries == 1) {
        reader.failingSince = m_clock.now();
    }
    reader.fault = error;
    const auto wait = m_retry.waitAfter(reader.failedTries, error, reply.facts.retryAfter);
    if (!wait) {
        if (error.code == ErrorCode::CursorUnknown && m_query.after.isEmpty()) {
            m_windows.askByTime(); // Who has forgotten one place has most likely forgotten all.
            fail(reader, lostPlaceError(error, server(), reply.request.after));
        } else {
            fail(reader, afterTries(error, reader.failedTries));
        }
        return;
    }
    ++m_progress.retries;
    if (error.code == ErrorCode::RateLimited && reply.facts.retryAfter
        && reply.facts.retryAfter->count() > 0) {
        m_rate.pause(now, *wait, error);
    } else {
        reader.wakeAt = now + *wait;
    }
}

/// Takes in what a refusal says about the types (semantics 6). True: ask again with others.
bool Backfill::adaptTypes(const Error &error, const PageReply &reply)
{
    if (error.code != ErrorCode::Unprocessable && error.code != ErrorCode::BadRequest) {
        return false;
    }
    if (!m_types.isAllTypes()) {
        const QStringList refused = m_types.namedIn(reply.refusalBody);
        if (!refused.isEmpty()) {
            m_progress.refusedTypes = refused;
            end(FetchState::Failed, refusedTypesError(error, server(), refused));
        }
        return false;
    }
    if (reply.request.types != m_types.sent()) {
        // Another reader's answer has changed them meanwhile.
        return true;
    }
    // What was read until now was read with the types sent until now.
    if (!writeCoverage()) {
        return false;
    }
    return m_types.adaptTo(reply.refusalBody, m_progress.refusedTypes);
}

void Backfill::stop()
{
    if (m_progress.isActive()) {
        end(FetchState::Stopped);
    }
}

void Backfill::goOn()
{
    if (m_progress.state != FetchState::Stopped && m_progress.state != FetchState::Failed) {
        return;
    }
    m_progress.failedTries = 0;
    m_progress.state = FetchState::Running;
    m_progress.error = {};
    m_progress.endedAt = {};
    if (!m_types.isAllTypes()) {
        m_progress.refusedTypes.clear();
    }
    emit progressChanged();
    askOn(steady_clock::now());
}

void Backfill::fail(const WindowReader &reader, const Error &error)
{
    m_progress.failedTries = reader.failedTries;
    m_progress.failingSince = reader.failingSince;
    end(FetchState::Failed, error);
}

void Backfill::end(FetchState state, const Error &error)
{
    m_timer.stop();
    for (WindowReader &reader : m_readers) {
        reader.client->cancel();
        EventsClient *client = reader.client;
        reader = {};
        reader.client = client;
    }
    m_windows.release();
    m_progress.lastEventId = m_tally.newestBefore(m_windows.settledUntil(), m_store.snapshot());
    m_progress.state = state;
    m_progress.error = error;
    m_progress.waitReason = {};
    // A disk that fails is told, unless something failed before it.
    if (const Result<bool> written =
            m_writer.write(m_windows, m_types.coverageKey(m_query.scope.organization));
        !written) {
        m_progress.state = FetchState::Failed;
        m_progress.error = state == FetchState::Failed ? error : written.error();
    } else if (*written) {
        emit coverageChanged();
    }
    noteWindows();
    m_progress.endedAt = m_clock.now();
    qCInfo(lcApi).noquote() << "Read ended with" << m_progress.events << "events,"
                            << m_progress.requests << "requests" << m_progress.error.message;
    emit progressChanged();
}

void Backfill::noteWindows()
{
    m_progress.windows = quint64(m_windows.finished());
    m_progress.windowsOpen = m_windows.open();
    m_progress.windowsInAll = int(m_windows.size());
    m_progress.share = m_windows.shareRead(m_progress.range);
}

/// False: that failed, and the read has ended.
bool Backfill::writeCoverage()
{
    const Result<bool> written = m_writer.write(m_windows,
                                                m_types.coverageKey(m_query.scope.organization));
    if (!written) {
        end(FetchState::Failed, written.error());
        return false;
    }
    if (*written) {
        emit coverageChanged();
    }
    return true;
}

} // namespace playhead

#include "moc_backfill.cpp"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/backfill.h"

#include "model/api/backfillerrors.h"
#include "model/api/coverage.h"
#include "model/api/fetcherrors.h"
#include "model/api/pagenotes.h"
#include "model/api/readplan.h"
#include "model/api/timeranges.h"
#include "model/core/clock.h"
#include "model/core/logging.h"
#include "model/events/eventstore.h"

#include <algorithm>

namespace playhead {

namespace {

/// Newer events than this may still be hidden from ascending reads (semantics 8).
constexpr Duration kHoldBackMargin = std::chrono::seconds(60);
/// The margin of "the newest event that will not be overtaken" (semantics 22).
constexpr Duration kSettleMargin = std::chrono::seconds(10);
constexpr quint64 kSyncEvents = 10'000;
constexpr auto kSyncEvery = std::chrono::seconds(1);

} // namespace

Backfill::Backfill(EventStore &store,
                   EventsClient &client,
                   Coverage &coverage,
                   const TypeCatalogue &catalogue,
                   const Clock &clock,
                   const RetrySettings &retry,
                   QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_client(client)
    , m_coverage(coverage)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_retry(retry)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        m_progress.state = FetchState::Running;
        m_progress.waitReason = {};
        emit progressChanged();
        askNext();
    });
    connect(&m_client, &EventsClient::answered, this, &Backfill::takeAnswer);
}

void Backfill::start(const FetchQuery &query)
{
    stop();
    const Instant now = m_clock.now();
    m_query = query;
    TimeRange &range = m_query.scope.range;
    const bool isOpenEnded = !query.after.isEmpty() && range.until == Instant{};
    // The demo's clock stands still at its newest event, which belongs to what happened until now.
    const Instant afterNow = floorToMs(now) + std::chrono::milliseconds(1);
    range.until = isOpenEnded ? afterNow : std::min(range.until, afterNow);
    m_types = AskedTypes(query.scope.types, m_catalogue);
    m_tally = {};
    m_streamId.clear();
    m_progress = {};
    m_progress.state = FetchState::Running;
    m_progress.startedAt = now;
    m_lastSync = std::chrono::steady_clock::now();
    m_unsyncedEvents = 0;
    planWindows();
    qCInfo(lcApi).noquote() << "Reading from" << isoUtcMs(m_progress.range.since) << "to"
                            << isoUtcMs(m_progress.range.until) << "in" << m_windows.size()
                            << "windows";
    emit progressChanged();
    askNext();
}

void Backfill::planWindows()
{
    ReadPlan plan = planRead(m_query, m_coverage.map(), m_store.snapshot(), m_catalogue);
    m_windows.clear();
    m_windows.reserve(plan.windows.size());
    for (WindowRead &window : plan.windows) {
        m_windows.push_back({std::move(window)});
    }
    m_current = 0;
    m_progress.range = plan.range;
    m_progress.share = shareRead();
}

void Backfill::askNext()
{
    while (m_current < m_windows.size() && m_windows[m_current].read.isFinished()) {
        ++m_current;
    }
    if (m_current == m_windows.size()) {
        end(FetchState::Done);
        return;
    }
    PageRequest request = m_windows[m_current].read.nextRequest();
    request.types = m_types.sent();
    request.organization = m_query.scope.organization;
    if (m_query.limit > 0) {
        request.limit = int(std::min<quint64>(kPageLimit, m_query.limit - m_progress.events));
    }
    ++m_progress.requests;
    m_client.send(request);
}

void Backfill::takeAnswer(const PageReply &reply)
{
    if (!m_progress.isActive()) {
        return;
    }
    const QString server = serverName(m_client.target().baseUrl);
    RequestRecord record = recordOf(reply, RequestPurpose::Backfill, m_progress.failedTries + 1);
    WindowPage page;
    if (reply.page) {
        page = m_windows[m_current].read.read(*reply.page);
        record.notes = notesOn(*reply.page, reply.request, page.verdict);
        if (page.verdict == WindowPage::Verdict::Repeated) {
            record.error = repeatedPageError(server);
        } else if (page.verdict == WindowPage::Verdict::NewestFirst) {
            record.error = newestFirstError(server);
        }
    }
    emit requestAnswered(record);
    if (!reply.facts.streamId.isEmpty()) {
        if (!m_streamId.isEmpty() && m_streamId != reply.facts.streamId) {
            end(FetchState::Failed, otherStreamError(server));
            return;
        }
        m_streamId = reply.facts.streamId;
    }
    if (record.error.message.isEmpty()) {
        takePage(std::move(page), reply.facts);
    } else if (page.verdict == WindowPage::Verdict::NewestFirst) {
        end(FetchState::Failed, record.error);
    } else {
        takeFault(record.error, reply);
    }
}

void Backfill::takePage(WindowPage page, const AnswerFacts &facts)
{
    const Result<size_t> taken = store(page, facts);
    if (!taken) {
        end(FetchState::Failed, taken.error());
        return;
    }
    Window &window = m_windows[m_current];
    m_progress.failedTries = 0;
    window.edge = facts.now() - kHoldBackMargin;
    window.isUnwritten = true;
    m_unsyncedEvents += *taken;
    if (*taken == page.events.size()) {
        window.read.moveOn(page);
    } else {
        window.read.stopInside(page, *taken);
    }
    if (window.read.isFinished()) {
        ++m_progress.windows;
    }
    if (!m_query.after.isEmpty() && window.read.covered()) {
        m_progress.range.since = window.read.range().since;
    }
    m_progress.share = shareRead();
    if (m_query.limit > 0 && m_progress.events >= m_query.limit) {
        end(FetchState::Done);
        return;
    }
    askNext();
    // The next request is on its way while the disk works.
    if (m_progress.isActive() && writeCoverageIfDue()) {
        emit progressChanged();
    }
}

Result<size_t> Backfill::store(const WindowPage &page, const AnswerFacts &facts)
{
    std::span<const DecodedEvent> events(page.events);
    if (m_query.limit > 0) {
        events = events.first(
            m_tally.countForLimit(events, m_query.limit - m_progress.events, m_store.snapshot()));
    }
    if (events.empty()) {
        return 0;
    }
    const Result<AppendOutcome> outcome = m_store.append(events, m_query.scope.organization);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    const std::vector<EventRow> again =
        m_tally.add(events, *outcome, facts.now() - kSettleMargin, m_progress);
    for (const EventRow row : again) {
        m_store.markReceivedAgain(row);
    }
    for (size_t i = 0; i < events.size(); ++i) {
        const EventRow row = outcome->rows[i];
        if (page.isLate[i] && std::find(again.begin(), again.end(), row) == again.end()) {
            m_store.markOutOfOrder(row);
        }
    }
    return events.size();
}

void Backfill::takeFault(const Error &error, const PageReply &reply)
{
    const bool isRefusal = error.code == ErrorCode::Unprocessable
                           || error.code == ErrorCode::BadRequest;
    if (isRefusal && m_types.isAllTypes()) {
        // What was read until now was read with the types sent until now.
        if (Status written = writeCoverage(); !written) {
            end(FetchState::Failed, written.error());
            return;
        }
        if (m_types.adaptTo(reply.refusalBody, m_progress.refusedTypes)) {
            emit progressChanged();
            askNext();
            return;
        }
    } else if (isRefusal) {
        m_progress.refusedTypes = m_types.namedIn(reply.refusalBody);
        if (!m_progress.refusedTypes.isEmpty()) {
            end(FetchState::Failed,
                refusedTypesError(error,
                                  serverName(m_client.target().baseUrl),
                                  m_progress.refusedTypes));
            return;
        }
    }
    if (++m_progress.failedTries == 1) {
        m_progress.failingSince = m_clock.now();
    }
    if (const auto wait =
            m_retry.waitAfter(m_progress.failedTries, error, reply.facts.retryAfter)) {
        waitAndTryAgain(error, *wait);
    } else {
        end(FetchState::Failed, afterTries(error, m_progress.failedTries));
    }
}

void Backfill::waitAndTryAgain(const Error &error, std::chrono::milliseconds wait)
{
    ++m_progress.retries;
    m_progress.state = FetchState::Waiting;
    m_progress.waitReason = error;
    m_progress.waitUntil = m_clock.now() + wait;
    m_wait.start(wait);
    emit progressChanged();
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
    askNext();
}

void Backfill::end(FetchState state, const Error &error)
{
    m_client.cancel();
    m_wait.stop();
    m_progress.state = state;
    m_progress.error = error;
    m_progress.waitReason = {};
    if (const Status written = writeCoverage(); !written && state != FetchState::Failed) {
        m_progress.state = FetchState::Failed;
        m_progress.error = written.error();
    }
    m_progress.endedAt = m_clock.now();
    qCInfo(lcApi).noquote() << "Read ended with" << m_progress.events << "events,"
                            << m_progress.requests << "requests" << m_progress.error.message;
    emit progressChanged();
}

bool Backfill::writeCoverageIfDue()
{
    const bool isWindowDone = m_current > 0 && m_windows[m_current - 1].isUnwritten;
    const bool isDue = std::chrono::steady_clock::now() - m_lastSync >= kSyncEvery
                       || m_unsyncedEvents >= kSyncEvents;
    if (!isDue && !isWindowDone) {
        return true;
    }
    if (const Status written = writeCoverage(); !written) {
        end(FetchState::Failed, written.error());
        return false;
    }
    return true;
}

Status Backfill::writeCoverage()
{
    if (std::none_of(m_windows.begin(), m_windows.end(), [](const Window &window) {
            return window.isUnwritten;
        })) {
        return {};
    }
    if (Status synced = m_store.sync(); !synced) {
        return synced;
    }
    const EventRow storedRows = m_store.snapshot().rowCount();
    for (Window &window : m_windows) {
        if (!window.isUnwritten) {
            continue;
        }
        window.isUnwritten = false;
        std::optional<TimeRange> covered = window.read.covered();
        if (covered) {
            covered->until = std::min(covered->until, window.edge);
        }
        if (!covered || covered->isEmpty()) {
            continue;
        }
        if (Status added = m_coverage.add(m_types.coverageKey(m_query.scope.organization),
                                          *covered,
                                          storedRows);
            !added) {
            window.isUnwritten = true;
            return added;
        }
    }
    m_unsyncedEvents = 0;
    m_lastSync = std::chrono::steady_clock::now();
    emit coverageChanged();
    return {};
}

double Backfill::shareRead() const
{
    const Duration whole = m_progress.range.until - m_progress.range.since;
    if (whole.count() <= 0) {
        return 1;
    }
    Duration left{};
    for (const Window &window : m_windows) {
        const TimeRange &range = window.read.range();
        const Instant from = std::max(m_progress.range.since, window.read.reached());
        left += std::max(Duration{}, range.until - from);
    }
    return std::clamp(1.0 - double(left.count()) / double(whole.count()), 0.0, 1.0);
}

} // namespace playhead

#include "moc_backfill.cpp"

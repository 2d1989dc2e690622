// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/feedworker.h"

#include "model/api/backfillerrors.h"
#include "model/api/clientpool.h"
#include "model/api/coverage.h"
#include "model/api/horizon.h"
#include "model/core/clock.h"
#include "model/core/logging.h"
#include "model/events/eventstore.h"
#include "model/events/listedevents.h"

#include <QScopedValueRollback>

#include <limits>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

/// Whoever counts marked events does it over all of them: a few times a second is enough.
constexpr auto kMarksDelay = std::chrono::milliseconds(250);

} // namespace

FeedWorker::FeedWorker(const TypeCatalogue &catalogue,
                       const Clock &clock,
                       const FeedSettings &settings)
    : m_catalogue(catalogue)
    , m_clock(clock)
    , m_settings(settings)
    , m_marksDelay(this)
{
    m_marksDelay.setSingleShot(true);
    m_marksDelay.setInterval(kMarksDelay);
    connect(&m_marksDelay, &QTimer::timeout, this, &FeedWorker::tellMarks);
}

FeedWorker::~FeedWorker() = default;

void FeedWorker::open(const FeedTarget &target, quint64 openNumber)
{
    close();
    m_openNumber = openNumber;
    Status done = openStore(target);
    if (done) {
        done = openCoverage(target);
    }
    if (!done) {
        close();
        emit openFailed(openNumber, done.error());
        return;
    }
    makeBackfill(target.fetch);
    makeTail(target);
    const EventSnapshot events = m_store->snapshot();
    const auto listed = m_settings.listsEvents ? std::make_shared<ListedEvents>(listEvents(events))
                                               : nullptr;
    emit opened(openNumber, events, m_coverage->map(), m_lockedError, listed);
}

Status FeedWorker::openStore(const FeedTarget &target)
{
    const QString folder = target.dataFolder + u"/events/"_s + target.storeKey;
    Result<std::unique_ptr<EventStore>> store = EventStore::open(folder, m_catalogue);
    if (!store && store.error().code == ErrorCode::Locked) {
        m_lockedError = store.error();
        store = EventStore::open(folder, m_catalogue, EventStore::Access::ReadOnly);
    }
    if (!store) {
        return tl::unexpected(store.error());
    }
    m_store = std::move(*store);
    connect(m_store.get(), &EventStore::rowsAppended, this, [this] {
        emit snapshotChanged(m_openNumber, m_store->snapshot());
    });
    connect(m_store.get(), &EventStore::rowsMarked, this, [this] {
        if (!m_marksDelay.isActive()) {
            m_marksDelay.start();
        }
    });
    return {};
}

void FeedWorker::tellMarks()
{
    m_marksDelay.stop();
    emit marksChanged(m_openNumber, m_store->snapshot());
}

Status FeedWorker::openCoverage(const FeedTarget &target)
{
    Result<Database> database = Database::open(target.dataFolder + u"/playhead.sqlite"_s);
    if (!database) {
        return tl::unexpected(database.error());
    }
    m_database = std::make_unique<Database>(std::move(*database));
    // The writer may have gone on since a read-only store was opened, so its count proves nothing there.
    const EventRow rows = m_lockedError ? std::numeric_limits<EventRow>::max()
                                        : m_store->snapshot().rowCount();
    Result<Coverage> coverage = Coverage::load(*m_database, target.storeKey, rows);
    if (!coverage) {
        return tl::unexpected(coverage.error());
    }
    m_coverage = std::make_unique<Coverage>(std::move(*coverage));
    return {};
}

void FeedWorker::makeBackfill(FetchTarget target)
{
    if (m_lockedError) {
        return;
    }
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
    }
    limitRate(target.baseUrl);
    m_backfill.reset(); // before the clients that they use
    m_stretch.reset();
    m_clients = std::make_unique<ClientPool>(*m_network,
                                             m_catalogue,
                                             m_clock,
                                             m_settings.client,
                                             m_settings.limits.windows);
    m_clients->setTarget(target);
    m_backfill = newBackfill();
    connect(m_backfill.get(), &Backfill::progressChanged, this, [this] {
        followRead(*m_backfill);
        emit progressChanged(m_readNumber, m_backfill->progress());
    });
    m_stretch = newBackfill();
    connect(m_stretch.get(), &Backfill::progressChanged, this, [this] {
        followRead(*m_stretch);
        emit stretchProgressed(m_stretchNumber, m_stretch->progress());
    });
}

std::unique_ptr<Backfill> FeedWorker::newBackfill()
{
    auto read = std::make_unique<Backfill>(
        *m_store, *m_clients, m_rate, *m_coverage, m_catalogue, m_clock, m_settings.retry);
    connect(read.get(), &Backfill::coverageChanged, this, [this] {
        emit coverageChanged(m_openNumber, m_coverage->map());
    });
    connect(read.get(), &Backfill::requestAnswered, this, [this](const RequestRecord &record) {
        emit requestAnswered(m_openNumber, record);
    });
    return read;
}

void FeedWorker::followRead(const Backfill &read)
{
    const bool isActive = read.progress().isActive();
    // Who is told that the read has ended sees all that it did.
    if (!isActive && m_marksDelay.isActive()) {
        tellMarks();
    }
    if (isActive) {
        m_tail->pause();
    } else if (!m_isReplacing) {
        m_tail->resume();
    }
}

void FeedWorker::makeTail(const FeedTarget &target)
{
    if (m_lockedError) {
        return;
    }
    m_tailClient =
        std::make_unique<EventsClient>(*m_network, m_catalogue, m_clock, m_settings.client);
    m_tailClient->setTarget(target.fetch);
    m_tail = std::make_unique<LiveTail>(
        *m_store, *m_tailClient, m_rate, *m_coverage, m_catalogue, m_clock, m_settings);
    connect(m_tail.get(), &LiveTail::statusChanged, this, [this] {
        if (m_marksDelay.isActive() && m_tail->status().state != TailState::CatchingUp) {
            tellMarks(); // who is told of a poll sees all that it did
        }
        emit tailChanged(m_tailNumber, m_tail->status());
    });
    connect(m_tail.get(), &LiveTail::coverageChanged, this, [this] {
        emit coverageChanged(m_openNumber, m_coverage->map());
    });
    connect(m_tail.get(), &LiveTail::requestAnswered, this, [this](const RequestRecord &record) {
        emit requestAnswered(m_openNumber, record);
    });
}

void FeedWorker::startTail(const FetchScope &scope, quint64 tailNumber)
{
    m_tailNumber = tailNumber;
    if (!m_tail) {
        TailStatus refused;
        refused.state = TailState::Failed;
        refused.error = m_lockedError ? *m_lockedError : nothingOpenError();
        emit tailChanged(tailNumber, refused);
        return;
    }
    m_tail->start(scope, m_backfill->progress().isActive() || m_stretch->progress().isActive());
}

void FeedWorker::stopTail()
{
    if (m_tail) {
        m_tail->stop();
    }
}

void FeedWorker::close()
{
    if (m_tail) {
        m_tail->stop();
    }
    if (m_backfill) {
        m_backfill->stop();
        m_stretch->stop();
    }
    if (m_store && !m_lockedError) {
        if (const Status synced = m_store->sync(); !synced) {
            qCWarning(lcApi).noquote() << synced.error().message;
        }
    }
    m_marksDelay.stop();
    m_repeat.reset();
    m_tail.reset();
    m_tailClient.reset();
    m_backfill.reset();
    m_stretch.reset();
    m_clients.reset();
    m_coverage.reset();
    m_store.reset();
    m_database.reset();
    m_lockedError.reset();
}

void FeedWorker::setFetchTarget(const FetchTarget &target)
{
    if (m_clients) {
        m_clients->setTarget(target);
        m_tailClient->setTarget(target);
        limitRate(target.baseUrl);
    }
}

/// A bucket for each server: another one asked for no pause, the same one is not filled anew.
void FeedWorker::limitRate(const QUrl &baseUrl)
{
    const int perSecond = m_settings.limits.rate.value_or(isLoopbackUrl(baseUrl) ? 0 : kUsualRate);
    if (perSecond != m_rate.perSecond() || baseUrl.authority() != m_limitedServer) {
        m_rate = RateLimit(perSecond);
        m_limitedServer = baseUrl.authority();
    }
}

void FeedWorker::setFetchLimits(const FetchLimits &limits)
{
    m_settings.limits = limits;
    if (m_clients) {
        limitRate(m_clients->target().baseUrl);
    }
}

void FeedWorker::refuse(const Error &error, const FetchQuery &query)
{
    FetchProgress progress;
    progress.state = FetchState::Failed;
    progress.error = error;
    progress.range = query.scope.range;
    progress.startedAt = progress.endedAt = m_clock.now();
    emit progressChanged(m_readNumber, progress);
}

void FeedWorker::fetch(const FetchQuery &query, quint64 readNumber)
{
    stopReads();
    m_readNumber = readNumber;
    if (m_clients && int(m_clients->size()) != m_settings.limits.windows) {
        makeBackfill(m_clients->target());
    }
    if (m_backfill) {
        m_backfill->start(query);
    } else {
        refuse(m_lockedError ? *m_lockedError : nothingOpenError(), query);
    }
}

void FeedWorker::stop()
{
    if (m_backfill) {
        m_backfill->stop();
    }
}

/// Before another one begins.
void FeedWorker::stopReads()
{
    if (m_backfill) {
        // The tail stays paused from one read to the next: a poll in between would be cancelled at once.
        const QScopedValueRollback replacing(m_isReplacing, true);
        m_backfill->stop();
        m_stretch->stop();
    }
}

void FeedWorker::readStretch(const FetchQuery &query, quint64 number)
{
    stopReads();
    m_stretchNumber = number;
    if (m_stretch) {
        m_stretch->start(query);
        return;
    }
    FetchProgress refused;
    refused.state = FetchState::Failed;
    refused.error = m_lockedError ? *m_lockedError : nothingOpenError();
    emit stretchProgressed(number, refused);
}

void FeedWorker::stopStretch(quint64 number)
{
    if (m_stretch && number == m_stretchNumber) {
        m_stretch->stop();
    }
}

void FeedWorker::goOnStretch(quint64 number)
{
    if (m_stretch && number == m_stretchNumber) {
        m_stretch->goOn();
    }
}

void FeedWorker::goOn(quint64 readNumber)
{
    stopReads();
    m_readNumber = readNumber;
    if (!m_backfill) {
        refuse(m_lockedError ? *m_lockedError : nothingOpenError(), {});
        return;
    }
    m_backfill->goOn();
}

void FeedWorker::repeat(const FetchTarget &target, const PageRequest &request)
{
    if (!m_repeat) {
        m_repeat = std::make_unique<RequestRepeat>(m_rate, m_catalogue, m_clock, m_settings.client);
        connect(m_repeat.get(),
                &RequestRepeat::answered,
                this,
                [this](const RepeatedRequest &repeated) {
                    emit requestAnswered(m_openNumber, repeated.record);
                    emit requestRepeated(m_openNumber, repeated);
                });
    }
    m_repeat->send(target, request);
}

Status FeedWorker::syncStore()
{
    return m_store ? m_store->sync() : Status();
}

void FeedWorker::shutDown()
{
    close();
    m_network.reset();
}

} // namespace playhead

#include "moc_feedworker.cpp"

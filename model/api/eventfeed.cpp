// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/eventfeed.h"

#include "model/api/backfillerrors.h"
#include "model/api/coveragemap.h"
#include "model/api/feedworker.h"
#include "model/api/stretchreads.h"
#include "model/api/workerthread.h"
#include "model/core/clock.h"

#include <QSemaphore>
#include <QThread>
#include <QTimer>

#include <list>

namespace playhead {

struct EventFeed::Private
{
    Private(const TypeCatalogue &types, const Clock &time, const FeedSettings &settings)
        : catalogue(types)
        , clock(time)
        , worker(std::make_unique<FeedWorker>(types, time, settings))
        , stretches(*worker, nullptr)
    {}

    /// What comes of the store that was open, is not taken any more.
    void forgetStore()
    {
        ++openNumber;
        ++readNumber;
        ++tailNumber;
        progress = {};
        tail = {};
        snapshot = {};
        grown.reset();
        coverage = {};
        coveredScopes.clear();
        lockError.reset();
    }

    struct CoveredScope
    {
        FetchScope scope;
        TimeRanges ranges;
    };

    template<typename Order>
    void tell(Order order)
    {
        QMetaObject::invokeMethod(
            worker.get(), [order, to = worker.get()] { order(*to); }, Qt::QueuedConnection);
    }

    const TypeCatalogue &catalogue;
    const Clock &clock;
    QThread thread;
    // Moved to the thread; all that it owns is made and destroyed there (shutDown()).
    std::unique_ptr<FeedWorker> worker;
    StretchReads stretches;
    quint64 openNumber = 0;
    quint64 readNumber = 0;
    quint64 tailNumber = 0;
    QUrl baseUrl;
    EventSnapshot snapshot;
    std::optional<EventSnapshot> grown; ///< Has more rows than `snapshot` and has not been told.
    QTimer growthPause; ///< While it runs, growth waits.
    FetchProgress progress;
    TailStatus tail;
    CoverageMap coverage;
    std::list<CoveredScope>
        coveredScopes; ///< Answers of coverage(), until it changes. A list: references stay.
    std::optional<Error> lockError;
    FeedTarget target; ///< Of the open store.
};

EventFeed::EventFeed(const TypeCatalogue &catalogue, const Clock &clock, QObject *parent)
    : EventFeed(catalogue, clock, FeedSettings(), parent)
{}

EventFeed::EventFeed(const TypeCatalogue &catalogue,
                     const Clock &clock,
                     const FeedSettings &settings,
                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(catalogue, clock, settings))
{
    FeedWorker *worker = d->worker.get();
    worker->moveToThread(&d->thread);
    d->growthPause.setSingleShot(true);
    d->growthPause.setInterval(settings.growthPause);
    connect(&d->growthPause, &QTimer::timeout, this, &EventFeed::tellGrowth);
    connect(worker,
            &FeedWorker::opened,
            this,
            [this](quint64 number,
                   const EventSnapshot &snapshot,
                   const CoverageMap &coverage,
                   const std::optional<Error> &lockError) {
                if (number == d->openNumber) {
                    d->snapshot = snapshot;
                    d->coverage = coverage;
                    d->coveredScopes.clear();
                    d->lockError = lockError;
                    emit opened();
                }
            });
    connect(worker, &FeedWorker::openFailed, this, [this](quint64 number, const Error &error) {
        if (number == d->openNumber) {
            emit openFailed(error);
        }
    });
    connect(worker,
            &FeedWorker::snapshotChanged,
            this,
            [this](quint64 number, const EventSnapshot &snapshot) {
                if (number == d->openNumber) {
                    d->grown = snapshot;
                    if (!d->growthPause.isActive()) {
                        tellGrowth();
                    }
                }
            });
    connect(worker,
            &FeedWorker::marksChanged,
            this,
            [this](quint64 number, const EventSnapshot &snapshot) {
                if (number == d->openNumber) {
                    tellGrowth();
                    d->snapshot = snapshot;
                    emit marksChanged();
                }
            });
    connect(worker,
            &FeedWorker::coverageChanged,
            this,
            [this](quint64 number, const CoverageMap &coverage) {
                if (number == d->openNumber) {
                    tellGrowth(); // what is covered is there
                    d->coverage = coverage;
                    d->coveredScopes.clear();
                    emit coverageChanged();
                }
            });
    connect(worker,
            &FeedWorker::progressChanged,
            this,
            [this](quint64 number, const FetchProgress &progress) {
                if (number == d->readNumber) {
                    if (!progress.isActive()) {
                        tellGrowth(); // a read that has ended has brought all its events
                    }
                    d->progress = progress;
                    emit progressChanged();
                }
            });
    connect(worker,
            &FeedWorker::stretchProgressed,
            this,
            [this](quint64 number, const FetchProgress &progress) {
                if (!progress.isActive()) {
                    tellGrowth();
                }
                d->stretches.take(number, progress);
            });
    connect(worker,
            &FeedWorker::requestAnswered,
            this,
            [this](quint64 number, const RequestRecord &record) {
                if (number == d->openNumber) {
                    emit requestAnswered(record);
                }
            });
    connect(worker,
            &FeedWorker::requestRepeated,
            this,
            [this](quint64 number, const RepeatedRequest &repeated) {
                if (number == d->openNumber) {
                    emit requestRepeated(repeated);
                }
            });
    connect(worker,
            &FeedWorker::tailChanged,
            this,
            [this](quint64 number, const TailStatus &status) {
                if (number == d->tailNumber) {
                    if (status.state != TailState::CatchingUp) {
                        tellGrowth(); // what a poll brought is there
                    }
                    d->tail = status;
                    emit tailChanged();
                }
            });
    d->thread.setObjectName(QStringLiteral("ingest"));
    d->thread.start();
}

EventFeed::~EventFeed()
{
    FeedWorker *worker = d->worker.get();
    worker->disconnect(this);
    shutDownAndWait(*worker, d->thread);
}

void EventFeed::tellGrowth()
{
    if (d->grown) {
        d->snapshot = *std::exchange(d->grown, std::nullopt);
        if (d->growthPause.intervalAsDuration().count() > 0) {
            d->growthPause.start();
        }
        emit snapshotChanged();
    }
}

void EventFeed::open(const FeedTarget &target)
{
    d->target = target;
    d->baseUrl = target.fetch.baseUrl;
    d->forgetStore();
    d->tell([target, number = d->openNumber](FeedWorker &worker) { worker.open(target, number); });
    d->stretches.leaveStore();
}

void EventFeed::close()
{
    d->target = {};
    d->baseUrl.clear();
    d->forgetStore();
    d->tell([](FeedWorker &worker) { worker.close(); });
    d->stretches.leaveStore();
}

void EventFeed::reopen()
{
    open(FeedTarget(d->target));
}

void EventFeed::present(const EventSnapshot &snapshot,
                        const CoverageMap &coverage,
                        const std::optional<Error> &whyNot)
{
    close();
    d->stretches.leaveStore(whyNot.value_or(onlyCaptureError()));
    d->snapshot = snapshot;
    d->coverage = coverage;
    emit opened();
}

void EventFeed::presentMore(const EventSnapshot &snapshot, const CoverageMap &coverage)
{
    d->snapshot = snapshot;
    d->coverage = coverage;
    d->coveredScopes.clear();
    emit snapshotChanged();
    emit coverageChanged();
}

void EventFeed::presentMarks(const EventSnapshot &snapshot)
{
    d->snapshot = snapshot;
    emit marksChanged();
}

void EventFeed::setFetchTarget(const FetchTarget &target)
{
    d->target.fetch = target;
    d->baseUrl = target.baseUrl;
    d->tell([target](FeedWorker &worker) { worker.setFetchTarget(target); });
}

void EventFeed::setFetchLimits(const FetchLimits &limits)
{
    d->tell([limits](FeedWorker &worker) { worker.setFetchLimits(limits); });
}

void EventFeed::fetch(const FetchQuery &query)
{
    d->progress = {};
    d->progress.state = FetchState::Running;
    d->progress.range = query.scope.range;
    d->progress.startedAt = d->clock.now();
    d->tell([query, number = ++d->readNumber](FeedWorker &worker) { worker.fetch(query, number); });
}

void EventFeed::stop()
{
    d->tell([](FeedWorker &worker) { worker.stop(); });
}

void EventFeed::goOn()
{
    if (d->progress.state != FetchState::Stopped && d->progress.state != FetchState::Failed) {
        return;
    }
    d->progress.state = FetchState::Running;
    d->progress.error = {};
    d->tell([number = ++d->readNumber](FeedWorker &worker) { worker.goOn(number); });
}

StretchReads &EventFeed::stretches()
{
    return d->stretches;
}

Status EventFeed::repeat(const RequestRecord &record)
{
    if (Status allowed = checkRepeat(d->baseUrl, record); !allowed) {
        return allowed;
    }
    FeedWorker *worker = d->worker.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, target = d->target.fetch, request = record.request] {
            worker->repeat(target, request);
        },
        Qt::QueuedConnection);
    return {};
}

void EventFeed::startTail(const FetchScope &scope)
{
    d->tail = {};
    d->tail.state = TailState::CatchingUp;
    d->tell(
        [scope, number = ++d->tailNumber](FeedWorker &worker) { worker.startTail(scope, number); });
}

void EventFeed::stopTail()
{
    d->tell([](FeedWorker &worker) { worker.stopTail(); });
}

const TailStatus &EventFeed::tailStatus() const
{
    return d->tail;
}

const QUrl &EventFeed::baseUrl() const
{
    return d->baseUrl;
}

EventSnapshot EventFeed::snapshot() const
{
    return d->snapshot;
}

const FetchProgress &EventFeed::progress() const
{
    return d->progress;
}

const std::vector<TimeRange> &EventFeed::coverage(const FetchScope &scope) const
{
    for (const Private::CoveredScope &known : d->coveredScopes) {
        if (known.scope.types == scope.types && known.scope.organization == scope.organization) {
            return known.ranges;
        }
    }
    d->coveredScopes.push_back({scope, d->coverage.covered(scope, d->catalogue)});
    return d->coveredScopes.back().ranges;
}

const std::optional<Error> &EventFeed::lockError() const
{
    return d->lockError;
}

Status EventFeed::syncStore()
{
    struct Answer
    {
        QSemaphore given;
        Status status;
    };
    const auto answer = std::make_shared<Answer>();
    // Released when the call is done, and also when the thread ends before it comes to it.
    auto release = std::shared_ptr<void>(nullptr, [answer](void *) { answer->given.release(); });
    answer->status = tl::unexpected(nothingOpenError());
    FeedWorker *worker = d->worker.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, answer, release] { answer->status = worker->syncStore(); },
        Qt::QueuedConnection);
    release.reset();
    answer->given.acquire();
    return answer->status;
}

} // namespace playhead

#include "moc_eventfeed.cpp"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// What the window's side of a feed is ordered and asked. What the ingest thread tells is in eventfeedanswers.cpp.
#include "model/api/backfillerrors.h"
#include "model/api/eventfeed_p.h"
#include "model/core/clock.h"
#include "model/events/listedevents.h"

#include <QSemaphore>

namespace playhead {

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
    d->held.progress.reset(); // of the read before
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
    d->held.tail.reset(); // of the tail before
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

std::optional<ListedEvents> EventFeed::takeListed()
{
    const std::shared_ptr<ListedEvents> listed = std::exchange(d->listed, nullptr);
    return listed ? std::optional(std::move(*listed)) : std::nullopt;
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

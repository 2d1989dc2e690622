// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// What the ingest thread tells the window's side of a feed.
#include "model/api/eventfeed_p.h"
#include "model/api/workerthread.h"
#include "model/events/listedevents.h"

#include <utility>

namespace playhead {

EventFeed::EventFeed(const TypeCatalogue &catalogue, const Clock &clock, QObject *parent)
    : EventFeed(catalogue, clock, FeedSettings(), parent)
{}

EventFeed::EventFeed(const TypeCatalogue &catalogue,
                     const Clock &clock,
                     const FeedSettings &settings,
                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, catalogue, clock, settings))
{
    d->worker->moveToThread(&d->thread);
    d->pause.setSingleShot(true);
    d->pause.setInterval(d->growthPause);
    connect(&d->pause, &QTimer::timeout, this, [this] {
        if (d->held.grown) {
            d->telling.ask();
        }
    });
    hearStore();
    hearReads();
    d->thread.setObjectName(QStringLiteral("ingest"));
    d->thread.start();
}

EventFeed::~EventFeed()
{
    FeedWorker *worker = d->worker.get();
    worker->disconnect(this);
    shutDownAndWait(*worker, d->thread);
}

void EventFeed::hearStore()
{
    const FeedWorker *worker = d->worker.get();
    connect(worker,
            &FeedWorker::opened,
            this,
            [this](quint64 number,
                   const EventSnapshot &snapshot,
                   const CoverageMap &coverage,
                   const std::optional<Error> &lockError,
                   const std::shared_ptr<ListedEvents> &listed) {
                if (number == d->openNumber) {
                    d->lockError = lockError;
                    takeOpened(snapshot, coverage, listed);
                }
            });
    connect(worker, &FeedWorker::openFailed, this, [this](quint64 number, const Error &error) {
        if (number == d->openNumber) {
            emit openFailed(error);
        }
    });
    const auto ifOpen = [this](void (EventFeed::*take)(const EventSnapshot &)) {
        return [this, take](quint64 number, const EventSnapshot &snapshot) {
            if (number == d->openNumber) {
                (this->*take)(snapshot);
            }
        };
    };
    connect(worker, &FeedWorker::snapshotChanged, this, ifOpen(&EventFeed::takeGrowth));
    connect(worker, &FeedWorker::marksChanged, this, ifOpen(&EventFeed::takeMarks));
    connect(worker,
            &FeedWorker::coverageChanged,
            this,
            [this](quint64 number, const CoverageMap &coverage) {
                if (number == d->openNumber) {
                    takeCoverage(coverage);
                }
            });
}

void EventFeed::hearReads()
{
    const FeedWorker *worker = d->worker.get();
    connect(worker,
            &FeedWorker::progressChanged,
            this,
            [this](quint64 number, const FetchProgress &progress) {
                if (number == d->readNumber) {
                    takeProgress(progress);
                }
            });
    connect(worker,
            &FeedWorker::stretchProgressed,
            this,
            [this](quint64 number, const FetchProgress &progress) {
                if (!progress.isActive()) {
                    tellHeld(); // it has brought all its events
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
                    takeTail(status);
                }
            });
}

void EventFeed::takeOpened(const EventSnapshot &snapshot,
                           const CoverageMap &coverage,
                           const std::shared_ptr<ListedEvents> &listed)
{
    d->snapshot = snapshot;
    d->coverage = coverage;
    d->coveredScopes.clear();
    d->listed = listed;
    emit opened();
    d->listed.reset();
}

void EventFeed::takeGrowth(const EventSnapshot &snapshot)
{
    d->held.grown = snapshot;
    if (!d->gathersGrowth()) {
        tellHeld();
    } else if (!d->pause.isActive()) {
        d->telling.ask();
    }
}

void EventFeed::takeMarks(const EventSnapshot &snapshot)
{
    if (d->held.grown) {
        d->held.grown = snapshot;
        d->held.marked = snapshot;
        return;
    }
    d->snapshot = snapshot;
    emit marksChanged();
}

/// What is covered is there.
void EventFeed::takeCoverage(const CoverageMap &coverage)
{
    if (d->held.grown) {
        d->held.coverage = coverage;
        return;
    }
    d->coverage = coverage;
    d->coveredScopes.clear();
    emit coverageChanged();
}

void EventFeed::takeProgress(const FetchProgress &progress)
{
    // What a read has brought that has ended, or waits, is there: for long, maybe, nothing follows.
    if (d->held.grown && progress.state != FetchState::Running) {
        d->held.progress = progress;
        d->telling.ask();
        return;
    }
    d->held.progress.reset(); // this one is newer
    d->progress = progress;
    emit progressChanged();
}

void EventFeed::takeTail(const TailStatus &status)
{
    // What a poll brought is there.
    if (d->held.grown && status.state != TailState::CatchingUp) {
        d->held.tail = status;
        d->telling.ask();
        return;
    }
    d->held.tail.reset(); // this one is newer
    d->tail = status;
    emit tailChanged();
}

void EventFeed::tellHeld()
{
    if (!d->held.grown) {
        return;
    }
    const Private::Held told = std::exchange(d->held, {});
    const quint64 open = d->openNumber;
    const quint64 read = d->readNumber;
    const quint64 tail = d->tailNumber;
    d->snapshot = *told.grown;
    emit snapshotChanged();
    if (d->gathersGrowth()) {
        d->pause.start(); // from here on: a window with many rows may have taken its time
    }
    // Who hears of one of them may open another store or begin another read.
    if (told.marked && open == d->openNumber) {
        takeMarks(*told.marked);
    }
    if (told.coverage && open == d->openNumber) {
        takeCoverage(*told.coverage);
    }
    if (told.progress && read == d->readNumber) {
        takeProgress(*told.progress);
    }
    if (told.tail && tail == d->tailNumber) {
        takeTail(*told.tail);
    }
}

} // namespace playhead

#include "moc_eventfeed.cpp"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/coveragemap.h"
#include "model/api/eventfeed.h"
#include "model/api/feedworker.h"
#include "model/api/stretchreads.h"
#include "model/core/laterturn.h"

#include <QThread>
#include <QTimer>

#include <list>

namespace playhead {

/// What the feed holds. Shared by its two files: what it is ordered, and what the ingest thread tells it.
struct EventFeed::Private
{
    Private(EventFeed *feed,
            const TypeCatalogue &types,
            const Clock &time,
            const FeedSettings &settings)
        : catalogue(types)
        , clock(time)
        , growthPause(settings.growthPause)
        , worker(std::make_unique<FeedWorker>(types, time, settings))
        , stretches(*worker, nullptr)
        , telling([feed] { feed->tellHeld(); })
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
        held = {};
        coverage = {};
        coveredScopes.clear();
        lockError.reset();
    }

    struct CoveredScope
    {
        FetchScope scope;
        TimeRanges ranges;
    };
    /// What has come and is told together: growth first, so that what speaks of events finds them.
    struct Held
    {
        std::optional<EventSnapshot>
            grown; ///< Has more rows than `snapshot`. Empty: nothing is held.
        std::optional<EventSnapshot> marked;
        std::optional<CoverageMap> coverage;
        std::optional<FetchProgress> progress;
        std::optional<TailStatus> tail;
    };

    /// Pages that come quickly are told together.
    bool gathersGrowth() const { return growthPause.count() > 0; }

    template<typename Order>
    void tell(Order order)
    {
        QMetaObject::invokeMethod(
            worker.get(), [order, to = worker.get()] { order(*to); }, Qt::QueuedConnection);
    }

    const TypeCatalogue &catalogue;
    const Clock &clock;
    const std::chrono::milliseconds growthPause;
    QThread thread;
    // Moved to the thread; all that it owns is made and destroyed there (shutDown()).
    std::unique_ptr<FeedWorker> worker;
    StretchReads stretches;
    quint64 openNumber = 0;
    quint64 readNumber = 0;
    quint64 tailNumber = 0;
    QUrl baseUrl;
    EventSnapshot snapshot;
    std::shared_ptr<ListedEvents> listed; ///< While opened() is told, until it is taken.
    Held held;
    LaterTurn telling; ///< Of what is held: what a window does for growth takes its time.
    QTimer pause; ///< Runs for growthPause after growth was told.
    FetchProgress progress;
    TailStatus tail;
    CoverageMap coverage;
    std::list<CoveredScope>
        coveredScopes; ///< Answers of coverage(), until it changes. A list: references stay.
    std::optional<Error> lockError;
    FeedTarget target; ///< Of the open store.
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/eventfeed.h"
#include "model/api/timeranges.h"
#include "model/core/clock.h"
#include "model/events/typecatalogue.h"
#include "tests/model/api/stubstream.h"

#include <QTemporaryDir>

#include <memory>

namespace playhead {

/// A feed on a stub server with a folder of its own; waits are short.
class FeedFixture
{
public:
    explicit FeedFixture(StubStream served = {});

    FeedSettings settings() const; ///< As the members below say.
    bool open(); ///< Waits until the store is open.
    void reopen(); ///< Destroys the feed and opens the store anew.
    /// Starts a read of `query`'s range and waits for its end.
    bool read(const FetchQuery &query);
    bool waitForEnd();
    /// Starts a tail of `query`'s scope and waits until it was at the end once.
    bool follow(const FetchQuery &query);
    FetchQuery query()
        const; ///< All types, from the first day to the clock's now, nothing left out.
    /// The stored bytes in stream order.
    std::vector<QByteArray> stored() const;
    TimeRanges covered(const FetchQuery &query) const { return feed->coverage(query.scope); }

    const TypeCatalogue catalogue = *TypeCatalogue::load();
    const Instant now = *tryParseIsoInstant("2026-11-23T12:00:00Z");
    const FixedClock clock{now};
    QTemporaryDir folder;
    StubServer server;
    StubStream stream;
    FeedTarget target;
    ClientSettings client{std::chrono::seconds(10), std::chrono::seconds(5), 64LL * 1024 * 1024};
    int windows = 1; ///< Read at once.
    int rate = 0; ///< Requests a second; 0 = no limit.
    std::chrono::milliseconds growthPause{0}; ///< 0: each page is told by itself.
    bool listsEvents = false;
    TailSettings tail; ///< With short waits.
    std::unique_ptr<EventFeed> feed;
};

} // namespace playhead

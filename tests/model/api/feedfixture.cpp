// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/feedfixture.h"

#include "model/events/streamorder.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

FeedFixture::FeedFixture(StubStream served)
    : stream(std::move(served))
{
    server.setFallback([this](const StubRequest &request) { return stream.answer(request); });
    tail.every = 5ms;
    tail.longestPause = 20ms;
    target = {u"store"_s, folder.path(), {server.url(), "sk_test_secret"}};
}

FeedSettings FeedFixture::settings() const
{
    FeedSettings settings;
    settings.client = client;
    settings.retry = {8, 1ms, 4ms};
    settings.limits.windows = windows;
    settings.limits.rate = rate;
    settings.tail = tail;
    settings.growthPause = growthPause;
    settings.listsEvents = listsEvents;
    return settings;
}

bool FeedFixture::open()
{
    feed = std::make_unique<EventFeed>(catalogue, clock, settings());
    QSignalSpy opened(feed.get(), &EventFeed::opened);
    feed->open(target);
    return opened.wait(10'000);
}

void FeedFixture::reopen()
{
    feed.reset();
    QVERIFY(open());
}

bool FeedFixture::read(const FetchQuery &query)
{
    feed->fetch(query);
    return waitForEnd();
}

bool FeedFixture::waitForEnd()
{
    return QTest::qWaitFor([this] { return !feed->progress().isActive(); }, 30'000);
}

bool FeedFixture::follow(const FetchQuery &query)
{
    feed->startTail(query.scope);
    return QTest::qWaitFor([this] { return feed->tailStatus().polls > 0; }, 30'000);
}

FetchQuery FeedFixture::query() const
{
    FetchQuery query;
    query.scope.range = {now - 89 * 24h, now};
    query.skipCovered = false;
    return query;
}

std::vector<QByteArray> FeedFixture::stored() const
{
    const EventSnapshot snapshot = feed->snapshot();
    std::vector<QByteArray> all;
    for (const EventRow row : streamOrder(snapshot)) {
        all.push_back(snapshot.raw(row).toByteArray());
    }
    return all;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/coveragemap.h"
#include "model/events/listedevents.h"
#include "model/events/streamorder.h"
#include "tests/model/api/feedfixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEventFeed : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void goesOnAfterAFailure();
    void stopAndGoOnChangeNothing();
    void stopEndsARequestThatHangs();
    void stopEndsAWait();
    void killedReadsGoOnFromTheCoverage();
    void aNewFetchReplacesTheRunningOne();
    void aNewKeyWorksForTheSameStore();
    void aSecondFeedOnlyReads();
    void tellsTheEndOnce();
    void nothingOpenIsAnError();
    void mayBeDestroyedAtAnyMoment_data();
    void tellsQuickPagesTogether();
    void whatIsCoveredIsThere();
    void whatCameBeforeAPauseIsThere();
    void listsWhatIsOpened();
    void mayBeDestroyedAtAnyMoment();
    void syncsForOtherThreads();
    void marksOfStoredEventsAreTold();
    void showsWhatIsPresented();
};

void TestEventFeed::goesOnAfterAFailure()
{
    FeedFixture f;
    f.stream = StubStream::even(450, f.now - 40 * 24h, 2h);
    f.stream.date = f.now + 61s;
    f.server.setFallback([&f](const StubRequest &request) {
        return request.number == 3 ? StubAnswer{401, "{}", {}, Travel::Whole}
                                   : f.stream.answer(request);
    });
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Failed);
    const TimeRange range = f.feed->progress().range;
    const quint64 before = f.feed->progress().events;
    QVERIFY(before > 0 && before < 450);
    // Up to, not including, the millisecond of the last event.
    const TimeRanges covered = f.covered(f.query());
    QCOMPARE(covered.back().until, floorToMs(*f.feed->progress().newest));
    f.feed->goOn();
    QVERIFY(f.feed->progress().isActive());
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().range, range);
    QCOMPARE(f.feed->progress().events, 450u);
    QCOMPARE(f.feed->progress().duplicates, 0u);
    QCOMPARE(f.stored(), f.stream.allRaw());
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
}

void TestEventFeed::stopAndGoOnChangeNothing()
{
    FeedFixture f;
    f.stream = StubStream::even(1500, f.now - 85 * 24h, 80min);
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    int stops = 0;
    QObject context;
    connect(f.feed.get(), &EventFeed::snapshotChanged, &context, [&f, &stops] {
        if (++stops % 3 == 0) {
            f.feed->stop();
        }
    });
    f.feed->fetch(f.query());
    for (;;) {
        QVERIFY(f.waitForEnd());
        if (f.feed->progress().state == FetchState::Done) {
            break;
        }
        QCOMPARE(f.feed->progress().state, FetchState::Stopped);
        f.feed->goOn();
    }
    QVERIFY(stops >= 15);
    QCOMPARE(f.stored(), f.stream.allRaw());
    QCOMPARE(f.feed->progress().events, 1500u);
    QCOMPARE(f.feed->progress().duplicates, 0u);
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
}

void TestEventFeed::stopEndsARequestThatHangs()
{
    FeedFixture f;
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{200, {}, {}, Travel::Silence};
    });
    QVERIFY(f.open());
    QSignalSpy requested(&f.server, &StubServer::requested);
    f.feed->fetch(f.query());
    QVERIFY(requested.wait());
    f.feed->stop();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Stopped);
}

void TestEventFeed::stopEndsAWait()
{
    FeedFixture f;
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{429, {}, {{"Retry-After", "3600"}}, Travel::Whole};
    });
    QVERIFY(f.open());
    f.feed->fetch(f.query());
    QTRY_COMPARE(f.feed->progress().state, FetchState::Waiting);
    QCOMPARE(f.feed->progress().waitReason.code, ErrorCode::RateLimited);
    QCOMPARE(f.feed->progress().waitUntil, f.now + 1h);
    f.feed->stop();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Stopped);
    QCOMPARE(f.server.requests().size(), 1);
}

void TestEventFeed::killedReadsGoOnFromTheCoverage()
{
    FeedFixture f;
    f.stream = StubStream::even(900, f.now - 85 * 24h, 2h);
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.skipCovered = true;
    int rounds = 0;
    do {
        int pages = 0;
        QObject context;
        connect(f.feed.get(), &EventFeed::snapshotChanged, &context, [&pages] { ++pages; });
        f.feed->fetch(query);
        QVERIFY(
            QTest::qWaitFor([&] { return pages >= 2 || !f.feed->progress().isActive(); }, 10'000));
        // Destroyed in the middle of the read.
        f.reopen();
        ++rounds;
        QVERIFY(rounds < 20);
    } while (f.feed->snapshot().rowCount() < 900);
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.stored(), f.stream.allRaw());
    QCOMPARE(f.covered(query), TimeRanges{query.scope.range});
    QVERIFY(rounds > 1);
    // Half of the pages at most were asked twice.
    QVERIFY(f.server.requests().size() < 9 + 3 * rounds + 9);
}

void TestEventFeed::aNewFetchReplacesTheRunningOne()
{
    FeedFixture f;
    f.stream = StubStream::even(300, f.now - 40 * 24h, 3h);
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    FetchQuery other = f.query();
    other.scope.types = {"user.created"};
    f.feed->fetch(f.query());
    f.feed->fetch(other);
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().events, 100u);
    QVERIFY(f.covered(f.query()).empty());
    QCOMPARE(f.covered(other), TimeRanges{other.scope.range});
}

void TestEventFeed::aNewKeyWorksForTheSameStore()
{
    FeedFixture f;
    f.stream = StubStream::even(30, f.now - 40 * 24h, 3h);
    f.server.setFallback([&f](const StubRequest &request) {
        return request.header("authorization") == "Bearer new"
                   ? f.stream.answer(request)
                   : StubAnswer{401, "{}", {}, Travel::Whole};
    });
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().error.code, ErrorCode::KeyRefused);
    f.feed->setFetchTarget({f.server.url(), "new"});
    f.feed->goOn();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().events, 30u);
}

void TestEventFeed::aSecondFeedOnlyReads()
{
    FeedFixture f;
    f.stream = StubStream::even(30, f.now - 40 * 24h, 3h);
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QVERIFY(!f.feed->isReadOnly());
    EventFeed second(f.catalogue, f.clock);
    QSignalSpy opened(&second, &EventFeed::opened);
    second.open(f.target);
    QVERIFY(opened.wait());
    QVERIFY(second.isReadOnly());
    QCOMPARE(second.snapshot().rowCount(), 30u);
    QCOMPARE(second.coverage(f.query().scope), f.covered(f.query()));
    second.fetch(f.query());
    QTRY_COMPARE(second.progress().state, FetchState::Failed);
    QCOMPARE(second.progress().error.code, ErrorCode::Locked);
    // The coverage of the writer is untouched.
    f.reopen();
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
}

void TestEventFeed::tellsTheEndOnce()
{
    FeedFixture f;
    QVERIFY(f.open());
    int ends = 0;
    connect(f.feed.get(), &EventFeed::progressChanged, this, [&f, &ends] {
        ends += f.feed->progress().isActive() ? 0 : 1;
    });
    FetchQuery nothing = f.query();
    nothing.scope.range.until = nothing.scope.range.since;
    QVERIFY(f.read(nothing));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QVERIFY(f.read(f.query()));
    // What was sent before the answer of this call has arrived.
    f.reopen();
    QCOMPARE(ends, 2);
    QCOMPARE(f.server.requests().size(), 3);
}

void TestEventFeed::nothingOpenIsAnError()
{
    const TypeCatalogue catalogue = *TypeCatalogue::load();
    const SystemClock clock;
    EventFeed feed(catalogue, clock);
    feed.fetch({});
    QTRY_COMPARE(feed.progress().state, FetchState::Failed);
    QCOMPARE(feed.progress().error.code, ErrorCode::NotFound);
    QVERIFY(feed.snapshot().isEmpty());
}

void TestEventFeed::mayBeDestroyedAtAnyMoment_data()
{
    QTest::addColumn<int>("pages");
    QTest::addColumn<Travel>("travel");
    QTest::newRow("at once") << 0 << Travel::Whole;
    QTest::newRow("while a request hangs") << 0 << Travel::Silence;
    QTest::newRow("while a body stalls") << 0 << Travel::StallInside;
    for (int pages = 1; pages < 6; ++pages) {
        QTest::addRow("after %d pages", pages) << pages << Travel::Whole;
    }
}

/// The first page at once, the others together, and all of them before the read is told to have ended.
void TestEventFeed::tellsQuickPagesTogether()
{
    FeedFixture f;
    f.stream = StubStream::even(900, f.now - 80 * 24h, 2h);
    f.growthPause = 1h;
    QVERIFY(f.open());
    QList<EventRow> told;
    EventRow atEnd = 0;
    connect(f.feed.get(), &EventFeed::snapshotChanged, this, [&] {
        told.append(f.feed->snapshot().rowCount());
    });
    connect(f.feed.get(), &EventFeed::progressChanged, this, [&] {
        atEnd = f.feed->progress().isActive() ? 0 : f.feed->snapshot().rowCount();
    });
    QVERIFY(f.read(f.query()));
    QCOMPARE(atEnd, 900u);
    QVERIFY(told.first() < 900 && told.last() == 900);
    // A page at the beginning; what coverage names; the rest at the end.
    QVERIFY(told.size() < 9);
}

/// However pages are told together: coverage never names events that are not told yet.
void TestEventFeed::whatIsCoveredIsThere()
{
    FeedFixture f;
    const Instant first = f.now - 80 * 24h;
    f.stream = StubStream::even(900, first, 2h);
    f.windows = 6;
    f.growthPause = 1ms;
    QVERIFY(f.open());
    const FetchQuery query = f.query();
    int coverages = 0;
    int missing = 0;
    connect(f.feed.get(), &EventFeed::coverageChanged, this, [&] {
        ++coverages;
        const EventSnapshot events = f.feed->snapshot();
        for (const TimeRange &range : f.covered(query)) {
            int there = 0;
            for (EventRow row = 0; row < events.rowCount(); ++row) {
                there += range.contains(events.createdAt(row)) ? 1 : 0;
            }
            for (int i = 0; i < 900; ++i) {
                there -= range.contains(first + i * 2h) ? 1 : 0;
            }
            missing += there == 0 ? 0 : 1;
        }
    });
    QVERIFY(f.read(query));
    QVERIFY(coverages > 0);
    QCOMPARE(missing, 0);
    QCOMPARE(f.feed->snapshot().rowCount(), 900u);
}

void TestEventFeed::whatCameBeforeAPauseIsThere()
{
    FeedFixture f;
    f.stream = StubStream::even(900, f.now - 20 * 24h, 30min);
    f.stream.date = f.now + 61s;
    f.windows = 1;
    f.growthPause = 1h; // nothing but the pause of the read has the growth told
    f.server.setFallback([&f](const StubRequest &request) {
        return request.number == 6 ? StubAnswer{429, "{}", {{"Retry-After", "1"}}, Travel::Whole}
                                   : f.stream.answer(request);
    });
    QVERIFY(f.open());
    QList<quint64> shown;
    QList<quint64> received;
    connect(f.feed.get(), &EventFeed::progressChanged, this, [&] {
        if (f.feed->progress().state == FetchState::Waiting) {
            shown.append(f.feed->snapshot().rowCount());
            received.append(f.feed->progress().events);
        }
    });
    QVERIFY(f.read(f.query()));
    QVERIFY(!shown.isEmpty());
    QCOMPARE(shown, received);
    QVERIFY(shown.first() > 100);
    QCOMPARE(f.feed->snapshot().rowCount(), 900u);
}

void TestEventFeed::listsWhatIsOpened()
{
    FeedFixture f;
    f.stream = StubStream::even(250, f.now - 10 * 24h, 30min);
    QVERIFY(f.open());
    QVERIFY(!f.feed->takeListed());
    QVERIFY(f.read(f.query()));
    f.feed.reset();
    f.listsEvents = true;
    f.feed = std::make_unique<EventFeed>(f.catalogue, f.clock, f.settings());
    std::optional<ListedEvents> listed;
    bool isTwice = true;
    connect(f.feed.get(), &EventFeed::opened, this, [&] {
        listed = f.feed->takeListed();
        isTwice = f.feed->takeListed().has_value();
    });
    f.feed->open(f.target);
    QTRY_VERIFY(listed);
    QVERIFY(!isTwice);
    QCOMPARE(listed->events.rowCount(), 250u);
    QCOMPARE(listed->order, streamOrder(f.feed->snapshot()));
}

void TestEventFeed::mayBeDestroyedAtAnyMoment()
{
    QFETCH(const int, pages);
    QFETCH(const Travel, travel);
    FeedFixture f;
    f.stream = StubStream::even(900, f.now - 80 * 24h, 2h);
    f.server.setFallback([&f, travel](const StubRequest &request) {
        StubAnswer answer = f.stream.answer(request);
        answer.travel = travel;
        return answer;
    });
    QVERIFY(f.open());
    QSignalSpy grown(f.feed.get(), &EventFeed::snapshotChanged);
    QSignalSpy requested(&f.server, &StubServer::requested);
    f.feed->fetch(f.query());
    if (travel != Travel::Whole) {
        QVERIFY(requested.wait());
    }
    QTRY_VERIFY(grown.size() >= pages);
    const EventRow seen = f.feed->snapshot().rowCount();
    f.reopen();
    const std::vector<QByteArray> all = f.stream.allRaw();
    const std::vector<QByteArray> kept = f.stored();
    QVERIFY(kept.size() >= seen);
    QVERIFY(std::equal(kept.begin(), kept.end(), all.begin()));
}

void TestEventFeed::syncsForOtherThreads()
{
    FeedFixture f;
    f.stream = StubStream::even(30, f.now - 40 * 24h, 3h);
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    Status status = failure(ErrorCode::Internal, {});
    const std::unique_ptr<QThread> worker(
        QThread::create([&f, &status] { status = f.feed->syncStore(); }));
    QSignalSpy finished(worker.get(), &QThread::finished);
    worker->start();
    QVERIFY(worker->isFinished() || finished.wait());
    QVERIFY(worker->wait());
    QVERIFY(status);
}

void TestEventFeed::marksOfStoredEventsAreTold()
{
    FeedFixture f;
    // The server knows whose they are; their bytes do not say it.
    f.stream = StubStream::even(250, f.now - 10 * 24h, 1h);
    for (StubStream::Event &event : f.stream.events) {
        event.raw = R"({"object":"event","id":")" + event.id
                    + R"(","event":"user.created","data":{"id":"user_1"},"created_at":")"
                    + isoUtcMs(event.createdAt) + R"("})";
        event.organization = "org_asked";
    }
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    const EventSnapshot before = f.feed->snapshot();
    QCOMPARE(before.rowCount(), 240u); // the rest is later than now
    QCOMPARE(before.organizationCount(), 0u);

    QSignalSpy marked(f.feed.get(), &EventFeed::marksChanged);
    QSignalSpy grown(f.feed.get(), &EventFeed::snapshotChanged);
    FetchQuery query = f.query();
    query.scope.organization = OrganizationId("org_asked");
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    // Told by now: nothing is waited for.
    QVERIFY(!marked.isEmpty());
    QCOMPARE(grown.size(), 0);
    const EventSnapshot after = f.feed->snapshot();
    const auto asked = after.findOrganization(query.scope.organization);
    QVERIFY(asked.has_value());
    for (EventRow row = 0; row < after.rowCount(); ++row) {
        QCOMPARE(after.organization(row), *asked);
        QCOMPARE(before.organization(row), 0u);
    }
}

/// A capture's events come from elsewhere, and there is nobody to ask for more.
void TestEventFeed::showsWhatIsPresented()
{
    FeedFixture f;
    f.stream = StubStream::even(30, f.now - 40 * 24h, 3h);
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    const EventSnapshot events = f.feed->snapshot();
    CoverageMap coverage;
    const TimeRange range{f.now - 24h, f.now};
    coverage.add(CoverageKey(), range);
    EventFeed other(f.catalogue, f.clock);
    QSignalSpy opened(&other, &EventFeed::opened);
    QSignalSpy grown(&other, &EventFeed::snapshotChanged);
    QSignalSpy marked(&other, &EventFeed::marksChanged);
    other.open({u"other"_s, f.folder.path(), {}});
    other.present(events, coverage); // the store that is still being opened says nothing any more
    QCOMPARE(opened.size(), 1);
    QCOMPARE(other.snapshot().rowCount(), events.rowCount());
    QCOMPARE(other.coverage({}), (std::vector<TimeRange>{range}));
    other.fetch(f.query());
    QTRY_COMPARE(other.progress().state, FetchState::Failed);
    QCOMPARE(opened.size(), 1);
    QVERIFY(other.syncStore());
    const TimeRange longer{f.now - 48h, f.now};
    coverage.add(CoverageKey(), longer);
    other.presentMore(events, coverage);
    other.presentMarks(events);
    QCOMPARE(other.coverage({}), (std::vector<TimeRange>{longer}));
    QCOMPARE(grown.size() + marked.size(), 2);
}

QTEST_GUILESS_MAIN(TestEventFeed)
#include "tst_eventfeed.moc"

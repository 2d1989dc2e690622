// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/feedfixture.h"
#include "tests/model/api/sampleevents.h"

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
    void readsEverythingInSeveralWindows_data();
    void readsEverythingInSeveralWindows();
    void faultsInBetweenChangeNothing();
    void givesUpAfterEightTries_data();
    void givesUpAfterEightTries();
    void refusalsEndAtOnce_data();
    void refusalsEndAtOnce();
    void goesOnAfterAFailure();
    void stopAndGoOnChangeNothing();
    void stopEndsARequestThatHangs();
    void stopEndsAWait();
    void killedReadsGoOnFromTheCoverage();
    void leavesOutWhatIsCovered();
    void coverageNeverReachesTheHiddenSeconds();
    void readsAfterAnEvent();
    void anUnknownEventIsNamed();
    void readsNoMoreThanTheLimit();
    void sendsTheListWhenTypesAreRequired();
    void takesOutRefusedTypesButNotChosenOnes();
    void noticesNewestFirst();
    void noticesAnotherStream();
    void countsWhatComesAgain();
    void marksLateEvents();
    void tellsTheLastSettledEvent();
    void aNewFetchReplacesTheRunningOne();
    void aNewKeyWorksForTheSameStore();
    void aSecondFeedOnlyReads();
    void nothingOpenIsAnError();
    void mayBeDestroyedAtAnyMoment_data();
    void mayBeDestroyedAtAnyMoment();
    void syncsForOtherThreads();
};

void TestEventFeed::readsEverythingInSeveralWindows_data()
{
    QTest::addColumn<QString>("server");
    for (const char *name : {"plain",
                             "ignores range_end",
                             "exclusive start",
                             "inclusive end",
                             "cursor on the last page"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestEventFeed::readsEverythingInSeveralWindows()
{
    QFETCH(const QString, server);
    // The first event stands at the range's very start, others at the seams.
    FeedFixture f;
    f.stream = StubStream::even(900,
                                f.now - 89 * 24h,
                                std::chrono::duration_cast<Duration>(89 * 24h) / 900);
    f.stream.date = f.now + 61s;
    f.stream.ignoresRangeEnd = server == "ignores range_end"_L1;
    f.stream.isStartExclusive = server == "exclusive start"_L1;
    f.stream.isEndInclusive = server == "inclusive end"_L1;
    f.stream.fullLastPageHasCursor = server == "cursor on the last page"_L1;
    QVERIFY(f.open());
    QSignalSpy grown(f.feed.get(), &EventFeed::snapshotChanged);
    QVERIFY(f.read(f.query()));
    const FetchProgress &progress = f.feed->progress();
    QCOMPARE(progress.state, FetchState::Done);
    QCOMPARE(f.stored(), f.stream.allRaw());
    QCOMPARE(progress.events, 900u);
    QCOMPARE(progress.added, 900u);
    QCOMPARE(progress.duplicates, 0u);
    QCOMPARE(progress.retries, 0u);
    QCOMPARE(progress.windows, 3u);
    QCOMPARE(progress.requests, quint64(f.server.requests().size()));
    QCOMPARE(progress.share, 1.0);
    QCOMPARE(progress.oldest, f.stream.events.front().createdAt);
    QCOMPARE(progress.newest, f.stream.events.back().createdAt);
    QVERIFY(grown.size() > 0 && quint64(grown.size()) <= progress.requests);
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
    for (const StubRequest &request : f.server.requests()) {
        QCOMPARE(request.parameter(u"order"_s), u"asc"_s);
        QCOMPARE(request.parameter(u"limit"_s), u"100"_s);
        QVERIFY(request.has(u"range_end"_s));
        QVERIFY(request.has(u"after"_s) != request.has(u"range_start"_s));
        QVERIFY(!request.has(u"events"_s));
    }
}

void TestEventFeed::faultsInBetweenChangeNothing()
{
    FeedFixture f;
    f.stream = StubStream::even(700, f.now - 80 * 24h, 2h + 7min);
    f.stream.date = f.now + 61s;
    const QByteArray good = pageBody(f.stream.allRaw(), {});
    quint64 faults = 0;
    StubAnswer lastGood;
    f.server.setFallback([&](const StubRequest &request) {
        // Two of three requests meet a fault, each time another one.
        if (request.number % 3 != 0) {
            StubAnswer answer = f.stream.answer(request);
            const QList<StubAnswer> ways{
                {200, answer.body, {}, Travel::CutWithLength},
                {200, answer.body, {}, Travel::CutWithoutLength},
                {200, answer.body, {}, Travel::CutChunked},
                {200, answer.body, {}, Travel::CutDeflated},
                {200, answer.body, {}, Travel::ResetInside},
                {408, {}, {}, Travel::Whole},
                {429, "\"Ratelimited\"", {{"Retry-After", "0"}}, Travel::Whole},
                {500, {}, {}, Travel::Whole},
                {502, "<html>", {}, Travel::Whole},
                {503, {}, {}, Travel::Whole},
                {504, {}, {}, Travel::Whole},
                {200, R"({"object":"list","data":[]})", {}, Travel::Whole},
                {200, R"({"data":[{"id":"event_x"}],"list_metadata":{}})", {}, Travel::Whole},
                {200,
                 lastGood.body.isEmpty() || !request.has(u"after"_s) ? QByteArray("nonsense")
                                                                     : lastGood.body,
                 {},
                 Travel::Whole},
            };
            return ways.at(qsizetype(faults++) % ways.size());
        }
        return lastGood = f.stream.answer(request);
    });
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    const FetchProgress &progress = f.feed->progress();
    QVERIFY2(progress.state == FetchState::Done, qPrintable(progress.error.message));
    QCOMPARE(f.stored(), f.stream.allRaw());
    QCOMPARE(progress.events, 700u);
    QCOMPARE(progress.duplicates, 0u);
    QVERIFY(progress.retries >= 14);
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
}

void TestEventFeed::givesUpAfterEightTries_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("503") << 503 << QByteArray() << ErrorCode::ServerFailed;
    QTest::newRow("429") << 429 << QByteArray() << ErrorCode::RateLimited;
    QTest::newRow("malformed") << 200 << QByteArray("{") << ErrorCode::Malformed;
    QTest::newRow("no list_metadata")
        << 200 << QByteArray(R"({"data":[]})") << ErrorCode::Malformed;
}

void TestEventFeed::givesUpAfterEightTries()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    FeedFixture f;
    f.server.setFallback([status, body](const StubRequest &) {
        return StubAnswer{status, body, {}, Travel::Whole};
    });
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Failed);
    QCOMPARE(f.feed->progress().error.code, code);
    QCOMPARE(f.feed->progress().requests, 8u);
    QCOMPARE(f.feed->progress().retries, 7u);
    QVERIFY(f.feed->progress().error.message.contains(u'8'));
    QVERIFY(f.covered(f.query()).empty());
}

void TestEventFeed::refusalsEndAtOnce_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("400") << 400 << ErrorCode::BadRequest;
    QTest::newRow("401") << 401 << ErrorCode::KeyRefused;
    QTest::newRow("403") << 403 << ErrorCode::Forbidden;
    QTest::newRow("422") << 422 << ErrorCode::Unprocessable;
    QTest::newRow("301") << 301 << ErrorCode::Redirected;
    QTest::newRow("501") << 501 << ErrorCode::ServerFailed;
}

void TestEventFeed::refusalsEndAtOnce()
{
    QFETCH(const int, status);
    QFETCH(const ErrorCode, code);
    FeedFixture f;
    f.server.setFallback([status](const StubRequest &) {
        return StubAnswer{status, "{}", {}, Travel::Whole};
    });
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Failed);
    QCOMPARE(f.feed->progress().error.code, code);
    QCOMPARE(f.feed->progress().error.httpStatus, status);
    QCOMPARE(f.feed->progress().requests, 1u);
}

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

void TestEventFeed::leavesOutWhatIsCovered()
{
    FeedFixture f;
    f.stream = StubStream::even(300, f.now - 60 * 24h, 4h);
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    FetchQuery middle = f.query();
    middle.scope.range = {f.now - 40 * 24h, f.now - 20 * 24h};
    QVERIFY(f.read(middle));
    f.server.forget();
    FetchQuery all = f.query();
    all.skipCovered = true;
    QVERIFY(f.read(all));
    QCOMPARE(f.feed->progress().windows, 3u);
    QCOMPARE(f.stored(), f.stream.allRaw());
    for (const StubRequest &request : f.server.requests()) {
        const auto since = tryParseIsoInstant(request.parameter(u"range_start"_s).toLatin1());
        QVERIFY(!since || *since < middle.scope.range.since
                || *since >= middle.scope.range.until - 1s);
    }
    f.server.forget();
    QVERIFY(f.read(all));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.server.requests().size(), 0);
    QCOMPARE(f.feed->progress().share, 1.0);
}

void TestEventFeed::coverageNeverReachesTheHiddenSeconds()
{
    FeedFixture f;
    f.stream = StubStream::even(10, f.now - 1h, 1min);
    f.stream.date = f.now - 5s;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.covered(f.query()), (TimeRanges{{f.query().scope.range.since, f.now - 65s}}));
}

void TestEventFeed::readsAfterAnEvent()
{
    FeedFixture f;
    f.stream = StubStream::even(250, f.now - 50 * 24h, 1h);
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.after = EventId(sampleId(49));
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().events, 200u);
    QCOMPARE(f.feed->snapshot().rowCount(), 200u);
    QCOMPARE(f.server.requests().at(0).parameter(u"after"_s).toUtf8(), sampleId(49));
    QVERIFY(!f.server.requests().at(0).has(u"range_start"_s));
    // Nobody knows here when event 49 was, but what follows the first event is complete.
    QCOMPARE(f.covered(query), (TimeRanges{{f.stream.events[50].createdAt + 1ms, f.now}}));
}

void TestEventFeed::anUnknownEventIsNamed()
{
    FeedFixture f;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.after = EventId("event_gone");
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().error.code, ErrorCode::CursorUnknown);
    QVERIFY(f.feed->progress().error.message.contains(u"event_gone"_s));
}

void TestEventFeed::readsNoMoreThanTheLimit()
{
    FeedFixture f;
    f.stream = StubStream::even(900, f.now - 80 * 24h, 2h);
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.limit = 437;
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().events, 437u);
    const std::vector<QByteArray> all = f.stream.allRaw();
    QCOMPARE(f.stored(), std::vector<QByteArray>(all.begin(), all.begin() + 437));
    QCOMPARE(f.covered(query).back().until, floorToMs(f.stream.events[436].createdAt));
}

void TestEventFeed::sendsTheListWhenTypesAreRequired()
{
    FeedFixture f;
    f.stream = StubStream::even(150, f.now - 40 * 24h, 4h);
    f.stream.date = f.now + 61s;
    f.stream.wantsTypes = true;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.stored(), f.stream.allRaw());
    QVERIFY(f.feed->progress().refusedTypes.isEmpty());
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
}

void TestEventFeed::takesOutRefusedTypesButNotChosenOnes()
{
    FeedFixture f;
    f.stream = StubStream::even(150, f.now - 40 * 24h, 4h);
    f.stream.date = f.now + 61s;
    f.stream.wantsTypes = true;
    f.stream.refusedTypes = {"organization.created", "user.created"};
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.feed->progress().refusedTypes,
             (QStringList{u"organization.created"_s, u"user.created"_s}));
    QCOMPARE(f.feed->progress().events, 100u);
    FetchQuery query = f.query();
    query.scope.types = {"user.created"};
    QVERIFY(f.covered(query).empty());
    query.scope.types = {"dsync.user.updated"};
    QCOMPARE(f.covered(query), TimeRanges{query.scope.range});

    query.scope.types = {"dsync.user.updated", "user.created"};
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().state, FetchState::Failed);
    QCOMPARE(f.feed->progress().error.code, ErrorCode::Unprocessable);
    QCOMPARE(f.feed->progress().refusedTypes, QStringList{u"user.created"_s});
    QVERIFY(f.feed->progress().error.message.contains(u"user.created"_s));
}

void TestEventFeed::noticesNewestFirst()
{
    FeedFixture f;
    f.stream = StubStream::even(150, f.now - 20 * 24h, 2h);
    f.stream.isNewestFirst = true;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.scope.range.since = f.now - 25 * 24h;
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().state, FetchState::Failed);
    QVERIFY(f.feed->progress().error.message.contains(u"order=asc"_s));
    QCOMPARE(f.feed->progress().requests, 1u);
    QVERIFY(f.covered(f.query()).empty());
}

void TestEventFeed::noticesAnotherStream()
{
    FeedFixture f;
    f.stream = StubStream::even(150, f.now - 40 * 24h, 4h);
    f.server.setFallback([&f](const StubRequest &request) {
        f.stream.streamId = request.number == 1 ? "demo-1" : "demo-2";
        return f.stream.answer(request);
    });
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().error.code, ErrorCode::Conflict);
}

void TestEventFeed::countsWhatComesAgain()
{
    FeedFixture f;
    f.stream = StubStream::even(250, f.now - 20 * 24h, 1h);
    f.stream.date = f.now + 61s;
    // The same id again: at once, and on another page.
    std::vector<StubStream::Event> &events = f.stream.events;
    f.server.setFallback([&f](const StubRequest &request) {
        StubAnswer answer = f.stream.answer(request);
        if (request.has(u"after"_s)) {
            answer.body.replace("\"data\":[{\"object\"",
                                "\"data\":[" + f.stream.events[5].raw + ",{\"object\"");
        } else {
            answer.body.replace(f.stream.events[7].raw,
                                f.stream.events[7].raw + ',' + f.stream.events[7].raw);
        }
        return answer;
    });
    FetchQuery query = f.query();
    query.scope.range.since = f.now - 25 * 24h;
    QVERIFY(f.open());
    QVERIFY(f.read(query));
    QVERIFY2(f.feed->progress().state == FetchState::Done,
             qPrintable(f.feed->progress().error.message));
    QCOMPARE(f.feed->progress().events, 250u);
    QCOMPARE(f.feed->progress().duplicates, 3u);
    QCOMPARE(f.stored(), f.stream.allRaw());
    const EventSnapshot snapshot = f.feed->snapshot();
    for (const int number : {5, 7, 8}) {
        const auto row = snapshot.find(EventId(events[size_t(number)].id));
        QVERIFY(row);
        QCOMPARE(snapshot.hasFlag(*row, EventFlag::ReceivedAgain), number != 8);
        QVERIFY(!snapshot.hasFlag(*row, EventFlag::OutOfOrder));
    }
    // A second read is no duplicate.
    f.server.setFallback([&f](const StubRequest &request) { return f.stream.answer(request); });
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().events, 250u);
    QCOMPARE(f.feed->progress().added, 0u);
    QCOMPARE(f.feed->progress().duplicates, 0u);
}

void TestEventFeed::marksLateEvents()
{
    FeedFixture f;
    f.stream = StubStream::even(150, f.now - 20 * 24h, 1h);
    f.stream.date = f.now + 61s;
    std::swap(f.stream.events[10], f.stream.events[11]);
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().events, 150u);
    const EventSnapshot snapshot = f.feed->snapshot();
    for (int number = 0; number < 150; ++number) {
        const auto row = snapshot.find(EventId(sampleId(number)));
        QVERIFY(row);
        QCOMPARE(snapshot.hasFlag(*row, EventFlag::OutOfOrder), number == 10);
    }
}

void TestEventFeed::tellsTheLastSettledEvent()
{
    FeedFixture f;
    f.stream = StubStream::even(10, f.now - 45s, 5s);
    f.stream.date = f.now;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.scope.range.until = f.now + 1h; // Cut to now, which is still inside.
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().events, 10u);
    // Events 7, 8 and 9 are 10, 5 and 0 seconds old.
    QCOMPARE(f.feed->progress().lastEventId, EventId(sampleId(6)));
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

QTEST_GUILESS_MAIN(TestEventFeed)
#include "tst_eventfeed.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/coverage.h"
#include "model/api/livetail.h"
#include "model/events/eventstore.h"
#include "tests/model/api/feedfixture.h"
#include "tests/model/api/sampleevents.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A server whose events grow.
class TailFixture : public FeedFixture
{
public:
    TailFixture() { stream.date = now; }

    /// The event `number` happens at `at`, in time order among those that the server lists.
    void happen(int number, Instant at)
    {
        const auto place = std::upper_bound(stream.events.begin(),
                                            stream.events.end(),
                                            at,
                                            [](Instant t, const StubStream::Event &event) {
                                                return t < event.createdAt;
                                            });
        stream.events.insert(place,
                             {sampleId(number),
                              "user.created",
                              "org_one",
                              at,
                              sampleEvent(number, at, "user.created", "org_one")});
    }
    bool hasAll() const { return stored() == stream.allRaw(); }
    bool waitForPolls(quint64 more)
    {
        const quint64 wanted = feed->tailStatus().polls + more;
        return QTest::qWaitFor([this, wanted] { return feed->tailStatus().polls >= wanted; },
                               30'000);
    }
    QList<int> flagged(EventFlag flag) const
    {
        QList<int> numbers;
        const EventSnapshot events = feed->snapshot();
        for (EventRow row = 0; row < events.rowCount(); ++row) {
            if (events.hasFlag(row, flag)) {
                numbers.append(events.id(row).value.mid(6).toInt());
            }
        }
        return numbers;
    }
};

} // namespace

class TestLiveTail : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void storesWhatComesAfterARead();
    void readsTheRangeWhenNothingWasRead();
    void insertsAndMarksALateArrivalOnce();
    void marksWhatAReadLeftOut_data();
    void marksWhatAReadLeftOut();
    void marksNothingThatFillsAGap();
    void keepsItsPositionBehindTheMargin();
    void settlesByThePollsFirstAnswer();
    void findsWhatWasHiddenLongerThanTheMargin();
    void letsTheCoverageGrow();
    void goesOnAfterARestart();
    void asksLessWhenQuiet();
    void waitsWhileAReadRuns();
    void readsALongAbsenceInWindows();
    void saysWhatCanNoLongerBeRead();
    void marksWhatComesTwiceInOnePoll();
    void asksForItsTypesAndOrganization();
    void stops();
};

void TestLiveTail::storesWhatComesAfterARead()
{
    TailFixture f;
    f.stream = StubStream::even(150, f.now - 3h, 1min);
    f.stream.date = f.now;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    f.server.forget();
    QVERIFY(f.follow(f.query()));
    const StubRequest first = f.server.requests().constFirst();
    QCOMPARE(first.parameter(u"range_start"_s).toLatin1(), isoUtcExact(f.now - 61s));
    QVERIFY(!first.has(u"range_end"_s));
    QCOMPARE(first.parameter(u"order"_s), u"asc"_s);
    for (int i = 0; i < 250; ++i) {
        f.happen(200 + i, f.now - 9s + i * 1ms);
    }
    QTRY_VERIFY(f.hasAll());
    QCOMPARE(f.feed->tailStatus().events, 250u);
    QCOMPARE(f.feed->tailStatus().late, 0u);
    QVERIFY(f.waitForPolls(3));
    QCOMPARE(f.feed->snapshot().rowCount(), 400u);
    QCOMPARE(f.flagged(EventFlag::ReceivedAgain), QList<int>());
    QCOMPARE(f.flagged(EventFlag::OutOfOrder), QList<int>());
    QCOMPARE(f.feed->tailStatus().state, TailState::Live);
    QVERIFY(f.feed->tailStatus().lastGoodPoll.has_value());
}

void TestLiveTail::readsTheRangeWhenNothingWasRead()
{
    TailFixture f;
    f.stream = StubStream::even(350, f.now - 6h, 1min);
    f.stream.date = f.now;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.scope.range = {f.now - 24h, f.now - 20h}; // the end plays no part
    QVERIFY(f.follow(query));
    QVERIFY(f.hasAll());
    query.scope.range.until = f.now;
    f.feed->stopTail();
    QTRY_COMPARE(f.covered(query), (TimeRanges{{f.now - 24h, f.now - 60s}}));
}

void TestLiveTail::insertsAndMarksALateArrivalOnce()
{
    TailFixture f;
    f.happen(1, f.now - 30s);
    f.happen(2, f.now - 6s);
    f.happen(4, f.now - 2s);
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    QVERIFY(f.hasAll());
    QCOMPARE(f.flagged(EventFlag::OutOfOrder), QList<int>());
    f.happen(3, f.now - 4s); // was held back
    QTRY_VERIFY(f.hasAll());
    QTRY_COMPARE(f.flagged(EventFlag::OutOfOrder), QList<int>{3});
    QSignalSpy marked(f.feed.get(), &EventFeed::marksChanged);
    QVERIFY(f.waitForPolls(5));
    QCOMPARE(marked.size(), 0);
    QCOMPARE(f.feed->tailStatus().late, 1u);
    QCOMPARE(f.feed->tailStatus().events, 4u);
    QCOMPARE(f.flagged(EventFlag::ReceivedAgain), QList<int>());
}

void TestLiveTail::marksWhatAReadLeftOut_data()
{
    QTest::addColumn<bool>("isFollowed");
    QTest::newRow("before the tail") << false;
    QTest::newRow("while it waited") << true;
}

void TestLiveTail::marksWhatAReadLeftOut()
{
    QFETCH(const bool, isFollowed);
    TailFixture f;
    f.happen(1, f.now - 3h);
    QVERIFY(f.open());
    if (isFollowed) {
        QVERIFY(f.follow(f.query()));
    }
    // The tail hears of nothing before the read has it.
    bool isRead = false;
    f.server.setFallback([&](const StubRequest &request) {
        return f.feed->progress().isActive() || isRead || f.stream.events.size() == 1
                   ? f.stream.answer(request)
                   : StubAnswer{503, "{}", {}, Travel::Whole};
    });
    f.happen(3, f.now - 2s);
    QVERIFY(f.read(f.query()));
    QVERIFY(f.hasAll());
    f.happen(2, f.now - 5s);
    isRead = true;
    if (!isFollowed) {
        QVERIFY(f.follow(f.query()));
    }
    QTRY_VERIFY(f.hasAll());
    QTRY_COMPARE(f.flagged(EventFlag::OutOfOrder), QList<int>{2});
    QTRY_COMPARE(f.feed->tailStatus().late, 1u);
}

/// What is stored of another scope, or behind a gap, says nothing of the order.
void TestLiveTail::marksNothingThatFillsAGap()
{
    TailFixture f;
    f.happen(1, f.now - 3h);
    f.happen(2, f.now - 2h);
    f.happen(3, f.now - 2s);
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.scope.range.since = f.now - 1h;
    QVERIFY(f.read(query));
    query.scope.organization = OrganizationId("org_one");
    query.scope.range.since = f.now - 4h;
    QVERIFY(f.follow(query));
    QVERIFY(f.hasAll());
    QCOMPARE(f.flagged(EventFlag::OutOfOrder), QList<int>());
    QCOMPARE(f.feed->tailStatus().late, 0u);
}

void TestLiveTail::keepsItsPositionBehindTheMargin()
{
    TailFixture f;
    f.happen(1, f.now - 30s);
    f.happen(2, f.now - 11s);
    f.happen(3, f.now - 9s);
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    const auto askedAfter = [&f] { return f.server.requests().constLast().parameter(u"after"_s); };
    QTRY_COMPARE(askedAfter(), QString::fromLatin1(sampleId(2)));
    f.stream.date = f.now + 5s;
    QTRY_COMPARE(askedAfter(), QString::fromLatin1(sampleId(3)));
    QVERIFY(!f.server.requests().constLast().has(u"range_start"_s));
    QVERIFY(!f.server.requests().constLast().has(u"range_end"_s));
    QTRY_COMPARE(f.feed->tailStatus().settledUntil, f.now - 5s);
}

/// A poll's first page is an hour older than its second, after a 429 with a long pause. An event that was hidden when the
/// first one was made comes with the next poll.
void TestLiveTail::settlesByThePollsFirstAnswer()
{
    TailFixture f;
    f.happen(1, f.now - 30s);
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    QTRY_VERIFY(f.server.requests().constLast().has(u"after"_s));
    for (int i = 0; i < 150; ++i) {
        f.happen(100 + i, f.now - 5s + i * 10ms);
    }
    std::optional<Instant> settled;
    QByteArray behindPoll;
    f.server.setFallback([&](const StubRequest &request) {
        const QByteArray after = request.parameter(u"after"_s).toLatin1();
        if (after == sampleId(199)) {
            f.stream.date = f.now + 1h;
            f.happen(2, f.now - 6s);
        } else if (f.stream.date > f.now && behindPoll.isEmpty()) {
            behindPoll = after;
            settled = f.feed->tailStatus().settledUntil;
        }
        return f.stream.answer(request);
    });
    QTRY_VERIFY(f.hasAll());
    QCOMPARE(behindPoll, sampleId(1)); // not behind what was read before the pause
    QCOMPARE(settled, std::optional(f.now - 10s));
    QTRY_COMPARE(f.feed->tailStatus().settledUntil, f.now + 1h - 10s);
    QCOMPARE(f.flagged(EventFlag::OutOfOrder), QList<int>{2});
}

void TestLiveTail::findsWhatWasHiddenLongerThanTheMargin()
{
    TailFixture f;
    f.tail.sweepEvery = 20ms;
    f.happen(1, f.now - 50s);
    f.happen(3, f.now - 20s);
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    QVERIFY(f.hasAll());
    f.happen(2, f.now - 40s);
    QTRY_VERIFY(f.hasAll());
    QTRY_COMPARE(f.flagged(EventFlag::OutOfOrder), QList<int>{2});
}

void TestLiveTail::letsTheCoverageGrow()
{
    TailFixture f;
    f.tail.sweepEvery = 10ms;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    const Instant since = f.query().scope.range.since;
    QCOMPARE(f.covered(f.query()), (TimeRanges{{since, f.now - 60s}}));
    QVERIFY(f.follow(f.query()));
    for (int i = 1; i <= 20; ++i) {
        f.stream.date = f.now + i * 30s;
        f.happen(i, f.now + i * 30s - 1s);
        QTRY_COMPARE(f.feed->snapshot().rowCount(), EventRow(i));
    }
    QTRY_COMPARE(f.covered(f.query()), (TimeRanges{{since, f.now + 9min}}));
}

void TestLiveTail::goesOnAfterARestart()
{
    TailFixture f;
    f.stream = StubStream::even(20, f.now - 1h, 1min);
    f.stream.date = f.now;
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    f.happen(100, f.now - 70s);
    f.happen(101, f.now - 5s);
    QTRY_COMPARE(f.feed->snapshot().rowCount(), 21u); // 100 is older than any hidden event
    QVERIFY(!f.hasAll());
    f.reopen();
    f.stream.events.erase(f.stream.events.end() - 2);
    f.stream.date = f.now + 1h;
    for (int i = 0; i < 130; ++i) {
        f.happen(200 + i, f.now + i * 1s);
    }
    f.server.forget();
    FetchQuery later = f.query();
    later.scope.range = {f.now - 23h, f.now + 1h};
    QVERIFY(f.follow(later));
    QVERIFY(f.hasAll());
    QCOMPARE(f.server.requests().constFirst().parameter(u"range_start"_s).toLatin1(),
             isoUtcExact(f.now - 61s));
    QCOMPARE(f.feed->snapshot().rowCount(), 151u);
    QCOMPARE(f.flagged(EventFlag::ReceivedAgain), QList<int>());
}

void TestLiveTail::asksLessWhenQuiet()
{
    TailFixture f;
    f.tail.every = 10ms;
    f.tail.longestPause = 60ms;
    QVERIFY(f.open());
    QList<qint64> pauses;
    connect(f.feed.get(), &EventFeed::tailChanged, &f.server, [&f, &pauses] {
        const TailStatus &status = f.feed->tailStatus();
        if (status.state == TailState::Live && status.polls == quint64(pauses.size()) + 1) {
            const Duration pause = status.nextPollAt - *status.lastGoodPoll;
            pauses.append(std::chrono::round<std::chrono::milliseconds>(pause).count());
        }
    });
    QVERIFY(f.follow(f.query()));
    QVERIFY(f.waitForPolls(4));
    QCOMPARE(pauses.mid(0, 5), (QList<qint64>{10, 20, 40, 60, 60}));
    f.happen(1, f.now - 1s);
    QTRY_COMPARE(f.feed->tailStatus().events, 1u);
    QTRY_VERIFY(pauses.mid(5).contains(10));
}

void TestLiveTail::waitsWhileAReadRuns()
{
    TailFixture f;
    f.happen(1, f.now - 1h);
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{200, {}, {}, Travel::Silence};
    });
    FetchQuery again = f.query();
    f.feed->fetch(again);
    QTRY_COMPARE(f.feed->tailStatus().state, TailState::Paused);
    f.server.forget();
    f.server.setFallback([&f](const StubRequest &request) { return f.stream.answer(request); });
    f.feed->stop();
    QTRY_COMPARE(f.feed->tailStatus().state, TailState::Live);
    f.happen(2, f.now - 1s);
    QTRY_VERIFY(f.hasAll());
}

void TestLiveTail::readsALongAbsenceInWindows()
{
    TailFixture f;
    f.stream = StubStream::even(170, f.now - 85 * 24h, 12h);
    f.stream.date = f.now;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    QVERIFY(f.follow(query));
    QVERIFY(f.hasAll());
    QCOMPARE(f.feed->tailStatus().polls, 1u);
    for (const StubRequest &request : f.server.requests().mid(0, 2)) {
        QVERIFY(request.has(u"range_end"_s) || request.has(u"after"_s));
    }
    f.feed->stopTail();
    QTRY_COMPARE(f.covered(query), (TimeRanges{{query.scope.range.since, f.now - 60s}}));
}

void TestLiveTail::saysWhatCanNoLongerBeRead()
{
    const Instant now = *tryParseIsoInstant("2026-11-23T12:00:00Z");
    const TypeCatalogue catalogue = *TypeCatalogue::load();
    const FixedClock clock(now);
    QTemporaryDir folder;
    auto store = EventStore::open(folder.path() + u"/store"_s, catalogue);
    QVERIFY(store);
    auto database = Database::open(folder.path() + u"/playhead.sqlite"_s);
    QVERIFY(database);
    auto coverage = Coverage::load(*database, u"store"_s, 0);
    QVERIFY(coverage);
    const TimeRange read{now - 120 * 24h, now - 100 * 24h};
    QVERIFY(coverage->add({}, read, 0));
    QNetworkAccessManager network;
    EventsClient client(network, catalogue, clock);
    client.setTarget({QUrl(u"https://api.workos.com"_s), "sk_test_secret"});
    RateLimit rate;
    rate.pause(std::chrono::steady_clock::now(), 1h, {}); // nothing is sent
    LiveTail tail(**store, client, rate, *coverage, catalogue, clock);
    FetchScope scope;
    scope.range = {now - 110 * 24h, now};
    tail.start(scope);
    QCOMPARE(tail.status().unreadable, (TimeRange{read.until, now - 90 * 24h + 1min}));
    scope.range.since = now - 90 * 24h + 1min;
    tail.start(scope);
    QCOMPARE(tail.status().unreadable, TimeRange{});
    QCOMPARE(tail.status().requests, 0u);
}

void TestLiveTail::marksWhatComesTwiceInOnePoll()
{
    TailFixture f;
    f.happen(1, f.now - 30s);
    f.happen(2, f.now - 6s);
    f.stream.events.push_back(f.stream.events.back());
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    QTRY_COMPARE(f.flagged(EventFlag::ReceivedAgain), QList<int>{2});
    QSignalSpy marked(f.feed.get(), &EventFeed::marksChanged);
    QVERIFY(f.waitForPolls(4));
    QCOMPARE(marked.size(), 0);
    QCOMPARE(f.feed->snapshot().rowCount(), 2u);
    QCOMPARE(f.feed->tailStatus().duplicates, 1u);
}

void TestLiveTail::asksForItsTypesAndOrganization()
{
    TailFixture f;
    f.stream = StubStream::even(60, f.now - 1h, 1min);
    f.stream.date = f.now;
    f.stream.wantsTypes = true;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.scope.types = {"user.created"};
    query.scope.organization = OrganizationId("org_two");
    QVERIFY(f.follow(query));
    const StubRequest request = f.server.requests().constFirst();
    QCOMPARE(request.parameter(u"events"_s), u"user.created"_s);
    QCOMPARE(request.parameter(u"organization_id"_s), u"org_two"_s);
    QCOMPARE(f.feed->snapshot().rowCount(), 10u);
    // All types of a server that wants a list (semantics 6).
    f.server.forget();
    QVERIFY(f.follow(f.query()));
    QTRY_COMPARE(f.feed->snapshot().rowCount(), 60u);
}

void TestLiveTail::stops()
{
    TailFixture f;
    QVERIFY(f.open());
    QVERIFY(f.follow(f.query()));
    f.feed->stopTail();
    QTRY_COMPARE(f.feed->tailStatus().state, TailState::Off);
    const auto asksNoMore = [&f] {
        const qsizetype before = f.server.requests().size();
        QTest::qWait(200); // ten times the longest pause
        return f.server.requests().size() == before;
    };
    QVERIFY(asksNoMore());
    QVERIFY(f.follow(f.query()));
    QVERIFY(f.waitForPolls(2));
    f.feed->close();
    QCOMPARE(f.feed->tailStatus().state, TailState::Off);
    QCoreApplication::processEvents(); // a request that was on its way
    QVERIFY(asksNoMore());
}

QTEST_GUILESS_MAIN(TestLiveTail)
#include "tst_livetail.moc"

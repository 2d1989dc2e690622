// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/feedfixture.h"
#include "tests/model/api/sampleevents.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Nearly all events in the last days of the range: equal parts of time would be read by one reader.
StubStream crowdedAtTheEnd(int count, Instant now)
{
    StubStream stream = StubStream::even(count, now - 80 * 24h, 1min);
    for (int i = 0; i < count; ++i) {
        const double share = std::pow(double(i + 1) / (count + 1), 0.05);
        stream.events[size_t(i)].createdAt = floorToMs(
            now - 80 * 24h + Duration(qint64(share * double(Duration(80 * 24h).count()))));
        StubStream::Event &event = stream.events[size_t(i)];
        event.raw = sampleEvent(i, event.createdAt, event.type, event.organization);
    }
    stream.date = now + 61s;
    return stream;
}

} // namespace

/// Several windows at once end as the same file as one after another.
class TestParallelRead : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void readsTheSame_data();
    void readsTheSame();
    void asksManyAtOnce();
    void anIdleReaderTakesFromTheFullest();
    void equalTimesKeepTheServersOrder();
    void stopsAndGoesOn();
    void aPauseHoldsAllReaders();
    void keepsTheRate();
    void aLimitIsReadByOne();
    void adaptsTypesOnce();
};

void TestParallelRead::readsTheSame_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<int>("windows");
    for (const int windows : {2, 6, 16}) {
        for (const char *name : {"plain",
                                 "ignores range_end",
                                 "exclusive start",
                                 "inclusive end",
                                 "cursor on the last page"}) {
            QTest::addRow("%s, %d", name, windows) << QString::fromLatin1(name) << windows;
        }
    }
}

void TestParallelRead::readsTheSame()
{
    QFETCH(const QString, server);
    QFETCH(const int, windows);
    FeedFixture f;
    f.windows = windows;
    // Events at the range's very start and at seams.
    f.stream = StubStream::even(2600,
                                f.now - 89 * 24h,
                                std::chrono::duration_cast<Duration>(89 * 24h) / 2600);
    f.stream.date = f.now + 61s;
    f.stream.ignoresRangeEnd = server == "ignores range_end"_L1;
    f.stream.isStartExclusive = server == "exclusive start"_L1;
    f.stream.isEndInclusive = server == "inclusive end"_L1;
    f.stream.fullLastPageHasCursor = server == "cursor on the last page"_L1;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    const FetchProgress &progress = f.feed->progress();
    QVERIFY2(progress.state == FetchState::Done, qPrintable(progress.error.message));
    QVERIFY(f.stored() == f.stream.allRaw());
    QCOMPARE(progress.events, 2600u);
    QCOMPARE(progress.duplicates, 0u);
    QCOMPARE(progress.retries, 0u);
    QVERIFY(progress.windows >= quint64(windows));
    QCOMPARE(progress.windowsInAll, int(progress.windows));
    QCOMPARE(progress.windowsOpen, 0);
    QCOMPARE(progress.share, 1.0);
    QCOMPARE(progress.oldest, f.stream.events.front().createdAt);
    QCOMPARE(progress.newest, f.stream.events.back().createdAt);
    QCOMPARE(progress.lastEventId, EventId(f.stream.events.back().id));
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
    for (const StubRequest &request : f.server.requests()) {
        QVERIFY(request.has(u"range_end"_s));
        QVERIFY(request.has(u"after"_s) != request.has(u"range_start"_s));
    }
}

void TestParallelRead::asksManyAtOnce()
{
    // Nobody is answered before six ask: one after another would wait for ever.
    FeedFixture f;
    f.windows = 6;
    f.stream = StubStream::even(1200, f.now - 80 * 24h, 90min);
    f.stream.date = f.now + 61s;
    f.server.holdUntil(6);
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QVERIFY(f.stored() == f.stream.allRaw());
}

void TestParallelRead::anIdleReaderTakesFromTheFullest()
{
    FeedFixture f;
    f.windows = 6;
    f.stream = crowdedAtTheEnd(6000, f.now);
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    const FetchProgress &progress = f.feed->progress();
    QVERIFY2(progress.state == FetchState::Done, qPrintable(progress.error.message));
    QVERIFY(f.stored() == f.stream.allRaw());
    QCOMPARE(progress.duplicates, 0u);
    QVERIFY2(progress.windows > 10, qPrintable(QString::number(progress.windows)));
    // Sharing costs requests, but few: 60 pages and the empty ends of windows.
    QVERIFY2(progress.requests < 60 + 3 * progress.windows,
             qPrintable(QString::number(progress.requests)));
}

void TestParallelRead::equalTimesKeepTheServersOrder()
{
    FeedFixture f;
    f.windows = 8;
    f.stream = crowdedAtTheEnd(3000, f.now);
    // Hundreds of equal times, and ids that do not tell the order.
    for (size_t i = 0; i < f.stream.events.size(); ++i) {
        StubStream::Event &event = f.stream.events[i];
        event.createdAt = f.stream.events[i - i % 250].createdAt;
        const int number = int(i * 7919 % 3000);
        event.id = sampleId(number);
        event.raw = sampleEvent(number, event.createdAt, event.type, event.organization);
    }
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QVERIFY(f.stored() == f.stream.allRaw());
}

void TestParallelRead::stopsAndGoesOn()
{
    FeedFixture f;
    f.windows = 6;
    f.stream = crowdedAtTheEnd(4000, f.now);
    QVERIFY(f.open());
    quint64 stopAt = 3;
    connect(&f.server, &StubServer::requested, this, [&f, &stopAt] {
        if (quint64(f.server.requests().size()) == stopAt) {
            f.feed->stop();
        }
    });
    f.feed->fetch(f.query());
    int stops = 0;
    while (true) {
        QVERIFY(f.waitForEnd());
        if (f.feed->progress().state != FetchState::Stopped) {
            break;
        }
        ++stops;
        stopAt = quint64(f.server.requests().size()) + 7;
        f.feed->goOn();
    }
    QVERIFY2(stops > 4, qPrintable(QString::number(stops)));
    const FetchProgress &progress = f.feed->progress();
    QVERIFY2(progress.state == FetchState::Done, qPrintable(progress.error.message));
    QVERIFY(f.stored() == f.stream.allRaw());
    QCOMPARE(progress.events, 4000u);
    QCOMPARE(progress.duplicates, 0u);
    QCOMPARE(progress.retries, 0u);
}

void TestParallelRead::aPauseHoldsAllReaders()
{
    FeedFixture f;
    f.windows = 6;
    f.stream = StubStream::even(1200, f.now - 80 * 24h, 90min);
    f.stream.date = f.now + 61s;
    f.server.setFallback([&f](const StubRequest &request) {
        if (request.number == 9) {
            return StubAnswer{429, "\"Ratelimited\"", {{"Retry-After", "3600"}}, Travel::Whole};
        }
        return f.stream.answer(request);
    });
    QVERIFY(f.open());
    f.feed->fetch(f.query());
    QTRY_COMPARE(f.feed->progress().state, FetchState::Waiting);
    QCOMPARE(f.feed->progress().waitReason.code, ErrorCode::RateLimited);
    QCOMPARE(f.feed->progress().failedTries, 0); // The other pages came.
    const auto left = f.feed->progress().waitUntil - f.now;
    QVERIFY(left > 3590s && left <= 3600s);
    // Those that were on their way came; nobody has asked since.
    QVERIFY(f.server.requests().size() <= 9 + 5);
    const qsizetype asked = f.server.requests().size();
    QElapsedTimer stopping;
    stopping.start();
    f.feed->stop();
    QTRY_COMPARE(f.feed->progress().state, FetchState::Stopped);
    QVERIFY(stopping.elapsed() < 200);
    // The server's pause outlives the stop; another server asked for none.
    f.feed->goOn();
    QTRY_COMPARE(f.feed->progress().state, FetchState::Waiting);
    QCOMPARE(f.feed->progress().waitReason.code, ErrorCode::RateLimited);
    QCOMPARE(f.server.requests().size(), asked);
    f.feed->stop();
    QVERIFY(f.waitForEnd());
    StubServer other;
    other.setFallback([&f](const StubRequest &request) { return f.stream.answer(request); });
    f.feed->setFetchTarget({other.url(), "sk_test_secret"});
    f.feed->goOn();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QVERIFY(f.stored() == f.stream.allRaw());
    QCOMPARE(f.server.requests().size(), asked);
}

void TestParallelRead::keepsTheRate()
{
    FeedFixture f;
    f.windows = 6;
    f.rate = 100;
    f.stream = StubStream::even(4000, f.now - 80 * 24h, 28min);
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    QElapsedTimer reading;
    reading.start();
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QVERIFY(f.stored() == f.stream.allRaw());
    // A tenth of a second's requests at once, then the rate: the time cannot be shorter.
    const quint64 requests = f.feed->progress().requests;
    QVERIFY(requests >= 40);
    QVERIFY(reading.elapsed() >= qint64(requests - 10) * 10 - 20);
}

void TestParallelRead::aLimitIsReadByOne()
{
    FeedFixture f;
    f.windows = 6;
    f.stream = StubStream::even(2000, f.now - 80 * 24h, 50min);
    f.stream.date = f.now + 61s;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.limit = 731;
    QVERIFY(f.read(query));
    const std::vector<QByteArray> all = f.stream.allRaw();
    QVERIFY(f.stored() == std::vector<QByteArray>(all.begin(), all.begin() + 731));
}

void TestParallelRead::adaptsTypesOnce()
{
    FeedFixture f;
    f.windows = 6;
    f.stream = StubStream::even(900, f.now - 80 * 24h, 2h);
    f.stream.date = f.now + 61s;
    f.stream.wantsTypes = true;
    f.stream.refusedTypes = {"organization.created", "user.created"};
    f.server.holdUntil(6);
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QVERIFY2(f.feed->progress().state == FetchState::Done,
             qPrintable(f.feed->progress().error.message));
    QCOMPARE(f.feed->progress().refusedTypes,
             (QStringList{u"organization.created"_s, u"user.created"_s}));
    QCOMPARE(f.feed->progress().events, 600u);
    FetchQuery query = f.query();
    query.scope.types = {"user.created"};
    QVERIFY(f.covered(query).empty());
    query.scope.types = {"dsync.user.updated"};
    QCOMPARE(f.covered(query), TimeRanges{query.scope.range});
}

QTEST_GUILESS_MAIN(TestParallelRead)
#include "tst_parallelread.moc"

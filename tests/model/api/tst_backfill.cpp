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

namespace {

/// A second between events. The first page, answered at `served`, reaches the event of 5 s before it; what follows is told two
/// minutes later, when the event of 10 s before it is no longer hidden.
class HiddenFixture : public FeedFixture
{
public:
    HiddenFixture()
    {
        stream = StubStream::even(180, served - 105s, 1s);
        stream.date = served;
        const auto place = stream.events.begin() + 95;
        const StubStream::Event hidden = *place;
        stream.events.erase(place);
        server.setFallback([this, hidden](const StubRequest &request) {
            if (request.number == 2) {
                stream.events.insert(stream.events.begin() + 95, hidden);
                stream.date = now + 61s;
                return StubAnswer{401, "{}", {}, Travel::Whole};
            }
            return stream.answer(request);
        });
    }

    FetchQuery query() const ///< In one window.
    {
        FetchQuery query = FeedFixture::query();
        query.scope.range.since = now - 1h;
        return query;
    }

    const Instant served = now - 120s;
};

} // namespace

class TestBackfill : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void readsEverythingInSeveralWindows_data();
    void readsEverythingInSeveralWindows();
    void leavesOutWhatIsCovered();
    void coverageNeverReachesTheHiddenSeconds();
    void coverageStaysBehindWhatWasHidden();
    void readsAfterAnEvent();
    void readsNoMoreThanTheLimit();
    void countsWhatComesAgain();
    void marksLateEvents();
    void tellsTheLastSettledEvent();
    void whatWasHiddenDoesNotSettle();
    void keepsHugeAndOddEvents();
};

void TestBackfill::readsEverythingInSeveralWindows_data()
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

void TestBackfill::readsEverythingInSeveralWindows()
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

void TestBackfill::leavesOutWhatIsCovered()
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

void TestBackfill::coverageNeverReachesTheHiddenSeconds()
{
    FeedFixture f;
    f.stream = StubStream::even(10, f.now - 1h, 1min);
    f.stream.date = f.now - 5s;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.covered(f.query()), (TimeRanges{{f.query().scope.range.since, f.now - 65s}}));
}

void TestBackfill::coverageStaysBehindWhatWasHidden()
{
    HiddenFixture f;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().error.code, ErrorCode::KeyRefused);
    f.feed->goOn();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    // The cursor stood behind the hidden event, so it was not read.
    QCOMPARE(f.feed->progress().events, 179u);
    QCOMPARE(f.covered(f.query()), (TimeRanges{{f.query().scope.range.since, f.served - 60s}}));
    FetchQuery rest = f.query();
    rest.skipCovered = true;
    QVERIFY(f.read(rest));
    QVERIFY(f.stored() == f.stream.allRaw());
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
}

void TestBackfill::readsAfterAnEvent()
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

void TestBackfill::readsNoMoreThanTheLimit()
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

void TestBackfill::countsWhatComesAgain()
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

void TestBackfill::marksLateEvents()
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

void TestBackfill::tellsTheLastSettledEvent()
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

void TestBackfill::whatWasHiddenDoesNotSettle()
{
    HiddenFixture f;
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    f.feed->goOn();
    QVERIFY(f.waitForEnd());
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    // Whoever goes on after it gets the event of 10 s before, which was hidden.
    QCOMPARE(f.feed->progress().lastEventId, EventId(sampleId(94)));
}

void TestBackfill::keepsHugeAndOddEvents()
{
    FeedFixture f;
    f.stream = StubStream::even(3, f.now - 2h, 1min);
    f.stream.date = f.now + 61s;
    std::vector<StubStream::Event> &events = f.stream.events;
    events[0].raw.replace("\"data\":{",
                          "\"data\":{\"text\":\"" + QByteArray(5'000'000, 'x') + "\",");
    events[1]
        .raw.replace("\"data\":{",
                     "\"data\":{\"n\":1e400,\"n\":123456789012345678901234567890,\"s\":\"\\/\",");
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().state, FetchState::Done);
    QCOMPARE(f.stored(), f.stream.allRaw());
}

QTEST_GUILESS_MAIN(TestBackfill)
#include "tst_backfill.moc"

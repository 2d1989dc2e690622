// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/feedfixture.h"
#include "tests/model/api/sampleevents.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A feed with a tail that has read three events, the last of them younger than the margin.
class FollowedFixture : public FeedFixture
{
public:
    FollowedFixture()
    {
        stream = StubStream::even(3, now - 45s, 20s);
        stream.date = now;
    }

    bool begin()
    {
        return open() && follow(query())
               && QTest::qWaitFor([this] { return server.requests().constLast().has(u"after"_s); });
    }
    void happen(int number, Instant at)
    {
        stream.events.push_back(
            {sampleId(number), "user.created", {}, at, sampleEvent(number, at)});
    }
    bool hasAll() const { return stored() == stream.allRaw(); }
    void answerAll(const StubAnswer &answer)
    {
        server.setFallback([answer](const StubRequest &) { return answer; });
    }
    void answerAgain()
    {
        server.setFallback([this](const StubRequest &request) { return stream.answer(request); });
    }
    const TailStatus &status() const { return feed->tailStatus(); }
};

Travel travelOf(const QString &name)
{
    return name == "reset"_L1 ? Travel::ResetBefore
           : name == "cut"_L1 ? Travel::CutWithLength
                              : Travel::Whole;
}

} // namespace

class TestLiveTailFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void neverGivesUp_data();
    void neverGivesUp();
    void waitsForAServerThatIsGone();
    void waitsAsToldOn429();
    void goesOnAtThePageThatBroke();
    void stopsAtAPageThatStaysBroken_data();
    void stopsAtAPageThatStaysBroken();
    void aBrokenPageNowAndThenStopsNothing();
    void stopsByName_data();
    void stopsByName();
    void noticesARestartWithoutAWord_data();
    void noticesARestartWithoutAWord();
    void canBeStartedAgain();
    void tellsOfEachRequest();
};

void TestLiveTailFaults::neverGivesUp_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("travel");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("reset") << 200 << u"reset"_s << ErrorCode::ConnectionLost;
    QTest::newRow("cut") << 200 << u"cut"_s << ErrorCode::ConnectionLost;
    QTest::newRow("503") << 503 << u"whole"_s << ErrorCode::ServerFailed;
    QTest::newRow("408") << 408 << u"whole"_s << ErrorCode::ServerFailed;
}

void TestLiveTailFaults::neverGivesUp()
{
    QFETCH(const int, status);
    QFETCH(const QString, travel);
    QFETCH(const ErrorCode, code);
    FollowedFixture f;
    QVERIFY(f.begin());
    QCOMPARE(f.status().retries, 0u);
    f.answerAll({status, "{\"data\":[],\"object\":\"list\"}", {}, travelOf(travel)});
    f.happen(10, f.now - 3s);
    QTRY_VERIFY(f.status().failedTries > 12);
    QCOMPARE(f.status().state, TailState::Waiting);
    QCOMPARE(f.status().error.code, code);
    QVERIFY(f.status().failingSince > f.status().startedAt);
    QVERIFY(f.status().lastGoodPoll <= f.status().failingSince);
    f.happen(11, f.now - 2s);
    f.answerAgain();
    QTRY_VERIFY(f.hasAll());
    QTRY_COMPARE(f.status().state, TailState::Live);
    QCOMPARE(f.status().failedTries, 0);
    QVERIFY(f.status().retries > 12);
    QVERIFY(f.status().error.message.isEmpty());
}

void TestLiveTailFaults::waitsForAServerThatIsGone()
{
    FollowedFixture f;
    QUrl nobody;
    {
        StubServer gone;
        nobody = gone.url();
    }
    QVERIFY(f.begin());
    f.feed->setFetchTarget({nobody, "sk_test_secret"});
    QTRY_VERIFY(f.status().failedTries > 9);
    QCOMPARE(f.status().error.code, ErrorCode::ConnectionRefused);
    for (int i = 0; i < 120; ++i) {
        f.happen(10 + i, f.now - 3s + i * 1ms);
    }
    f.feed->setFetchTarget({f.server.url(), "sk_test_secret"});
    QTRY_VERIFY(f.hasAll());
    QTRY_COMPARE(f.status().state, TailState::Live);
}

void TestLiveTailFaults::waitsAsToldOn429()
{
    FollowedFixture f;
    QVERIFY(f.begin());
    std::optional<TailStatus> waiting;
    connect(f.feed.get(), &EventFeed::tailChanged, this, [&f, &waiting] {
        if (!waiting && f.status().state == TailState::Waiting) {
            waiting = f.status();
        }
    });
    Instant refusedAt{};
    QElapsedTimer sinceRefused;
    std::optional<qint64> waitedMs;
    f.server.setFallback([&](const StubRequest &request) {
        if (!sinceRefused.isValid()) {
            refusedAt = SystemClock().now();
            sinceRefused.start();
            return StubAnswer{429, "\"Ratelimited\"", {{"Retry-After", "1"}}, Travel::Whole};
        }
        waitedMs = waitedMs.value_or(sinceRefused.elapsed());
        return f.stream.answer(request);
    });
    QTRY_VERIFY(waiting);
    const Instant seenAt = SystemClock().now();
    f.happen(10, f.now - 3s);
    QCOMPARE(waiting->error.code, ErrorCode::RateLimited);
    QVERIFY(waiting->nextPollAt >= refusedAt + 1s && waiting->nextPollAt <= seenAt + 1s);
    QTRY_VERIFY(waitedMs);
    QVERIFY2(*waitedMs >= 1'000, qPrintable(QString::number(*waitedMs)));
    QTRY_VERIFY(f.hasAll());
}

void TestLiveTailFaults::goesOnAtThePageThatBroke()
{
    FollowedFixture f;
    QVERIFY(f.begin());
    for (int i = 0; i < 320; ++i) {
        f.happen(10 + i, f.now - 3s + i * 1ms);
    }
    f.server.forget();
    int faults = 0;
    f.server.setFallback([&f, &faults](const StubRequest &request) {
        const bool isThird = request.parameter(u"after"_s).toLatin1() == sampleId(208);
        return isThird && ++faults <= 3 ? StubAnswer{500, "{}", {}, Travel::Whole}
                                        : f.stream.answer(request);
    });
    QTRY_VERIFY(f.hasAll());
    QVERIFY(faults >= 3);
    QVERIFY(f.status().late == 0 && f.status().events == 323);
}

void TestLiveTailFaults::stopsAtAPageThatStaysBroken_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no page") << QByteArray("{\"data\":[],\"object\":\"list\"}");
    QTest::newRow("no JSON") << QByteArray("<html>Sign in</html>");
    const Instant t = *tryParseIsoInstant("2026-11-23T11:59:58Z");
    QByteArray repeated = pageBody({sampleEvent(9, t)}, sampleId(9));
    QTest::newRow("repeated") << repeated;
}

void TestLiveTailFaults::stopsAtAPageThatStaysBroken()
{
    QFETCH(const QByteArray, body);
    FollowedFixture f;
    QVERIFY(f.begin());
    // Faults of another kind do not count: twelve of them come first.
    int count = 0;
    f.server.setFallback([&count, body](const StubRequest &) {
        return ++count <= 12 ? StubAnswer{503, "{}", {}, Travel::Whole}
                             : StubAnswer{200, body, {}, Travel::Whole};
    });
    QTRY_COMPARE(f.status().state, TailState::Failed);
    QCOMPARE(f.status().error.code, ErrorCode::Malformed);
    QVERIFY2(f.status().error.message.endsWith(u"Tried 8 times."_s),
             qPrintable(f.status().error.message));
    QVERIFY(count == 20 || count == 21); // a repeated page is a good one at first
    // By hand it goes on where it was.
    f.happen(10, f.now - 3s);
    f.answerAgain();
    QVERIFY(f.follow(f.query()));
    QTRY_VERIFY(f.feed->snapshot().find(EventId(sampleId(10))));
}

void TestLiveTailFaults::aBrokenPageNowAndThenStopsNothing()
{
    FollowedFixture f;
    QVERIFY(f.begin());
    int count = 0;
    f.server.setFallback([&f, &count](const StubRequest &request) {
        return ++count % 5 != 0 ? StubAnswer{200, "{}", {}, Travel::Whole}
                                : f.stream.answer(request);
    });
    QTRY_VERIFY(count > 50);
    QVERIFY(f.status().isOn());
}

void TestLiveTailFaults::stopsByName_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("401") << 401 << QByteArray("{}") << ErrorCode::KeyRefused;
    QTest::newRow("403") << 403 << QByteArray("{}") << ErrorCode::Forbidden;
    QTest::newRow("redirect") << 302 << QByteArray() << ErrorCode::Redirected;
    QTest::newRow("404") << 404 << QByteArray("{}") << ErrorCode::BadRequest;
    QTest::newRow("unknown event")
        << 400 << QByteArray("{\"message\":\"Event not found: '" + sampleId(1) + "'.\"}")
        << ErrorCode::CursorUnknown;
    const Instant t = *tryParseIsoInstant("2026-11-23T12:00:00Z");
    QTest::newRow("newest first")
        << 200 << pageBody({sampleEvent(9, t), sampleEvent(8, t - 1s), sampleEvent(7, t - 2s)})
        << ErrorCode::BadRequest;
}

void TestLiveTailFaults::stopsByName()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    FollowedFixture f;
    QVERIFY(f.begin());
    f.answerAll({status, body, {}, Travel::Whole});
    QTRY_COMPARE(f.status().state, TailState::Failed);
    QCOMPARE(f.status().error.code, code);
    QVERIFY(!f.status().error.message.contains(u'\n'));
    QCOMPARE(f.feed->snapshot().rowCount(), 3u);
}

void TestLiveTailFaults::noticesARestartWithoutAWord_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("from the first event") << u"first"_s;
    QTest::newRow("other events, older, and more to come") << u"older"_s;
    QTest::newRow("another stream") << u"stream"_s;
    QTest::newRow("asked by time") << u"time"_s;
}

void TestLiveTailFaults::noticesARestartWithoutAWord()
{
    QFETCH(const QString, kind);
    FollowedFixture f;
    f.stream.streamId = "one";
    if (kind == "time"_L1) {
        f.tail.sweepEvery = 0ms; // no poll after an event
        QVERIFY(f.open() && f.follow(f.query()));
    } else {
        QVERIFY(f.begin());
    }
    const bool isOlder = kind == "older"_L1 || kind == "time"_L1;
    StubStream other = isOlder ? StubStream::even(200, f.now - 48h, 1min) : f.stream;
    for (StubStream::Event &event : other.events) {
        if (isOlder) {
            event.raw.replace("event_0", "event_9");
        }
    }
    other.streamId = kind == "stream"_L1 ? "two" : "one";
    f.server.setFallback([&other, kind](const StubRequest &request) {
        StubRequest asked = request;
        if (kind == "time"_L1) { // forgets the time, but not its cursors
            asked.target.replace("&range_start=", "&other=");
        } else if (kind != "stream"_L1) { // forgets the cursor
            asked.target.replace("&after=", "&other=");
        }
        return other.answer(asked);
    });
    QTRY_COMPARE(f.status().state, TailState::Failed);
    QCOMPARE(f.status().error.code,
             kind == "stream"_L1 || kind == "time"_L1 ? ErrorCode::Conflict
                                                      : ErrorCode::CursorUnknown);
    QVERIFY(f.status().error.message.contains(f.server.url().authority()));
    QCOMPARE(f.feed->snapshot().rowCount(), 3u);
}

void TestLiveTailFaults::canBeStartedAgain()
{
    FollowedFixture f;
    QVERIFY(f.begin());
    f.answerAll({401, "{}", {}, Travel::Whole});
    QTRY_COMPARE(f.status().state, TailState::Failed);
    f.happen(10, f.now - 3s);
    f.answerAgain();
    QVERIFY(f.follow(f.query()));
    QVERIFY(f.hasAll());
}

void TestLiveTailFaults::tellsOfEachRequest()
{
    FollowedFixture f;
    QVERIFY(f.open());
    QList<RequestRecord> records;
    connect(f.feed.get(), &EventFeed::requestAnswered, &f.server, [&records](const auto &record) {
        records.append(record);
    });
    f.server.queue({503, "{}", {{"X-Request-ID", "req_1"}}, Travel::Whole});
    QVERIFY(f.follow(f.query()));
    QVERIFY(records.size() >= 2);
    QCOMPARE(records[0].purpose, RequestPurpose::LiveTail);
    QCOMPARE(records[0].facts.status, 503);
    QCOMPARE(records[0].facts.requestId, QByteArray("req_1"));
    QCOMPARE(records[0].error.code, ErrorCode::ServerFailed);
    QCOMPARE(records[0].tryNumber, 1);
    QCOMPARE(records[1].tryNumber, 2);
    int events = 0;
    for (const RequestRecord &record : records.mid(1)) {
        QVERIFY(record.error.message.isEmpty() && record.notes.isEmpty());
        events += record.events;
    }
    QVERIFY(events >= 3); // in the last of the windows of the range, and asked for again
}

QTEST_GUILESS_MAIN(TestLiveTailFaults)
#include "tst_livetailfaults.moc"

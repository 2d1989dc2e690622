// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/api/feedfixture.h"
#include "tests/model/api/sampleevents.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestBackfillFaults : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void faultsInBetweenChangeNothing();
    void eachIsTriedAgain_data();
    void eachIsTriedAgain();
    void aBodyOverTheCapEndsAtOnce();
    void givesUpAfterEightTries_data();
    void givesUpAfterEightTries();
    void refusalsEndAtOnce_data();
    void refusalsEndAtOnce();
    void anUnknownEventIsNamed();
    void sendsTheListWhenTypesAreRequired();
    void takesOutRefusedTypesButNotChosenOnes();
    void noticesNewestFirst();
    void noticesAnotherStream();
};

void TestBackfillFaults::faultsInBetweenChangeNothing()
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
    QCOMPARE(progress.failedTries, 0);
    QCOMPARE(f.covered(f.query()), TimeRanges{f.query().scope.range});
}

void TestBackfillFaults::eachIsTriedAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body"); // Empty = the right one; "last" = the page before.
    QTest::addColumn<Travel>("travel");
    for (const int status : {408, 429, 500, 502, 503, 504}) {
        QTest::addRow("%d", status) << status << QByteArray("{}") << Travel::Whole;
    }
    const auto cut = [](const char *name, Travel travel) {
        QTest::newRow(name) << 200 << QByteArray() << travel;
    };
    cut("dropped inside", Travel::ResetInside);
    cut("cut with length", Travel::CutWithLength);
    cut("cut without length", Travel::CutWithoutLength);
    cut("cut chunked", Travel::CutChunked);
    cut("cut compressed", Travel::CutDeflated);
    cut("stalled", Travel::StallInside);
    cut("silent", Travel::Silence);
    cut("slow", Travel::SlowBytes);
    const auto wrong = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << 200 << body << Travel::Whole;
    };
    const QByteArray end = R"(],"list_metadata":{}})";
    wrong("wrong JSON", R"({"data":[)");
    wrong("no list_metadata", R"({"object":"list","data":[]})");
    wrong("no id",
          R"({"data":[{"event":"a.b","created_at":"2026-11-01T00:00:00Z","data":{}})" + end);
    wrong("no event", R"({"data":[{"id":"e","created_at":"2026-11-01T00:00:00Z","data":{}})" + end);
    wrong("no created_at", R"({"data":[{"id":"e","event":"a.b","data":{}})" + end);
    wrong("no data",
          R"({"data":[{"id":"e","event":"a.b","created_at":"2026-11-01T00:00:00Z"})" + end);
    wrong("repeated page", "last");
}

void TestBackfillFaults::eachIsTriedAgain()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Travel, travel);
    FeedFixture f;
    f.client = {600ms, 200ms, 64LL * 1024 * 1024};
    f.stream = StubStream::even(450, f.now - 20 * 24h, 30min);
    f.stream.date = f.now + 61s;
    QByteArray last;
    f.server.setFallback([&](const StubRequest &request) {
        StubAnswer answer = f.stream.answer(request);
        if (request.number == 3 || request.number == 4) {
            const QByteArray wrong = body == "last" ? last : body;
            return StubAnswer{status, wrong.isEmpty() ? answer.body : wrong, {}, travel};
        }
        last = answer.body;
        return answer;
    });
    FetchQuery query = f.query();
    query.scope.range.since = f.now - 25 * 24h;
    QVERIFY(f.open());
    QVERIFY(f.read(query));
    const FetchProgress &progress = f.feed->progress();
    QVERIFY2(progress.state == FetchState::Done, qPrintable(progress.error.message));
    QCOMPARE(progress.retries, 2u);
    QCOMPARE(progress.duplicates, 0u);
    QVERIFY(f.stored() == f.stream.allRaw());
}

void TestBackfillFaults::aBodyOverTheCapEndsAtOnce()
{
    FeedFixture f;
    f.client.bodyCapBytes = 1024 * 1024;
    f.server.setFallback([](const StubRequest &) {
        return StubAnswer{200, {}, {}, Travel::Endless};
    });
    QVERIFY(f.open());
    QVERIFY(f.read(f.query()));
    QCOMPARE(f.feed->progress().error.code, ErrorCode::TooLarge);
    QCOMPARE(f.feed->progress().requests, 1u);
}

void TestBackfillFaults::givesUpAfterEightTries_data()
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

void TestBackfillFaults::givesUpAfterEightTries()
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
    QCOMPARE(f.feed->progress().failedTries, 8);
    QCOMPARE(f.feed->progress().failingSince, f.now);
    QVERIFY(f.feed->progress().error.message.contains(u'8'));
    QVERIFY(f.covered(f.query()).empty());
}

void TestBackfillFaults::refusalsEndAtOnce_data()
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

void TestBackfillFaults::refusalsEndAtOnce()
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

void TestBackfillFaults::anUnknownEventIsNamed()
{
    FeedFixture f;
    QVERIFY(f.open());
    FetchQuery query = f.query();
    query.after = EventId("event_gone");
    QVERIFY(f.read(query));
    QCOMPARE(f.feed->progress().error.code, ErrorCode::CursorUnknown);
    QVERIFY(f.feed->progress().error.message.contains(u"event_gone"_s));
}

void TestBackfillFaults::sendsTheListWhenTypesAreRequired()
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

void TestBackfillFaults::takesOutRefusedTypesButNotChosenOnes()
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

void TestBackfillFaults::noticesNewestFirst()
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

void TestBackfillFaults::noticesAnotherStream()
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

QTEST_GUILESS_MAIN(TestBackfillFaults)
#include "tst_backfillfaults.moc"

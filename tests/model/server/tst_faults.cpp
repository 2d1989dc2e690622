// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/server/faultydemo.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace playhead;

class TestFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_demo.demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void answersWithFailures_data();
    void answersWithFailures();
    void failuresComeInBursts();
    void delaysWithinTheJitter();
    void revokesTheKeyAfterSoManyRequests();
    void skewsTheDatesOnly();
    void breaksTheJsonInSeveralWays();
    void leavesOutTheMetadata();
    void leavesOutOneFieldOfOneEvent();
    void repeatsThePageThatEndedAtTheCursor_data();
    void repeatsThePageThatEndedAtTheCursor();
    void walksLoseNothingByDoublesAndSwaps_data();
    void walksLoseNothingByDoublesAndSwaps();
    void whatCannotBeDoneGivesWay_data();
    void whatCannotBeDoneGivesWay();
    void leavesOtherRequestsAlone();
    void changesWhileItRuns();

private:
    FaultyDemo m_demo;
};

void TestFaults::answersWithFailures_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("retryAfter");
    const QByteArray tooMany = R"({"message":"Too many requests.","code":"rate_limit_exceeded"})";
    QTest::newRow("rate-limit") << QByteArray("rate-limit=1") << 429 << tooMany << QByteArray("1");
    QTest::newRow("rate-limit, seconds")
        << QByteArray("rate-limit=1,retry-after=17") << 429 << tooMany << QByteArray("17");
    QTest::newRow("rate-limit, date") << QByteArray("rate-limit=1,retry-after=60,as-date=1") << 429
                                      << tooMany << QByteArray("Mon, 23 Nov 2026 14:08:13 GMT");
    QTest::newRow("error-500") << QByteArray("error-500=1") << 500
                               << QByteArray(R"({"message":"Internal server error.",)"
                                             R"("code":"internal_server_error"})")
                               << QByteArray();
    QTest::newRow("error-503") << QByteArray("error-503=1") << 503
                               << QByteArray(R"({"message":"Service unavailable.",)"
                                             R"("code":"service_unavailable"})")
                               << QByteArray();
    const QByteArray onDemand = R"({"message":"Answered so on demand.","code":"error_on_demand"})";
    QTest::newRow("error-status") << QByteArray("error-status=1") << 502 << onDemand
                                  << QByteArray();
    QTest::newRow("error-status, chosen")
        << QByteArray("error-status=1,status=408") << 408 << onDemand << QByteArray();
}

void TestFaults::answersWithFailures()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto endpoint = m_demo.endpoint(planOf({fault.constData()}));
    for (const char *method : {"GET", "HEAD"}) {
        const ApiAnswer answer = ask(*endpoint, 1, "/events?limit=3", method);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body, body);
        QTEST(headerIn(answer, "Retry-After"), "retryAfter");
        QCOMPARE(answer.record.faults, fault.left(fault.indexOf('=')));
        QCOMPARE(answer.record.status, status);
        QCOMPARE(answer.record.events, qsizetype(-1));
        QVERIFY(!answer.record.message.isEmpty());
        QCOMPARE(answer.wire, WirePlan());
    }
}

void TestFaults::failuresComeInBursts()
{
    const auto endpoint = m_demo.endpoint(planOf({"error-503=0.1,burst=5"}));
    int failures = 0;
    int run = 0;
    for (quint64 number = 1; number <= 2'000; ++number) {
        if (ask(*endpoint, number, "/events?limit=1").status == 503) {
            ++run;
            ++failures;
        } else {
            QVERIFY(run == 0 || run >= 5);
            run = 0;
        }
    }
    QVERIFY(failures > 100 && failures < 300);
}

void TestFaults::delaysWithinTheJitter()
{
    const auto endpoint = m_demo.endpoint(planOf({"delay=1,ms=200,jitter=50", "rate-limit=0.5"}));
    QSet<qint64> seen;
    int limited = 0;
    for (quint64 number = 1; number <= 1'000; ++number) {
        const ApiAnswer answer = ask(*endpoint, number, "/events?limit=1");
        QVERIFY(answer.delay >= 200ms && answer.delay <= 250ms);
        seen.insert(answer.delay.count());
        QVERIFY(answer.record.faults.startsWith(
            "delay " + QByteArray::number(qint64(answer.delay.count())) + " ms"));
        limited += answer.record.faults.endsWith(", rate-limit") ? 1 : 0;
    }
    QVERIFY(seen.size() > 45);
    QVERIFY(limited > 400 && limited < 600); // goes together with others
    QCOMPARE(ask(*m_demo.endpoint(planOf({"delay=1,ms=0"})), 1, "/events").delay, 0ms);
}

void TestFaults::revokesTheKeyAfterSoManyRequests()
{
    const auto endpoint = m_demo.endpoint(planOf({"revoke-key=3", "slow=1", "rate-limit=0"}));
    for (quint64 number = 1; number <= 8; ++number) {
        const ApiAnswer answer = ask(*endpoint, number, "/events?limit=2");
        QCOMPARE(answer.status, number <= 3 ? 200 : 401);
        QCOMPARE(answer.record.faults,
                 QByteArray(number <= 3 ? "slow 2000 bytes/s" : "revoke-key"));
    }
    // Requests to other paths do not count.
    LocalApiConfig config;
    config.faults = planOf({"revoke-key=1"});
    const auto api = m_demo.serve(std::move(config));
    QVERIFY(api);
    RawClient client(api->url());
    client.get("/elsewhere");
    client.get("/elsewhere");
    QCOMPARE(client.get("/events").status, 200);
    const RawAnswer refused = client.get("/events");
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.body, QByteArray(R"({"message":"Unauthorized","code":"unauthorized"})"));
}

void TestFaults::skewsTheDatesOnly()
{
    const auto right = m_demo.endpoint({});
    const auto wrong = m_demo.endpoint(planOf({"clock-skew=-3600"}));
    const ApiAnswer answer = ask(*wrong, 1, "/events?limit=5");
    QCOMPARE(headerIn(answer, "Date"), QByteArray("Mon, 23 Nov 2026 13:07:13 GMT"));
    QCOMPARE(answer.body, ask(*right, 1, "/events?limit=5").body);
    QCOMPARE(answer.record.at, m_demo.now);
    QCOMPARE(answer.record.faults, QByteArray("clock-skew -3600 s"));
    // One clock: who counts from Date to Retry-After waits as long as without the fault.
    const auto limiting = m_demo.endpoint(
        planOf({"clock-skew=3600", "rate-limit=1,retry-after=60,as-date=1"}));
    const ApiAnswer limited = ask(*limiting, 1, "/events");
    QCOMPARE(headerIn(limited, "Date"), QByteArray("Mon, 23 Nov 2026 15:07:13 GMT"));
    QCOMPARE(headerIn(limited, "Retry-After"), QByteArray("Mon, 23 Nov 2026 15:08:13 GMT"));
}

void TestFaults::breaksTheJsonInSeveralWays()
{
    const auto endpoint = m_demo.endpoint(planOf({"wrong-json=1"}));
    const QByteArray right = ask(*m_demo.endpoint({}), 1, "/events?limit=5").body;
    QSet<qsizetype> sizes;
    bool isCut = false;
    bool isForeign = false;
    for (quint64 number = 1; number <= 200; ++number) {
        const ApiAnswer answer = ask(*endpoint, number, "/events?limit=5");
        JsonDocument document;
        QVERIFY2(!document.parse(answer.body), answer.body.constData());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.record.faults, QByteArray("wrong-json"));
        QCOMPARE(answer.wire, WirePlan()); // it arrives whole
        sizes.insert(answer.body.size());
        isCut = isCut || right.startsWith(answer.body);
        isForeign = isForeign || answer.body.startsWith('<');
    }
    QVERIFY(isCut && isForeign && sizes.size() > 20);
    // The shortest page, too.
    const QByteArray none = "/events?range_start=2026-11-01&range_end=2026-11-01";
    for (quint64 number = 1; number <= 100; ++number) {
        JsonDocument document;
        QVERIFY(!document.parse(ask(*endpoint, number, none).body));
    }
}

void TestFaults::leavesOutTheMetadata()
{
    const ApiAnswer answer = ask(*m_demo.endpoint(planOf({"no-metadata=1"})), 1, "/events?limit=5");
    JsonDocument document;
    QVERIFY(document.parse(answer.body));
    QVERIFY(!document.root().member("list_metadata"));
    QCOMPARE(document.root().member("data")->size(), qsizetype(5));
    QCOMPARE(answer.record.faults, QByteArray("no-metadata"));
}

void TestFaults::leavesOutOneFieldOfOneEvent()
{
    const auto endpoint = m_demo.endpoint(planOf({"missing-field=1"}));
    QSet<QByteArray> missed;
    for (quint64 number = 1; number <= 100; ++number) {
        const ApiAnswer answer = ask(*endpoint, number, "/events?limit=5");
        JsonDocument document;
        QVERIFY(document.parse(answer.body));
        QByteArrayList found;
        document.root().member("data")->forEachElement([&found](const JsonValue &event) {
            for (const QByteArray field : {"id", "event", "created_at", "data"}) {
                if (!event.member(field) && event.member(field + '_')) {
                    found.append(field);
                }
            }
        });
        QCOMPARE(found.size(), 1);
        QCOMPARE(answer.record.faults, "missing-field " + found.first());
        missed.insert(found.first());
    }
    QCOMPARE(missed.size(), 4);
}

void TestFaults::repeatsThePageThatEndedAtTheCursor_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"limit=7",
                              "limit=1",
                              "limit=100",
                              "limit=7&order=desc",
                              "limit=7&order=normal",
                              "limit=3&events=user.created,session.created",
                              "limit=2&range_end=2026-11-20"}) {
        QTest::newRow(query) << QByteArray(query);
    }
}

void TestFaults::repeatsThePageThatEndedAtTheCursor()
{
    QFETCH(QByteArray, query);
    const auto right = m_demo.endpoint({});
    const auto wrong = m_demo.endpoint(planOf({"repeat-page=1"}));
    const QByteArray target = "/events?" + query;
    QCOMPARE(ask(*wrong, 1, target).body, ask(*right, 1, target).body); // no cursor, no page before
    QVERIFY(ask(*wrong, 1, target).record.faults.isEmpty());
    // In normal order a list begins at its newer end, and the walk to newer events somewhere in it.
    QByteArray after = query.endsWith("normal") ? m_demo.demo.fields[20].id : QByteArray();
    int pages = 0;
    do {
        const QByteArray there = after.isEmpty() ? target : target + "&after=" + after;
        const ServedPage page = readPage(ask(*right, 1, there).body);
        QVERIFY(page.isRight);
        after = page.after;
        if (!after.isEmpty()) {
            const ApiAnswer again = ask(*wrong, 1, target + "&after=" + after);
            QCOMPARE(again.record.faults, QByteArray("repeat-page"));
            const ServedPage repeated = readPage(again.body);
            QCOMPARE(repeated.events, page.events);
            QCOMPARE(repeated.after, after);
            QCOMPARE(again.record.after, after);
        }
    } while (!after.isEmpty() && ++pages < 40);
    QVERIFY(pages > 5);
    // At the end of the list, where a tailing client asks again and again.
    const QByteArray newest = m_demo.demo.fields.back().id;
    QCOMPARE(readPage(ask(*wrong, 1, "/events?limit=2&after=" + newest).body).events.back(),
             m_demo.demo.source.back());
}

void TestFaults::walksLoseNothingByDoublesAndSwaps_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QByteArray>("query");
    for (const char *fault : {"doubled-event=1", "out-of-order=1"}) {
        for (const char *query : {"limit=2",
                                  "limit=5",
                                  "limit=100",
                                  "limit=5&order=desc",
                                  "limit=4&events=user.created,session.created"}) {
            QTest::addRow("%s %s", fault, query) << QByteArray(fault) << QByteArray(query);
        }
    }
}

void TestFaults::walksLoseNothingByDoublesAndSwaps()
{
    QFETCH(QByteArray, fault);
    QFETCH(QByteArray, query);
    const bool doubles = fault.startsWith("doubled");
    const auto right = m_demo.endpoint({});
    const auto wrong = m_demo.endpoint(planOf({fault.constData()}));
    const qsizetype limit =
        query.mid(6, query.indexOf('&') < 0 ? -1 : query.indexOf('&') - 6).toInt();
    QStringList expected;
    QStringList got;
    quint64 number = 0;
    int faults = 0;
    for (const bool isWrong : {false, true}) {
        QByteArray after;
        do {
            const QByteArray target = "/events?" + query
                                      + (after.isEmpty() ? "" : "&after=" + after);
            const ApiAnswer answer = ask(isWrong ? *wrong : *right, ++number, target);
            const ServedPage page = readPage(answer.body);
            QVERIFY(page.isRight && qsizetype(page.events.size()) <= limit);
            if (!page.after.isEmpty()) {
                QCOMPARE(idOf(page.events.back()), page.after); // also what careful clients keep
            }
            QSet<QByteArray> once(page.events.begin(), page.events.end());
            QCOMPARE(qsizetype(page.events.size()) - once.size(),
                     doubles && !answer.record.faults.isEmpty() ? 1 : 0);
            faults += answer.record.faults.isEmpty() ? 0 : 1;
            for (const QByteArray &event : once) {
                (isWrong ? got : expected).append(QString::fromUtf8(event));
            }
            after = page.after;
        } while (!after.isEmpty());
    }
    expected.sort();
    got.sort();
    QVERIFY(expected.size() > 20);
    QCOMPARE(got, expected);
    QVERIFY(faults > 0
            || (!doubles && limit == 2)); // two events cannot be swapped without the last
}

void TestFaults::whatCannotBeDoneGivesWay_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("gzip");
    QTest::addColumn<QByteArray>("faults");
    QTest::newRow("no gzip") << QByteArray("/events?limit=5") << QByteArray("GET") << false
                             << QByteArray("doubled-event");
    QTest::newRow("gzip") << QByteArray("/events?limit=5") << QByteArray("GET") << true
                          << QByteArray("cut-gzip");
    QTest::newRow("one event") << QByteArray("/events?limit=1") << QByteArray("GET") << false
                               << QByteArray();
    QTest::newRow("cursor") << QByteArray("/events?limit=5&after=") << QByteArray("GET") << false
                            << QByteArray("repeat-page");
    QTest::newRow("refused") << QByteArray("/events?limit=0") << QByteArray("GET") << false
                             << QByteArray();
    QTest::newRow("HEAD") << QByteArray("/events?limit=5") << QByteArray("HEAD") << true
                          << QByteArray();
}

void TestFaults::whatCannotBeDoneGivesWay()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, method);
    QFETCH(bool, gzip);
    QFETCH(QByteArray, faults);
    const auto endpoint = m_demo.endpoint(
        planOf({"cut-gzip=1", "repeat-page=1", "doubled-event=1", "out-of-order=1"}));
    if (target.endsWith('=')) {
        target += m_demo.demo.fields[100].id;
    }
    const ApiAnswer answer = ask(*endpoint, 1, target, method, gzip);
    QVERIFY2(answer.record.faults.startsWith(faults)
                 && answer.record.faults.isEmpty() == faults.isEmpty(),
             answer.record.faults.constData());
}

void TestFaults::leavesOtherRequestsAlone()
{
    const auto endpoint = m_demo.endpoint(planOf({"rate-limit=1", "delay=1", "reset=1"}));
    QCOMPARE(ask(*endpoint, 1, "/").status, 404);
    QCOMPARE(ask(*endpoint, 1, "/events", "POST").status, 405);
    ApiRequest stranger;
    stranger.method = "GET";
    stranger.target = "/events";
    const ApiAnswer answer = endpoint->answer(stranger);
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.record.faults.isEmpty());
    QCOMPARE(answer.delay, 0ms);
}

void TestFaults::changesWhileItRuns()
{
    const auto endpoint = m_demo.endpoint({});
    QCOMPARE(ask(*endpoint, 1, "/events").status, 200);
    const FaultPlan plan = planOf({"error-500=1"}, 9);
    endpoint->setFaults(plan);
    QCOMPARE(endpoint->faults(), plan);
    QCOMPARE(ask(*endpoint, 1, "/events").status, 500);
    endpoint->setFaults({});
    QCOMPARE(ask(*endpoint, 1, "/events").status, 200);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"

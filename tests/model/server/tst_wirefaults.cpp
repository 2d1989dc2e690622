// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/server/faultydemo.h"
#include "tests/model/server/wireclient.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace playhead;

class TestWireFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void endsTheBody_data();
    void endsTheBody();
    void resetsBeforeTheFirstByte_data();
    void resetsBeforeTheFirstByte();
    void gzipEndsTooEarlyInAWholeAnswer();
    void slowAnswersComeWhole();
    void delaysBeforeTheAnswer();
    void headIsAnsweredWhole();
    void stalledClientsThatLeaveGiveTheirPlaceBack();
    void endsAtOnceWithStalledAndSlowClients();
    void changesWhileClientsAsk();

private:
    struct Served
    {
        std::shared_ptr<std::atomic<qint64>> waitedMs = std::make_shared<std::atomic<qint64>>(0);
        std::unique_ptr<LocalEventsApi> api;
    };
    /// A server whose waits cost no time.
    Served serve(const FaultPlan &faults, int latencyMs = 0) const;
    static ServedRequest lineOf(const LocalEventsApi &api, quint64 number);

    FaultyDemo m_demo;
    QByteArray m_page; ///< What /events?limit=50 answers without faults.
};

void TestWireFaults::initTestCase()
{
    QVERIFY(m_demo.demo.api);
    m_page = ask(*m_demo.endpoint({}), 1, "/events?limit=50").body;
    QVERIFY(m_page.size() > 10'000);
}

TestWireFaults::Served TestWireFaults::serve(const FaultPlan &faults, int latencyMs) const
{
    Served served;
    LocalApiConfig config;
    config.faults = faults;
    config.latencyMs = latencyMs;
    config.waiter = [waited = served.waitedMs](std::chrono::milliseconds time) {
        *waited += time.count();
    };
    served.api = m_demo.serve(std::move(config));
    return served;
}

/// Waits for the line: it is written when the answer has gone out.
ServedRequest TestWireFaults::lineOf(const LocalEventsApi &api, quint64 number)
{
    ServedRequest line;
    [&] { QTRY_VERIFY(api.journal().count() >= number); }();
    for (const ServedRequest &request : api.journal().newerThan(0)) {
        line = request.number == number ? request : line;
    }
    return line;
}

void TestWireFaults::endsTheBody_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("isReset");
    QTest::addColumn<int>("waitedMs");
    QTest::newRow("cut") << QByteArray("cut=1") << false << 0;
    QTest::newRow("cut-chunked") << QByteArray("cut-chunked=1") << false << 0;
    QTest::newRow("reset-body") << QByteArray("reset-body=1") << true << 0;
    QTest::newRow("stall") << QByteArray("stall=1,seconds=45") << false << 45'000;
}

void TestWireFaults::endsTheBody()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, isReset);
    QFETCH(int, waitedMs);
    const Served served = serve(planOf({fault.constData()}));
    QVERIFY(served.api);
    QSet<qsizetype> sizes;
    for (quint64 number = 1; number <= 10; ++number) {
        WireClient client(served.api->url());
        client.ask("/events?limit=50");
        QCOMPARE(client.readToEnd(), isReset ? WireEnd::Reset : WireEnd::Closed);
        QVERIFY(client.head().startsWith("HTTP/1.1 200 OK\r\n"));
        QByteArray body = client.body();
        if (fault.startsWith("cut-chunked")) {
            QVERIFY(client.head().contains("Transfer-Encoding: chunked\r\n"));
            QVERIFY(!body.endsWith("0\r\n\r\n"));
            QByteArray plain;
            while (!body.isEmpty()) {
                const qsizetype line = body.indexOf("\r\n");
                const qsizetype size = body.left(line).toLongLong(nullptr, 16);
                plain += body.mid(line + 2, size);
                body.remove(0, line + 4 + size);
            }
            body = plain;
        } else {
            QCOMPARE(client.length(), m_page.size()); // more is told than comes
        }
        QVERIFY(!body.isEmpty() && body.size() < m_page.size());
        QVERIFY(m_page.startsWith(body));
        sizes.insert(body.size());
        const ServedRequest line = lineOf(*served.api, number);
        const QByteArray name = fault.left(fault.indexOf('=')) + (waitedMs > 0 ? " 45 s" : "");
        QCOMPARE(line.faults,
                 name + " at " + QByteArray::number(body.size()) + " of "
                     + QByteArray::number(m_page.size()) + " bytes");
        QCOMPARE(line.status, 200);
        QCOMPARE(line.sent, qint64(client.got().size()));
        QCOMPARE(served.waitedMs->load(), qint64(number) * waitedMs);
    }
    QVERIFY(sizes.size() > 8); // at another place each time
}

void TestWireFaults::resetsBeforeTheFirstByte_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("GET") << QByteArray("GET");
    QTest::newRow("HEAD") << QByteArray("HEAD");
}

void TestWireFaults::resetsBeforeTheFirstByte()
{
    QFETCH(QByteArray, method);
    const Served served = serve(planOf({"reset=1"}));
    for (quint64 number = 1; number <= 10; ++number) {
        WireClient client(served.api->url());
        client.ask("/events?limit=50", {}, method);
        QCOMPARE(client.readToEnd(), WireEnd::Reset);
        QVERIFY(client.got().isEmpty());
        const ServedRequest line = lineOf(*served.api, number);
        QCOMPARE(line.faults, QByteArray("reset"));
        QCOMPARE(line.status, 0);
        QCOMPARE(line.events, qsizetype(-1));
        QCOMPARE(line.sent, qint64(0));
    }
    // Another path on a new connection is answered.
    RawClient client(served.api->url());
    QCOMPARE(client.get("/elsewhere").status, 404);
}

void TestWireFaults::gzipEndsTooEarlyInAWholeAnswer()
{
    const Served served = serve(planOf({"cut-gzip=1"}));
    const Served right = serve({});
    RawClient client(served.api->url());
    RawClient rightClient(right.api->url());
    const QByteArray gzip = QByteArray(kKeyHeader) + "Accept-Encoding: gzip\r\n";
    rightClient.ask("/events?limit=50", gzip);
    const QByteArray whole = rightClient.receive().body;
    for (quint64 number = 1; number <= 10; ++number) {
        client.ask("/events?limit=50", gzip); // on one connection: by HTTP nothing is wrong
        const RawAnswer answer = client.receive();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("content-encoding"), QByteArray("gzip"));
        QVERIFY(!answer.body.isEmpty() && answer.body.size() < whole.size());
        QVERIFY(whole.startsWith(answer.body));
        QCOMPARE(lineOf(*served.api, number).faults,
                 "cut-gzip at " + QByteArray::number(answer.body.size()) + " of "
                     + QByteArray::number(whole.size()) + " bytes");
    }
    QCOMPARE(client.get("/events?limit=50").body, m_page); // without gzip there is none to cut
}

void TestWireFaults::slowAnswersComeWhole()
{
    const Served served = serve(planOf({"slow=1,bytes-per-second=1000"}));
    RawClient client(served.api->url());
    for (quint64 number = 1; number <= 3; ++number) {
        QCOMPARE(client.get("/events?limit=50").body, m_page);
        const ServedRequest line = lineOf(*served.api, number);
        QCOMPARE(line.faults, QByteArray("slow 1000 bytes/s"));
        const double seconds = double(served.waitedMs->load()) / 1000 / double(number);
        QVERIFY(std::abs(seconds - double(m_page.size()) / 1000) < 1);
    }
}

void TestWireFaults::delaysBeforeTheAnswer()
{
    const Served served = serve(planOf({"delay=1,ms=700,jitter=0"}), 30);
    RawClient client(served.api->url());
    QCOMPARE(client.get("/events?limit=50").body, m_page);
    QCOMPARE(served.waitedMs->load(), qint64(730)); // the usual latency, too
    QCOMPARE(lineOf(*served.api, 1).faults, QByteArray("delay 700 ms"));
}

void TestWireFaults::headIsAnsweredWhole()
{
    const Served served = serve(planOf({"stall=1",
                                        "slow=1",
                                        "reset-body=1",
                                        "cut=1",
                                        "cut-chunked=1",
                                        "cut-gzip=1",
                                        "wrong-json=1",
                                        "no-metadata=1",
                                        "doubled-event=1"}));
    RawClient client(served.api->url());
    for (int i = 0; i < 3; ++i) {
        client.ask("/events?limit=50", kKeyHeader, "HEAD");
        const RawAnswer answer = client.receive(false);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("content-length").toInt(), int(m_page.size()));
    }
    QCOMPARE(lineOf(*served.api, 3).faults, QByteArray());
}

void TestWireFaults::stalledClientsThatLeaveGiveTheirPlaceBack()
{
    LocalApiConfig config;
    config.faults = planOf({"stall=1,seconds=3600"});
    const auto api = m_demo.serve(std::move(config));
    QVERIFY(api);
    // More than there are places, one after the other: the last ones are answered only if the first ones are gone.
    for (int i = 0; i < 100; ++i) {
        RawClient client(api->url());
        client.ask("/events?limit=50");
        QVERIFY(client.socket().waitForReadyRead(20'000));
    }
    QTRY_COMPARE(api->journal().count(), quint64(100));
}

void TestWireFaults::endsAtOnceWithStalledAndSlowClients()
{
    LocalApiConfig config;
    config.faults = planOf({"stall=0.5,seconds=3600",
                            "slow=1,bytes-per-second=1",
                            "delay=0.2,ms=600000,jitter=600000"});
    auto api = m_demo.serve(std::move(config));
    QVERIFY(api);
    std::vector<std::unique_ptr<WireClient>> clients;
    for (int i = 0; i < 60; ++i) {
        clients.push_back(std::make_unique<WireClient>(api->url()));
        clients.back()->ask("/events?limit=50");
    }
    QTRY_COMPARE(api->requestCount(), quint64(60));
    QElapsedTimer timer;
    timer.start();
    api.reset();
    qInfo("ended with 60 hanging clients in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 2'000); // hours, if anything waited to its end
    for (const auto &client : clients) {
        QVERIFY(client->readToEnd() != WireEnd::Silent);
    }
}

void TestWireFaults::changesWhileClientsAsk()
{
    const Served served = serve({});
    std::atomic<int> answered = 0;
    std::atomic<int> failed = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back([&] {
            RawClient client(served.api->url());
            for (int k = 0; k < 200; ++k) {
                const int status = client.get("/events?limit=2").status;
                answered += status == 200 ? 1 : 0;
                failed += status == 500 ? 1 : 0;
            }
        });
    }
    for (quint64 round = 0; answered + failed < 800; ++round) {
        served.api->setFaults(planOf({round % 2 == 0 ? "error-500=1" : "delay=1"}, round));
        std::this_thread::yield();
    }
    for (std::thread &client : clients) {
        client.join();
    }
    QCOMPARE(answered + failed, 800);
    QVERIFY(answered > 0 && failed > 0);
}

QTEST_GUILESS_MAIN(TestWireFaults)
#include "tst_wirefaults.moc"

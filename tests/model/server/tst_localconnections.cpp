// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/server/serveddemo.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace playhead;

class TestLocalConnections : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void answersWithItsHeaders();
    void gzipsWhenAsked();
    void headHasNoBody();
    void connectionSurvivesWhatItRefuses();
    void endsBrokenRequests_data();
    void endsBrokenRequests();
    void answersOnlyThisComputer_data();
    void answersOnlyThisComputer();
    void servesTwentyKeptConnectionsAtOnce();
    void endsWithHangingClients();
    void saysThatThePortIsTaken();

private:
    ServedDemo m_demo;
};

void TestLocalConnections::answersWithItsHeaders()
{
    RawClient client(m_demo.api->url());
    QSet<QByteArray> ids;
    for (int i = 0; i < 50; ++i) {
        const RawAnswer answer = client.get("/events?limit=1");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("date"), QByteArray("Mon, 23 Nov 2026 14:07:13 GMT"));
        QCOMPARE(answer.headers.value("x-playhead-stream"), QByteArray("test;stream"));
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
        ids.insert(answer.headers.value("x-request-id"));
    }
    QCOMPARE(ids.size(), 50);
    const quint64 before = m_demo.api->requestCount();
    client.get("/events?limit=0");
    client.get("/elsewhere");
    QTRY_COMPARE(m_demo.api->requestCount(), before + 1);
    QCOMPARE(m_demo.api->url().host(), u"127.0.0.1"_s);
    QCOMPARE(m_demo.api->apiKey(), QByteArray("sk_test_playhead"));
}

void TestLocalConnections::gzipsWhenAsked()
{
    RawClient client(m_demo.api->url());
    const QByteArray plain = client.get("/events?limit=100").body;
    const std::vector<std::pair<const char *, bool>> codings{{"gzip, deflate, br", true},
                                                             {"br, gzip", true},
                                                             {"GZip;Q=0.001", true},
                                                             {"br\r\nAccept-Encoding: x-gzip",
                                                              true},
                                                             {"br", false},
                                                             {"gzip;q=0", false},
                                                             {"br;q=1, gzip ; q=0.000", false},
                                                             {"ungzip", false}};
    for (const auto &[coding, isGzip] : codings) {
        client.ask("/events?limit=100",
                   kKeyHeader + QByteArray("Accept-Encoding: ") + coding + "\r\n");
        const RawAnswer answer = client.receive();
        QCOMPARE(answer.headers.value("content-encoding"), QByteArray(isGzip ? "gzip" : ""));
        QVERIFY(isGzip ? answer.body.size() < plain.size() / 2 : answer.body == plain);
    }
    // A real client unpacks it to the same bytes.
    QNetworkAccessManager manager;
    QUrl url = m_demo.api->url();
    url.setPath(u"/events"_s);
    url.setQuery(u"limit=100"_s);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer sk_test_playhead");
    std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(reply->isFinished() || finished.wait());
    QCOMPARE(reply->readAll(), plain);
}

void TestLocalConnections::headHasNoBody()
{
    RawClient client(m_demo.api->url());
    const QByteArray body = client.get("/events?limit=3").body;
    client.ask("/events?limit=3", kKeyHeader, "HEAD");
    const RawAnswer answer = client.receive(false);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-length").toInt(), int(body.size()));
    const RawAnswer whole = client.get("/events?limit=3");
    QCOMPARE(whole.body, body);
    for (const char *name : {"accept-ranges", "content-type", "keep-alive"}) {
        QCOMPARE(answer.headers.value(name), whole.headers.value(name));
    }
    QCOMPARE(answer.headers.value("accept-ranges"), QByteArray("none"));
    QVERIFY(
        answer.headers.value("keep-alive").startsWith("timeout=60, ")); // ConnectionLimits::idleMs
}

void TestLocalConnections::connectionSurvivesWhatItRefuses()
{
    RawClient client(m_demo.api->url());
    client.ask("/events", {});
    RawAnswer answer = client.receive();
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.body, QByteArray(R"({"message":"Unauthorized","code":"unauthorized"})"));
    for (const char *key :
         {"Bearer sk_test_wrong", "Bearer ", "Basic sk_test_playhead", "sk_test_playhead"}) {
        client.ask("/events", QByteArray("Authorization: ") + key + "\r\n");
        QCOMPARE(client.receive().status, 401);
    }
    client.ask("/", kKeyHeader);
    answer = client.receive();
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.body, QByteArray(R"({"message":"Not Found"})"));
    client.ask("/events", kKeyHeader + QByteArray("Content-Length: 11\r\n"), "POST");
    client.send("GET /x HTTP");
    answer = client.receive();
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.headers.value("allow"), QByteArray("GET, HEAD"));
    for (const char *method : {"OPTIONS", "PUT", "DELETE", "PATCH"}) {
        client.ask("/events", kKeyHeader + QByteArray("Content-Length: 0\r\n"), method);
        answer = client.receive();
        QCOMPARE(answer.status, 405);
    }
    QCOMPARE(client.get("/events?limit=1").status, 200);
    // Two requests in one packet, and one in many.
    client.send(QByteArray("GET /events?limit=1 HTTP/1.1\r\n") + kKeyHeader
                + "\r\nGET /none HTTP/1.1\r\n\r\n");
    // The client reads both answers as one stream.
    QByteArray both;
    while (!both.endsWith(R"({"message":"Not Found"})")) {
        QVERIFY(client.socket().bytesAvailable() > 0 || client.socket().waitForReadyRead());
        both += client.socket().readAll();
    }
    QVERIFY(both.contains("200 OK") && both.contains("404 Not Found"));
    for (const char c : QByteArray("GET /events?limit=1 HTTP/1.1\r\n") + kKeyHeader + "\r\n") {
        client.send(QByteArray(1, c));
    }
    QCOMPARE(client.receive().status, 200);
}

void TestLocalConnections::endsBrokenRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("unknown method") << QByteArray("BREW /events HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("long target") << "GET /events?" + QByteArray(20'000, 'a') + " HTTP/1.1\r\n\r\n"
                                 << 414;
    QTest::newRow("endless headers")
        << "GET /events HTTP/1.1\r\n"
               + QByteArray("X-Filler: 0123456789abcdef\r\n").repeated(20'000) + "\r\n"
        << 400;
    QTest::newRow("large body") << "POST /events HTTP/1.1\r\nContent-Length: 100000\r\n\r\n"
                                       + QByteArray(100'000, 'x')
                                << 413;
}

void TestLocalConnections::endsBrokenRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawClient client(m_demo.api->url());
    client.send(bytes);
    const RawAnswer answer = client.receive();
    // The peer may have reset the connection before its answer was read: it had not taken all that was sent.
    if (answer.status != 0) {
        QCOMPARE(answer.status, status);
        QVERIFY2(!messageOf(answer).startsWith("no JSON"), answer.body.constData());
    }
    QVERIFY(client.isEnded());
    RawClient next(m_demo.api->url());
    QCOMPARE(next.get("/events?limit=1").status, 200);
}

void TestLocalConnections::answersOnlyThisComputer_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    QTest::newRow("localhost") << QByteArray("Host: localhost:4100\r\n") << 200;
    QTest::newRow("LOCALHOST") << QByteArray("Host: LOCALHOST\r\n") << 200;
    QTest::newRow("IPv6") << QByteArray("Host: [::1]:4100\r\n") << 200;
    QTest::newRow("no host") << QByteArray() << 200;
    QTest::newRow("own page") << QByteArray("Host: 127.0.0.1\r\nOrigin: http://localhost:3000\r\n")
                              << 200;
    QTest::newRow("another name") << QByteArray("Host: rebound.example\r\n") << 403;
    QTest::newRow("alike") << QByteArray("Host: localhost.example\r\n") << 403;
    QTest::newRow("foreign page") << QByteArray(
        "Host: 127.0.0.1\r\nOrigin: https://page.example\r\n")
                                  << 403;
    QTest::newRow("no origin's name") << QByteArray("Host: 127.0.0.1\r\nOrigin: null\r\n") << 403;
}

void TestLocalConnections::answersOnlyThisComputer()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    RawClient client(m_demo.api->url());
    client.send("GET /events?limit=1 HTTP/1.1\r\n" + headers + kKeyHeader + "\r\n");
    QCOMPARE(client.receive().status, status);
}

void TestLocalConnections::servesTwentyKeptConnectionsAtOnce()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_demo.api->url()));
    }
    // All ask before any answer is read, and all connections stay open: with fewer threads than connections the last
    // ones would get nothing before the first ones end.
    for (int round = 0; round < 5; ++round) {
        for (const auto &client : clients) {
            client->ask("/events?limit=100");
        }
        for (const auto &client : clients) {
            const ServedPage page = readPage(client->receive().body);
            QVERIFY(page.isRight);
            QCOMPARE(page.events.size(), size_t(100));
        }
    }
}

void TestLocalConnections::endsWithHangingClients()
{
    // An hour of latency and of silence: the test ends only because the server does.
    auto api = m_demo.serve(m_demo.source, m_demo.plan.end, 3'600'000);
    QVERIFY(api);
    RawClient silent(api->url());
    RawClient half(api->url());
    RawClient waiting(api->url());
    half.send("GET /events HTTP/1.1\r\nHost: 127");
    waiting.ask("/events");
    auto quick = m_demo.serve(m_demo.source, m_demo.plan.end);
    RawClient deaf(quick->url());
    for (int i = 0; i < 2'000; ++i) {
        deaf.ask("/events?limit=100"); // answers that nobody reads fill the connection
    }
    QTRY_VERIFY(quick->requestCount() > 0);
    api.reset();
    quick.reset();
    QVERIFY(silent.isEnded());
    QVERIFY(half.isEnded());
    QVERIFY(waiting.isEnded());
    QVERIFY(deaf.isEnded());
    // Starting and ending at once is safe too.
    for (int i = 0; i < 20; ++i) {
        QVERIFY(m_demo.serve({}, m_demo.plan.end));
    }
}

void TestLocalConnections::saysThatThePortIsTaken()
{
    LocalApiConfig config;
    config.port = quint16(m_demo.api->url().port());
    const auto api = LocalEventsApi::start(std::move(config), *m_demo.catalogue);
    QVERIFY(!api);
    QCOMPARE(api.error().code, ErrorCode::WrongUsage);
    QVERIFY(api.error().message.contains(QString::number(m_demo.api->url().port())));
}

QTEST_GUILESS_MAIN(TestLocalConnections)
#include "tst_localconnections.moc"

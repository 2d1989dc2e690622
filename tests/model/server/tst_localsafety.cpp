// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/server/serveddemo.h"

#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#ifndef Q_OS_WIN
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

QByteArray headOf(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + kKeyHeader + headers + "\r\n";
}

/// Sends `bytes` and that nothing more comes, and gives all that is answered until the server ends the connection.
QByteArray allAnswersTo(const QUrl &url, const QByteArray &bytes)
{
    RawClient client(url);
    QTcpSocket &socket = client.socket();
    socket.write(bytes);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten()) {
    }
#ifndef Q_OS_WIN
    ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
#endif
    QByteArray answers;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(20'000)) {
        answers += socket.readAll();
    }
    return socket.state() == QAbstractSocket::ConnectedState ? "still open"
                                                             : answers + socket.readAll();
}

qsizetype countOf(const QByteArray &answers)
{
    return answers.count("HTTP/1.1 ");
}

} // namespace

class TestLocalSafety : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void listensOnItsOwnAddressOnly();
    void servesNoFile_data();
    void servesNoFile();
    void refusesForeignNames_data();
    void refusesForeignNames();
    void boundsWhatARequestBrings_data();
    void boundsWhatARequestBrings();
    void logsWhatIsTooLarge();
    void answersPipelinedRequestsInOrder();
    void survivesBrokenRequests();

private:
    ServedDemo m_demo;
};

void TestLocalSafety::listensOnItsOwnAddressOnly()
{
    QList<QHostAddress> others = QNetworkInterface::allAddresses();
    others << QHostAddress(u"127.0.0.2"_s) << QHostAddress(QHostAddress::LocalHostIPv6);
    int tried = 0;
    for (const QHostAddress &address : others) {
        if (address == QHostAddress(QHostAddress::LocalHost)) {
            continue;
        }
        QTcpSocket socket;
        socket.connectToHost(address, quint16(m_demo.api->url().port()));
        QVERIFY2(!socket.waitForConnected(5'000), qPrintable(address.toString()));
        ++tried;
    }
    QVERIFY(tried > 0);
}

void TestLocalSafety::servesNoFile_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"/",
                               "*",
                               "/etc/passwd",
                               "//etc/passwd",
                               "/../../../../etc/passwd",
                               "/events/../../../../etc/passwd",
                               "/events/",
                               "/EVENTS",
                               "/events%00",
                               "/events;a",
                               "/%65vents",
                               "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                               "/..%2f..%2f..%2f..%2fetc%2fpasswd",
                               "/..\\..\\windows\\win.ini",
                               "file:///etc/passwd",
                               "http://127.0.0.1/etc/passwd",
                               "events"}) {
        QTest::newRow(target) << QByteArray(target);
    }
}

void TestLocalSafety::servesNoFile()
{
    QFETCH(QByteArray, target);
    for (const char *method : {"GET", "HEAD", "POST"}) {
        RawClient client(m_demo.api->url());
        client.ask(target, kKeyHeader, method);
        const RawAnswer answer = client.receive(QByteArray(method) != "HEAD");
        QCOMPARE(answer.status, 404);
        if (QByteArray(method) != "HEAD") {
            QCOMPARE(answer.body, QByteArray(R"({"message":"Not Found"})"));
        }
    }
}

void TestLocalSafety::refusesForeignNames_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    const auto row = [](const QByteArray &headers, int status) {
        QTest::newRow(headers.constData()) << headers << status;
    };
    row("Host: 127.0.0.1:1", 200);
    row("hOsT: localhost", 200);
    row("Host:", 200); // as if it were not sent
    row("Host: 0.0.0.0", 403);
    row("Host: 127.0.0.2", 403);
    row("Host: 127.0.0.1.nip.example", 403);
    row("Host: 127.0.0.1@rebound.example", 403);
    row("Host: rebound.example:127.0.0.1", 403);
    row("Host: [::1].example", 403);
    row("Host: localhost.", 403);
    row("Host: 127.0.0.1\r\nHost: rebound.example", 400);
    row("Host: 127.0.0.1\r\nOrigin: http://127.0.0.1:3000", 200);
    row("Host: 127.0.0.1\r\nOrigin: http://127.0.0.1.example", 403);
    row("Host: 127.0.0.1\r\nOrigin: http://localhost@page.example", 403);
    row("Host: 127.0.0.1\r\nOrigin: file://", 403);
}

void TestLocalSafety::refusesForeignNames()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    RawClient client(m_demo.api->url());
    client.send("GET /events?limit=1 HTTP/1.1\r\n" + headers + "\r\n" + kKeyHeader + "\r\n");
    const RawAnswer answer = client.receive();
    QCOMPARE(answer.status, status);
    QCOMPARE(readPage(answer.body).isRight, status == 200);
}

void TestLocalSafety::boundsWhatARequestBrings_data()
{
    // Behind each request stands another one, which must not be answered where the first one's end cannot be trusted.
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); ///< 0: ended without an answer
    QTest::addColumn<int>("answers");
    const auto post = [](const QByteArray &headers, const QByteArray &body) {
        return "POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\n" + QByteArray(kKeyHeader) + headers
               + "\r\n\r\n" + body;
    };
    const auto row = [](const char *name, const QByteArray &bytes, int status, int answers) {
        QTest::newRow(name) << bytes << status << answers;
    };
    const QByteArray next = headOf("/events?limit=1");
    const QByteArray large(10'000'000, 'x');
    row("a small body", post("Content-Length: 3", "abc") + next, 405, 2);
    row("a body of GET", headOf("/events?limit=2", "Content-Length: 3\r\n") + "abc" + next, 200, 2);
    row("the largest body", post("Content-Length: 65536", large.first(65'536)) + next, 405, 2);
    row("one byte more", post("Content-Length: 65537", large.first(65'537)) + next, 413, 1);
    row("10 MB", post("Content-Length: 10000000", large) + next, 413, 1);
    row("10 MB of requests", post("Content-Length: 10000000", next.repeated(50'000)), 413, 1);
    row("more than can be counted", post("Content-Length: 99999999999999999999", next), 400, 1);
    row("less than nothing", post("Content-Length: -1", next), 400, 1);
    row("no number", post("Content-Length: 0x10", next), 400, 1);
    row("two lengths", post("Content-Length: 0\r\nContent-Length: 60", next), 400, 1);
    row("a chunk without end",
        post("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFF\r\n" + next),
        405,
        1);
    row("many chunks",
        post("Transfer-Encoding: chunked", QByteArray("1\r\nx\r\n").repeated(100'000) + next),
        405,
        1);
    row("a packed body",
        post("Content-Encoding: gzip\r\nContent-Length: 3", "\x1f\x8b\x08") + next,
        405,
        2);
    row("parts of a form",
        post("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 60000",
             "--b\r\nContent-Disposition: form-data; name=\"" + large.first(59'958))
            + next,
        405,
        2);
    row("a header without end", "GET /events HTTP/1.1\r\nX-Long: " + large + next, 400, 1);
    row("headers without end",
        "GET /events HTTP/1.1\r\n" + QByteArray("X-Many: yes\r\n").repeated(200'000) + next,
        400,
        1);
    row("a line without end", "GET /events?" + large, 0, 0);
    row("a long path", "POST /" + QByteArray(8'100, 'a') + " HTTP/1.1\r\n\r\n" + next, 404, 2);
    row("many ranges",
        headOf("/events?limit=1", "Range: bytes=" + QByteArray("0-1,").repeated(1'900) + "0-1\r\n")
            + next,
        200,
        2);
    row("a wild range",
        headOf("/events", "Range: bytes=" + QByteArray(100, '9') + "-\r\n"),
        416,
        1);
}

void TestLocalSafety::boundsWhatARequestBrings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(int, answers);
    const QByteArray given = allAnswersTo(m_demo.api->url(), bytes);
    QCOMPARE(countOf(given), answers);
    QCOMPARE(given.mid(9, 3).toInt(), status);
    QCOMPARE(RawClient(m_demo.api->url()).get("/events?limit=1").status, 200);
}

void TestLocalSafety::logsWhatIsTooLarge()
{
    const auto api = m_demo.serve(m_demo.source, m_demo.plan.end);
    QVERIFY(api);
    RawClient client(api->url());
    client.ask("/events", kKeyHeader + QByteArray("Content-Length: 65537\r\n"), "POST");
    const RawAnswer answer = client.receive();
    QCOMPARE(answer.status, 413);
    QTRY_COMPARE(api->journal().count(), quint64(1));
    const ServedRequest line = api->journal().newerThan(0).at(0);
    QCOMPARE(line.status, 413);
    QCOMPARE(line.requestId, answer.headers.value("x-request-id"));
    QVERIFY(!line.requestId.isEmpty() && !line.message.isEmpty());
    QCOMPARE(api->requestCount(), quint64(0)); // such a request uses up no key
}

void TestLocalSafety::answersPipelinedRequestsInOrder()
{
    QByteArray bytes;
    for (int i = 0; i < 100; ++i) {
        bytes += headOf("/events?limit=1&n=" + QByteArray::number(i))
                 + "POST /none HTTP/1.1\r\nContent-Length: 7\r\n\r\nGET /ev"
                 + headOf("/events?limit=0");
    }
    const QByteArray answers = allAnswersTo(m_demo.api->url(), bytes);
    QList<QByteArray> statuses;
    for (qsizetype at = answers.indexOf("HTTP/1.1 "); at >= 0;
         at = answers.indexOf("HTTP/1.1 ", at + 1)) {
        statuses << answers.mid(at + 9, 3);
    }
    QCOMPARE(statuses.size(), 300);
    for (qsizetype i = 0; i < statuses.size(); ++i) {
        QCOMPARE(statuses[i], QByteArray(i % 3 == 0 ? "200" : i % 3 == 1 ? "404" : "422"));
    }
}

void TestLocalSafety::survivesBrokenRequests()
{
    QRandomGenerator random(20'261'123);
    const QByteArray good =
        headOf("/events?limit=1&events=user.created,dsync.*&after=event_1",
               "Accept-Encoding: gzip\r\nRange: bytes=0-3\r\nContent-Length: 4\r\n");
    const QList<QByteArray> pieces{"\r\n",
                                   "\n",
                                   QByteArray(1, '\0'),
                                   "%",
                                   "%zz",
                                   ":",
                                   " ",
                                   "\t",
                                   "HTTP/1.1",
                                   "\xff\xfe",
                                   "Content-Length: 9\r\n",
                                   "Transfer-Encoding: chunked\r\n",
                                   "Expect: 100-continue\r\n",
                                   "Connection: close\r\n",
                                   "POST",
                                   "Range: bytes=-\r\n",
                                   "&",
                                   "=",
                                   "[]",
                                   "ffffffff\r\n",
                                   "Host: x\r\n"};
    int answered = 0;
    for (int i = 0; i < 2'000; ++i) {
        QByteArray bytes = i % 10 == 0 ? QByteArray() : good + "body" + good;
        for (int change = random.bounded(1, 6); change > 0; --change) {
            const auto at = random.bounded(int(bytes.size()) + 1);
            switch (random.bounded(5)) {
            case 0:
                bytes.insert(at, pieces[random.bounded(int(pieces.size()))]);
                break;
            case 1:
                bytes.remove(at, random.bounded(1, 20));
                break;
            case 2:
                bytes.truncate(at);
                break;
            case 3:
                bytes.insert(at, QByteArray(random.bounded(1, 300), char(random.bounded(256))));
                break;
            default:
                for (int n = random.bounded(1, 40); n > 0; --n) {
                    bytes.insert(at, char(random.bounded(256)));
                }
                break;
            }
        }
        const QByteArray answers = allAnswersTo(m_demo.api->url(), bytes);
        QVERIFY2(answers.isEmpty() || answers.startsWith("HTTP/1.1 "),
                 bytes.toPercentEncoding(" /:?=&\r\n").constData());
        answered += answers.isEmpty() ? 0 : 1;
    }
    QVERIFY(answered > 500);
    QCOMPARE(RawClient(m_demo.api->url()).get("/events?limit=1").status, 200);
}

QTEST_GUILESS_MAIN(TestLocalSafety)
#include "tst_localsafety.moc"

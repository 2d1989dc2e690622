// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/eventsclient.h"
#include "model/core/clock.h"
#include "model/events/typecatalogue.h"
#include "tests/model/api/sampleevents.h"
#include "tests/model/api/stubserver.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEventsClient : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void readsAPage();
    void sendsWhatTheApiWants();
    void keepsWhatTheAnswerSays();
    void namesEachRefusal_data();
    void namesEachRefusal();
    void refusesCutBodies_data();
    void refusesCutBodies();
    void takesACompressedBody();
    void takesABodyThatEndsWithTheConnection();
    void endsStallsAndSlowBytes_data();
    void endsStallsAndSlowBytes();
    void stopsAtTheByteCap_data();
    void stopsAtTheByteCap();
    void neverFollowsARedirect();
    void namesAnUnknownCursor();
    void namesADeadHost();
    void namesAPortWithoutListener();
    void refusesTargetsBeforeSending_data();
    void refusesTargetsBeforeSending();
    void neverTellsTheKey();
    void isSilentAfterCancel();
    void answersOnlyTheLastOfTwo();
    void mayBeDestroyedWhileBusy();

private:
    PageReply ask(const PageRequest &request = {});
    PageReply answerOf(const StubAnswer &answer, const PageRequest &request = {});

    const TypeCatalogue m_catalogue = *TypeCatalogue::load();
    const FixedClock m_clock{*tryParseIsoInstant("2026-11-23T12:00:00Z")};
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<EventsClient> m_client;
    QByteArray m_page = pageBody({sampleEvent(1, *tryParseIsoInstant("2026-11-01"))}, "event_9");
};

void TestEventsClient::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_network = std::make_unique<QNetworkAccessManager>();
    m_server = std::make_unique<StubServer>();
    m_client = std::make_unique<EventsClient>(*m_network,
                                              m_catalogue,
                                              m_clock,
                                              ClientSettings{5s, 2s, 1024 * 1024});
    m_client->setTarget({m_server->url(), "sk_test_secret"});
}

void TestEventsClient::cleanup()
{
    m_client.reset();
    m_server.reset();
    m_network.reset();
}

PageReply TestEventsClient::ask(const PageRequest &request)
{
    std::optional<PageReply> result;
    QObject context;
    connect(m_client.get(), &EventsClient::answered, &context, [&result](const PageReply &reply) {
        result = reply;
    });
    m_client->send(request);
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 10'000)) {
        return {failure(ErrorCode::Internal, u"no answer came"_s), {}, {}, {}, {}, {}};
    }
    return *result;
}

PageReply TestEventsClient::answerOf(const StubAnswer &answer, const PageRequest &request)
{
    m_server->setFallback([answer](const StubRequest &) { return answer; });
    return ask(request);
}

void TestEventsClient::readsAPage()
{
    const PageReply reply = answerOf({200, m_page, {}, Travel::Whole});
    QVERIFY(reply.page);
    QCOMPARE(reply.page->events.size(), size_t(1));
    QCOMPARE(reply.page->next, EventId("event_9"));
    QVERIFY(!m_client->isBusy());
}

void TestEventsClient::sendsWhatTheApiWants()
{
    PageRequest request;
    request.types = {"a.b", "c.d"};
    answerOf({200, m_page, {{"Set-Cookie", "a=b"}}, Travel::Whole}, request);
    ask(request);
    QCOMPARE(m_server->requests().size(), 2);
    const StubRequest &sent = m_server->requests().at(1);
    QCOMPARE(sent.target, QByteArray("/events?order=asc&limit=100&events=a.b%2Cc.d"));
    QCOMPARE(sent.header("authorization"), QByteArray("Bearer sk_test_secret"));
    QCOMPARE(sent.header("user-agent"), QByteArray("Playhead/" PLAYHEAD_VERSION));
    QCOMPARE(sent.header("accept"), QByteArray("application/json"));
    QVERIFY(sent.header("cookie").isEmpty());
}

void TestEventsClient::keepsWhatTheAnswerSays()
{
    const PageReply reply = answerOf({503,
                                      "{}",
                                      {{"X-Request-ID", "req_7"},
                                       {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"},
                                       {"Retry-After", "Sun, 06 Nov 1994 08:49:40 GMT"},
                                       {"X-Playhead-Stream", "demo-1"}},
                                      Travel::Whole});
    QCOMPARE(reply.facts.status, 503);
    QCOMPARE(reply.facts.requestId, QByteArray("req_7"));
    QCOMPARE(reply.facts.serverTime, tryParseIsoInstant("1994-11-06T08:49:37Z"));
    QCOMPARE(reply.facts.retryAfter, 3s);
    QCOMPARE(reply.facts.streamId, QByteArray("demo-1"));
    QVERIFY(!reply.page);
    QVERIFY(reply.page.error().detail.contains(u"req_7"_s));
    QVERIFY(reply.page.error().detail.contains(u"503"_s));
}

void TestEventsClient::namesEachRefusal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("400") << 400 << QByteArray(R"({"message":"Organization not found: 'org_1'."})")
                         << ErrorCode::BadRequest;
    QTest::newRow("401") << 401 << QByteArray("{}") << ErrorCode::KeyRefused;
    QTest::newRow("403") << 403 << QByteArray("{}") << ErrorCode::Forbidden;
    QTest::newRow("404") << 404 << QByteArray("<html>") << ErrorCode::BadRequest;
    QTest::newRow("408") << 408 << QByteArray() << ErrorCode::ServerFailed;
    QTest::newRow("422") << 422 << QByteArray(R"({"message":"Validation failed.","errors":[]})")
                         << ErrorCode::Unprocessable;
    QTest::newRow("429") << 429 << QByteArray("\"Ratelimited\"") << ErrorCode::RateLimited;
    QTest::newRow("500") << 500 << QByteArray() << ErrorCode::ServerFailed;
    QTest::newRow("503") << 503 << QByteArray("busy") << ErrorCode::ServerFailed;
    QTest::newRow("204") << 204 << QByteArray() << ErrorCode::Malformed;
    QTest::newRow("304") << 304 << QByteArray() << ErrorCode::Redirected;
    QTest::newRow("wrong JSON") << 200 << QByteArray("{\"data\":[") << ErrorCode::Malformed;
    QTest::newRow("no list_metadata")
        << 200 << QByteArray(R"({"data":[]})") << ErrorCode::Malformed;
}

void TestEventsClient::namesEachRefusal()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    const PageReply reply = answerOf({status, body, {}, Travel::Whole});
    QVERIFY(!reply.page);
    const Error &error = reply.page.error();
    QCOMPARE(error.code, code);
    QCOMPARE(error.httpStatus, status);
    QVERIFY(!error.message.isEmpty() && !error.message.contains(u'\n'));
    QCOMPARE(reply.refusalBody,
             status == 200 || status == 204 || status == 304 ? QByteArray() : body);
}

void TestEventsClient::refusesCutBodies_data()
{
    QTest::addColumn<Travel>("travel");
    QTest::newRow("with a length") << Travel::CutWithLength;
    QTest::newRow("without a length") << Travel::CutWithoutLength;
    QTest::newRow("chunked") << Travel::CutChunked;
    QTest::newRow("compressed") << Travel::CutDeflated;
    QTest::newRow("reset before") << Travel::ResetBefore;
    QTest::newRow("reset inside") << Travel::ResetInside;
}

void TestEventsClient::refusesCutBodies()
{
    QFETCH(const Travel, travel);
    const PageReply reply = answerOf({200, m_page, {}, travel});
    QVERIFY(!reply.page);
    const ErrorCode code = reply.page.error().code;
    QVERIFY2(code == ErrorCode::ConnectionLost || code == ErrorCode::Malformed,
             qPrintable(reply.page.error().message));
}

void TestEventsClient::takesACompressedBody()
{
    QVERIFY(answerOf({200, m_page, {}, Travel::Deflated}).page);
}

void TestEventsClient::takesABodyThatEndsWithTheConnection()
{
    QVERIFY(answerOf({200, m_page, {{"Connection", "close"}}, Travel::Whole}).page);
}

void TestEventsClient::endsStallsAndSlowBytes_data()
{
    QTest::addColumn<Travel>("travel");
    QTest::newRow("silence") << Travel::Silence;
    QTest::newRow("stall inside") << Travel::StallInside;
    QTest::newRow("slow bytes") << Travel::SlowBytes;
}

void TestEventsClient::endsStallsAndSlowBytes()
{
    QFETCH(const Travel, travel);
    // Slow bytes keep the stall timeout from acting, so only the deadline ends them.
    m_client = std::make_unique<EventsClient>(*m_network,
                                              m_catalogue,
                                              m_clock,
                                              travel == Travel::SlowBytes
                                                  ? ClientSettings{500ms, 5s, 1024 * 1024}
                                                  : ClientSettings{60s, 300ms, 1024 * 1024});
    m_client->setTarget({m_server->url(), "sk_test_secret"});
    const PageReply reply = answerOf({200, m_page, {}, travel});
    QVERIFY(!reply.page);
    QCOMPARE(reply.page.error().code, ErrorCode::TimedOut);
}

void TestEventsClient::stopsAtTheByteCap_data()
{
    QTest::addColumn<Travel>("travel");
    QTest::newRow("endless") << Travel::Endless;
    QTest::newRow("compressed") << Travel::Deflated;
    QTest::newRow("with a length") << Travel::Whole;
}

void TestEventsClient::stopsAtTheByteCap()
{
    QFETCH(const Travel, travel);
    const PageReply reply = answerOf({200, QByteArray(3 * 1024 * 1024, ' '), {}, travel});
    QVERIFY(!reply.page);
    QCOMPARE(reply.page.error().code, ErrorCode::TooLarge);
}

void TestEventsClient::neverFollowsARedirect()
{
    StubServer target;
    for (const int status : {301, 302, 307, 308}) {
        const PageReply reply = answerOf(
            {status, {}, {{"Location", target.url().toEncoded() + "/events"}}, Travel::Whole});
        QVERIFY(!reply.page);
        QCOMPARE(reply.page.error().code, ErrorCode::Redirected);
        QCOMPARE(reply.page.error().httpStatus, status);
    }
    // Everything that was on its way has arrived once another request is answered there.
    m_client->setTarget({target.url(), "another_key"});
    ask();
    QCOMPARE(target.requests().size(), 1);
    QCOMPARE(target.requests().at(0).header("authorization"), QByteArray("Bearer another_key"));
}

void TestEventsClient::namesAnUnknownCursor()
{
    PageRequest request;
    request.after = EventId("event_gone");
    const StubAnswer answer{400,
                            R"({"message":"Event not found: 'event_gone'."})",
                            {},
                            Travel::Whole};
    QCOMPARE(answerOf(answer, request).page.error().code, ErrorCode::CursorUnknown);
    QCOMPARE(answerOf(answer).page.error().code, ErrorCode::BadRequest);
    const StubAnswer other{400,
                           R"({"message":"Organization not found: 'org_1'."})",
                           {},
                           Travel::Whole};
    QCOMPARE(answerOf(other, request).page.error().code, ErrorCode::BadRequest);
}

void TestEventsClient::namesADeadHost()
{
    m_client->setTarget({QUrl(u"https://nowhere.invalid"_s), "key"});
    QCOMPARE(ask().page.error().code, ErrorCode::NameNotResolved);
}

void TestEventsClient::namesAPortWithoutListener()
{
    QUrl url;
    {
        const StubServer gone;
        url = gone.url();
    }
    m_client->setTarget({url, "key"});
    QCOMPARE(ask().page.error().code, ErrorCode::ConnectionRefused);
}

void TestEventsClient::refusesTargetsBeforeSending_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("http elsewhere")
        << u"http://192.0.2.1"_s << QByteArray("key") << ErrorCode::WrongUsage;
    QTest::newRow("http name like localhost")
        << u"http://localhost.invalid"_s << QByteArray("key") << ErrorCode::WrongUsage;
    QTest::newRow("ftp") << u"ftp://127.0.0.1"_s << QByteArray("key") << ErrorCode::WrongUsage;
    QTest::newRow("no address") << u"workos"_s << QByteArray("key") << ErrorCode::WrongUsage;
    QTest::newRow("empty") << QString() << QByteArray("key") << ErrorCode::WrongUsage;
    QTest::newRow("no key") << u"http://127.0.0.1:1"_s << QByteArray() << ErrorCode::KeyMissing;
    QTest::newRow("key with a line break")
        << u"http://127.0.0.1:1"_s << QByteArray("a\r\nX: y") << ErrorCode::WrongUsage;
}

void TestEventsClient::refusesTargetsBeforeSending()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, key);
    QFETCH(const ErrorCode, code);
    m_client->setTarget({QUrl(url), key});
    const PageReply reply = ask();
    QVERIFY(!reply.page);
    QCOMPARE(reply.page.error().code, code);
    QCOMPARE(reply.facts.status, 0);
}

void TestEventsClient::neverTellsTheKey()
{
    const PageReply reply = answerOf(
        {401, R"({"message":"Invalid key sk_test_secret"})", {}, Travel::Whole});
    QVERIFY(!reply.page.error().message.contains(u"secret"_s));
    QVERIFY(!reply.page.error().detail.contains(u"secret"_s));
    QVERIFY(reply.page.error().detail.contains(u"[key]"_s));
}

void TestEventsClient::isSilentAfterCancel()
{
    QSignalSpy requested(m_server.get(), &StubServer::requested);
    int answers = 0;
    connect(m_client.get(), &EventsClient::answered, this, [&answers] { ++answers; });
    m_server->queue({200, m_page, {}, Travel::Silence});
    m_client->send({});
    QVERIFY(requested.wait());
    m_client->cancel();
    QVERIFY(!m_client->isBusy());
    QVERIFY(answerOf({200, m_page, {}, Travel::Whole}).page);
    QCOMPARE(answers, 1);
}

void TestEventsClient::answersOnlyTheLastOfTwo()
{
    int answers = 0;
    connect(m_client.get(), &EventsClient::answered, this, [&answers] { ++answers; });
    m_server->setFallback([this](const StubRequest &) {
        return StubAnswer{200, m_page, {}, Travel::Whole};
    });
    m_client->send({});
    QVERIFY(ask().page);
    QCOMPARE(answers, 1);
}

void TestEventsClient::mayBeDestroyedWhileBusy()
{
    QSignalSpy requested(m_server.get(), &StubServer::requested);
    m_server->queue({200, m_page, {}, Travel::StallInside});
    m_client->send({});
    QVERIFY(requested.wait());
    m_client.reset();
    m_network.reset();
}

QTEST_GUILESS_MAIN(TestEventsClient)
#include "tst_eventsclient.moc"

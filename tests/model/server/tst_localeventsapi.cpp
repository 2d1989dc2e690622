// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/json.h"
#include "model/events/eventfields.h"
#include "model/events/typecatalogue.h"
#include "model/server/demorandom.h"
#include "model/server/demoserver.h"
#include "tests/model/server/rawclient.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace playhead;

namespace {

constexpr char kEnd[] = "2026-11-23T14:06:12.345Z";
constexpr char kKey[] = "Authorization: Bearer sk_test_playhead\r\n";

/// A page's events, as bytes, and its `after`.
struct Page
{
    std::vector<QByteArray> events;
    QByteArray after; ///< Empty = null.
    bool isRight = false;
};

Page readPage(const QByteArray &body)
{
    Page page;
    JsonDocument document;
    if (!document.parse(body)) {
        return page;
    }
    const auto after = document.root().at("/list_metadata/after");
    const auto slices = arrayMemberSlices(body, "data");
    const auto object = document.root().member("object");
    page.isRight = after && (after->isNull() || after->isString()) && slices && object
                   && object->string() == "list";
    if (page.isRight) {
        page.after = after->string().toByteArray();
        for (const QByteArrayView slice : *slices) {
            page.events.push_back(slice.toByteArray());
        }
    }
    return page;
}

QByteArray message(const RawAnswer &answer)
{
    JsonDocument document;
    if (!document.parse(answer.body)) {
        return "no JSON: " + answer.body;
    }
    const auto text = document.root().member("message");
    return text ? text->string().toByteArray() : QByteArray();
}

/// The smallest event that is one.
QByteArray eventOf(const QByteArray &id,
                   const QByteArray &createdAt,
                   const QByteArray &type = "user.created")
{
    return R"({"object":"event","id":")" + id + R"(","event":")" + type
           + R"(","data":{},"created_at":")" + createdAt + "\"}";
}

} // namespace

class TestLocalEventsApi : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void pagesGiveTheSourceByteForByte_data();
    void pagesGiveTheSourceByteForByte();
    void pagesBackwardsGiveTheSourceByteForByte();
    void answersAsANaiveFilterWould();
    void takesEverySpellingOfEvents_data();
    void takesEverySpellingOfEvents();
    void takesEverySpellingOfTimes();
    void normalOrderWalksToNewerEvents();
    void refuses_data();
    void refuses();
    void keepsNinetyDays();
    void rangeIsHalfOpen();
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
    void sortsAndKeepsTies();
    void servesBytesUnchanged();
    void saysWhatCannotBeServed();
    void saysThatThePortIsTaken();

private:
    std::unique_ptr<LocalEventsApi> serve(std::vector<QByteArray> events,
                                          Instant now,
                                          int latencyMs = 0);

    std::unique_ptr<TypeCatalogue> m_catalogue;
    DemoPlan m_plan{5, 700, tryParseIsoInstant(kEnd).value_or(Instant{})};
    std::vector<QByteArray> m_source;
    std::vector<EventFields> m_fields;
    std::unique_ptr<LocalEventsApi> m_api;
};

void TestLocalEventsApi::initTestCase()
{
    Result<TypeCatalogue> catalogue = TypeCatalogue::load();
    QVERIFY(catalogue);
    m_catalogue = std::make_unique<TypeCatalogue>(std::move(*catalogue));
    m_source = makeDemoStream(m_plan);
    for (const QByteArray &bytes : m_source) {
        const auto decoded = decodeEvent(bytes, *m_catalogue);
        QVERIFY(decoded);
        m_fields.push_back(decoded->fields);
    }
    m_api = serve(m_source, m_plan.end + 61s);
    QVERIFY(m_api);
}

std::unique_ptr<LocalEventsApi> TestLocalEventsApi::serve(std::vector<QByteArray> events,
                                                          Instant now,
                                                          int latencyMs)
{
    LocalApiConfig config;
    config.events = std::move(events);
    config.streamId = "test;stream";
    config.clock = std::make_shared<FixedClock>(now);
    config.latencyMs = latencyMs;
    auto api = LocalEventsApi::start(std::move(config), *m_catalogue);
    return api ? std::move(*api) : nullptr;
}

void TestLocalEventsApi::pagesGiveTheSourceByteForByte_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {0, 1, 2, 7, 10, 33, 50, 99, 100}) {
        QTest::addRow("%d", limit) << limit;
    }
}

void TestLocalEventsApi::pagesGiveTheSourceByteForByte()
{
    QFETCH(int, limit); // 0 = not sent, which means 10
    RawClient client(m_api->url());
    std::vector<QByteArray> got;
    QByteArray after;
    do {
        QByteArray target = "/events?";
        target += limit > 0 ? "limit=" + QByteArray::number(limit) : QByteArray();
        target += after.isEmpty() ? QByteArray() : "&after=" + after;
        const RawAnswer answer = client.get(target);
        QCOMPARE(answer.status, 200);
        const Page page = readPage(answer.body);
        QVERIFY(page.isRight);
        QVERIFY(page.after.isEmpty() || page.events.size() == size_t(limit > 0 ? limit : 10));
        got.insert(got.end(), page.events.begin(), page.events.end());
        after = page.after;
    } while (!after.isEmpty());
    QCOMPARE(got, m_source);
}

void TestLocalEventsApi::pagesBackwardsGiveTheSourceByteForByte()
{
    // order=desc walks with `after`, order=asc and order=normal with `before`.
    for (const QByteArray order : {"desc", "asc", "normal"}) {
        RawClient client(m_api->url());
        std::vector<QByteArray> got;
        QByteArray cursor;
        for (;;) {
            QByteArray target = "/events?limit=64&order=" + order;
            if (order == "asc" && cursor.isEmpty()) {
                // Nothing is newer than the newest event: start there.
                cursor = m_fields.back().id;
                got.push_back(m_source.back());
            }
            if (!cursor.isEmpty()) {
                target += (order == "desc" ? "&after=" : "&before=") + cursor;
            }
            const Page page = readPage(client.get(target).body);
            QVERIFY(page.isRight);
            if (page.events.empty()) {
                break;
            }
            std::vector<QByteArray> newestFirst = page.events;
            if (order == "asc") {
                std::reverse(newestFirst.begin(), newestFirst.end());
            }
            got.insert(got.end(), newestFirst.begin(), newestFirst.end());
            const auto last = decodeEvent(newestFirst.back(), *m_catalogue);
            QVERIFY(last);
            cursor = last->fields.id;
            if (order == "desc") {
                QCOMPARE(page.after.isEmpty(), newestFirst.back() == m_source.front());
            }
        }
        std::reverse(got.begin(), got.end());
        QCOMPARE(got, m_source);
    }
}

void TestLocalEventsApi::answersAsANaiveFilterWould()
{
    DemoRandom random(99);
    RawClient client(m_api->url());
    int withEvents = 0;
    for (int round = 0; round < 400; ++round) {
        const EventFields &some = m_fields[random.below(m_fields.size())];
        const EventFields &other = m_fields[random.below(m_fields.size())];
        QByteArray target = "/events?limit=" + QByteArray::number(random.between(1, 100));
        const qsizetype limit = target.mid(target.indexOf('=') + 1).toInt();
        QSet<QByteArray> types;
        if (random.chance(60)) {
            types = {some.type, other.type, "session.created"};
            target += "&events=" + some.type + ',' + other.type + "%2Csession.created";
        }
        QByteArray organization;
        if (random.chance(40) && !other.organizationId.isEmpty()) {
            organization = other.organizationId;
            target += "&organization_id=" + organization;
        }
        const size_t begin = random.below(m_source.size());
        const size_t end = begin + random.below(m_source.size() - begin);
        Instant since{};
        Instant until = Instant::max();
        size_t first = 0;
        const bool hasAfter = random.chance(50);
        if (hasAfter) {
            target += "&after=" + m_fields[begin].id;
            first = begin + 1;
        } else if (random.chance(50)) {
            since = std::max(m_fields[begin].createdAt, m_fields[end].createdAt - 30 * 24h);
            target += "&range_start=" + isoUtcExact(since)
                      + "&range_end=" + isoUtcExact(m_fields[end].createdAt);
            until = m_fields[end].createdAt;
        }
        std::vector<QByteArray> expected;
        qsizetype matching = 0;
        QByteArray lastId;
        for (size_t i = first; i < m_source.size(); ++i) {
            const EventFields &fields = m_fields[i];
            const bool matches = (types.isEmpty() || types.contains(fields.type))
                                 && (organization.isEmpty()
                                     || fields.organizationId == organization)
                                 && fields.createdAt >= since && fields.createdAt < until;
            matching += matches ? 1 : 0;
            if (matches && matching <= limit) {
                expected.push_back(m_source[i]);
                lastId = fields.id;
            }
        }
        const RawAnswer answer = client.get(target);
        const Page page = readPage(answer.body);
        QVERIFY2(page.isRight, (target + ' ' + answer.body).constData());
        QCOMPARE(page.events, expected);
        QCOMPARE(page.after, matching > limit ? lastId : QByteArray());
        withEvents += expected.empty() ? 0 : 1;
    }
    QVERIFY(withEvents > 200);
}

void TestLocalEventsApi::takesEverySpellingOfEvents_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("all");
    for (const char *query : {"events=user.created,session.revoked",
                              "events=user.created%2Csession.revoked",
                              "events=user.created&events=session.revoked",
                              "events[]=user.created&events[]=session.revoked",
                              "events%5B%5D=user.created&events%5B%5D=session.revoked",
                              "events[0]=user.created&events[1]=session.revoked",
                              "events%5B0%5D=user.created&events%5B1%5D=session.revoked",
                              "events=session.revoked,,user.created,user.created"}) {
        QTest::newRow(query) << QByteArray(query) << false;
    }
    for (const char *query :
         {"", "events=", "events[]=", "events=,", "events", "&&", "unknown=1"}) {
        QTest::addRow("all: %s", query) << QByteArray(query) << true;
    }
}

void TestLocalEventsApi::takesEverySpellingOfEvents()
{
    QFETCH(QByteArray, query);
    QFETCH(bool, all);
    std::vector<QByteArray> expected;
    for (size_t i = 0; i < m_source.size() && expected.size() < 20; ++i) {
        if (all || m_fields[i].type == "user.created" || m_fields[i].type == "session.revoked") {
            expected.push_back(m_source[i]);
        }
    }
    RawClient client(m_api->url());
    QCOMPARE(readPage(client.get("/events?limit=20&" + query).body).events, expected);
}

void TestLocalEventsApi::takesEverySpellingOfTimes()
{
    RawClient client(m_api->url());
    const QByteArray expected = client.get("/events?range_start=2026-11-20T00:00:00Z").body;
    QVERIFY(!readPage(expected).events.empty());
    for (const QByteArray spelling : {"2026-11-20",
                                      "2026-11-20T00:00Z",
                                      "2026-11-20T00:00:00.000Z",
                                      "2026-11-20%2000:00:00",
                                      "2026-11-20+00:00:00.000",
                                      "2026-11-20T02:00:00%2B02:00",
                                      "2026-11-19T19:00:00-0500"}) {
        QCOMPARE(client.get("/events?range_start=" + spelling).body, expected);
    }
}

void TestLocalEventsApi::normalOrderWalksToNewerEvents()
{
    RawClient client(m_api->url());
    const Page page = readPage(
        client.get("/events?order=normal&limit=3&after=" + m_fields[10].id).body);
    QCOMPARE(page.events, (std::vector{m_source[13], m_source[12], m_source[11]}));
    QCOMPARE(page.after, m_fields[13].id);
    const Page newest = readPage(client.get("/events?order=normal&limit=2").body);
    QCOMPARE(newest.events, (std::vector{m_source.back(), m_source[m_source.size() - 2]}));
    QVERIFY(newest.after.isEmpty());
    // Between two cursors.
    const Page between = readPage(
        client.get("/events?limit=5&after=" + m_fields[3].id + "&before=" + m_fields[6].id).body);
    QCOMPARE(between.events, (std::vector{m_source[4], m_source[5]}));
}

void TestLocalEventsApi::refuses_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row =
        [](const char *name, const QByteArray &query, int status, const QByteArray &body) {
            QTest::newRow(name) << query << status << body;
        };
    const auto invalid = [](const QByteArray &field, const QByteArray &detail) {
        return R"({"message":"Validation failed.","errors":[{"code":"invalid","field":")" + field
               + R"(","message":")" + detail + "\"}]}";
    };
    for (const char *limit : {"0", "101", "-1", "ten", "1.5", "99999999999"}) {
        row(limit,
            QByteArray("limit=") + limit,
            422,
            invalid("limit", "limit must be a whole number from 1 to 100."));
    }
    row("order", "order=up", 422, invalid("order", "order must be asc, desc or normal."));
    row("type",
        "events=user.created,no.such",
        422,
        invalid("events", "Unknown event type: 'no.such'."));
    row("date",
        "range_start=soon",
        422,
        invalid("range_start", "range_start must be an ISO 8601 date."));
    row("30 February",
        "range_end=2026-02-30",
        422,
        invalid("range_end", "range_end must be an ISO 8601 date."));
    row("unknown after",
        "after=event_01ARZ3NDEKTSV4RRFFQ69G5FAV",
        400,
        R"({"message":"Event not found: 'event_01ARZ3NDEKTSV4RRFFQ69G5FAV'."})");
    row("unknown before", "before=wh_1%22", 400, R"({"message":"Event not found: 'wh_1\"'."})");
    row("unknown organization",
        "organization_id=org_none",
        400,
        R"({"message":"Organization not found: 'org_none'."})");
    row("after with range_start",
        "after=" + m_fields.front().id + "&range_start=2026-11-22",
        400,
        R"({"message":"after and range_start are mutually exclusive."})");
    row("31 days",
        "range_start=2026-10-01&range_end=2026-11-01",
        400,
        R"({"message":"The range is longer than 30 days."})");
    row("31 days to now",
        "range_start=2026-10-23",
        400,
        R"({"message":"The range is longer than 30 days."})");
    row("backwards",
        "range_start=2026-11-02&range_end=2026-11-01",
        400,
        R"({"message":"range_end lies before range_start."})");
}

void TestLocalEventsApi::refuses()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    RawClient client(m_api->url());
    const RawAnswer answer = client.get("/events?" + query);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
    QVERIFY(answer.headers.value("x-request-id").startsWith("req_"));
    QCOMPARE(client.get("/events?limit=1").status, 200);
}

void TestLocalEventsApi::keepsNinetyDays()
{
    const std::vector<QByteArray> events{eventOf("event_old", "2026-08-01T00:00:00Z"),
                                         eventOf("event_edge", "2026-08-03T00:00:00Z"),
                                         eventOf("event_kept", "2026-08-04T00:00:00Z")};
    const auto api = serve(events, tryParseIsoInstant("2026-11-01T00:00:00Z").value_or(Instant{}));
    RawClient client(api->url());
    const std::vector<QByteArray> kept{events[1], events[2]};
    QCOMPARE(readPage(client.get("/events").body).events, kept);
    QCOMPARE(readPage(client.get("/events?order=desc").body).events,
             (std::vector{events[2], events[1]}));
    QCOMPARE(readPage(client.get("/events?range_start=2026-07-20&range_end=2026-08-10").body)
                 .events,
             kept);
    QCOMPARE(message(client.get("/events?after=event_old")),
             QByteArray("Event not found: 'event_old'."));
    QCOMPARE(readPage(client.get("/events?after=event_edge").body).events,
             (std::vector{events[2]}));
}

void TestLocalEventsApi::rangeIsHalfOpen()
{
    RawClient client(m_api->url());
    const size_t last = m_source.size() - 1;
    const QByteArray start = isoUtcExact(m_fields[last - 5].createdAt);
    const QByteArray end = isoUtcExact(m_fields[last].createdAt);
    const Page page = readPage(
        client.get("/events?range_start=" + start + "&range_end=" + end).body);
    QCOMPARE(page.events, std::vector(m_source.end() - 6, m_source.end() - 1));
    QCOMPARE(readPage(client.get("/events?range_start=" + end + "&range_end=" + end).body)
                 .events.size(),
             size_t(0));
    // Exactly thirty days are allowed.
    QCOMPARE(client.get("/events?range_start=2026-10-24&range_end=2026-11-23").status, 200);
}

void TestLocalEventsApi::answersWithItsHeaders()
{
    RawClient client(m_api->url());
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
    const quint64 before = m_api->requestCount();
    client.get("/events?limit=0");
    client.get("/elsewhere");
    QTRY_COMPARE(m_api->requestCount(), before + 1);
    QCOMPARE(m_api->url().host(), u"127.0.0.1"_s);
    QCOMPARE(m_api->apiKey(), QByteArray("sk_test_playhead"));
}

void TestLocalEventsApi::gzipsWhenAsked()
{
    RawClient client(m_api->url());
    const QByteArray plain = client.get("/events?limit=100").body;
    for (const char *coding : {"gzip, deflate, br", "br, gzip", "br"}) {
        client.ask("/events?limit=100", kKey + QByteArray("Accept-Encoding: ") + coding + "\r\n");
        const RawAnswer answer = client.receive();
        const bool isGzip = QByteArray(coding).contains("gzip");
        QCOMPARE(answer.headers.value("content-encoding"), QByteArray(isGzip ? "gzip" : ""));
        QVERIFY(isGzip ? answer.body.size() < plain.size() / 2 : answer.body == plain);
    }
    // A real client unpacks it to the same bytes.
    QNetworkAccessManager manager;
    QUrl url = m_api->url();
    url.setPath(u"/events"_s);
    url.setQuery(u"limit=100"_s);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer sk_test_playhead");
    std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(reply->isFinished() || finished.wait());
    QCOMPARE(reply->readAll(), plain);
}

void TestLocalEventsApi::headHasNoBody()
{
    RawClient client(m_api->url());
    const QByteArray body = client.get("/events?limit=3").body;
    client.ask("/events?limit=3", kKey, "HEAD");
    const RawAnswer answer = client.receive(false);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-length").toInt(), int(body.size()));
    QCOMPARE(client.get("/events?limit=3").body, body);
}

void TestLocalEventsApi::connectionSurvivesWhatItRefuses()
{
    RawClient client(m_api->url());
    client.ask("/events", {});
    RawAnswer answer = client.receive();
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.body, QByteArray(R"({"message":"Unauthorized","code":"unauthorized"})"));
    for (const char *key :
         {"Bearer sk_test_wrong", "Bearer ", "Basic sk_test_playhead", "sk_test_playhead"}) {
        client.ask("/events", QByteArray("Authorization: ") + key + "\r\n");
        QCOMPARE(client.receive().status, 401);
    }
    client.ask("/", kKey);
    answer = client.receive();
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.body, QByteArray(R"({"message":"Not Found"})"));
    client.ask("/events", kKey + QByteArray("Content-Length: 11\r\n"), "POST");
    client.send("GET /x HTTP");
    answer = client.receive();
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.headers.value("allow"), QByteArray("GET, HEAD"));
    for (const char *method : {"OPTIONS", "PUT", "DELETE", "PATCH"}) {
        client.ask("/events", kKey + QByteArray("Content-Length: 0\r\n"), method);
        answer = client.receive();
        QCOMPARE(answer.status, 405);
        if (QByteArray(method) == "OPTIONS") {
            // Its body is not read by the library, so the connection ends to be safe.
            QVERIFY(client.isEnded());
            client.socket().connectToHost(QHostAddress(QHostAddress::LocalHost),
                                          quint16(m_api->url().port()));
            QVERIFY(client.socket().waitForConnected());
        }
    }
    QCOMPARE(client.get("/events?limit=1").status, 200);
    // Two requests in one packet, and one in many.
    client.send(QByteArray("GET /events?limit=1 HTTP/1.1\r\n") + kKey
                + "\r\nGET /none HTTP/1.1\r\n\r\n");
    // The client reads both answers as one stream.
    QByteArray both;
    while (!both.contains("Not Found")) {
        QVERIFY(client.socket().bytesAvailable() > 0 || client.socket().waitForReadyRead());
        both += client.socket().readAll();
    }
    QVERIFY(both.contains("200 OK") && both.contains("404 Not Found"));
    for (const char c : QByteArray("GET /events?limit=1 HTTP/1.1\r\n") + kKey + "\r\n") {
        client.send(QByteArray(1, c));
    }
    QCOMPARE(client.receive().status, 200);
}

void TestLocalEventsApi::endsBrokenRequests_data()
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
    QTest::newRow("GET with a body") << QByteArray(
        "GET /none HTTP/1.1\r\nContent-Length: 31\r\n\r\nGET /events?limit=1 HTTP/1.1\r\n\r\n")
                                     << 404;
}

void TestLocalEventsApi::endsBrokenRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawClient client(m_api->url());
    client.send(bytes);
    const RawAnswer answer = client.receive();
    // The peer may have reset the connection before its answer was read: it had not taken all that was sent.
    if (answer.status != 0) {
        QCOMPARE(answer.status, status);
        QVERIFY2(!message(answer).startsWith("no JSON"), answer.body.constData());
    }
    QVERIFY(status == 413 || client.isEnded());
    RawClient next(m_api->url());
    QCOMPARE(next.get("/events?limit=1").status, 200);
}

void TestLocalEventsApi::answersOnlyThisComputer_data()
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

void TestLocalEventsApi::answersOnlyThisComputer()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    RawClient client(m_api->url());
    client.send("GET /events?limit=1 HTTP/1.1\r\n" + headers + kKey + "\r\n");
    QCOMPARE(client.receive().status, status);
}

void TestLocalEventsApi::servesTwentyKeptConnectionsAtOnce()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_api->url()));
    }
    // All ask before any answer is read, and all connections stay open: with fewer threads than connections the last
    // ones would get nothing before the first ones end.
    for (int round = 0; round < 5; ++round) {
        for (const auto &client : clients) {
            client->ask("/events?limit=100");
        }
        for (const auto &client : clients) {
            const Page page = readPage(client->receive().body);
            QVERIFY(page.isRight);
            QCOMPARE(page.events.size(), size_t(100));
        }
    }
}

void TestLocalEventsApi::endsWithHangingClients()
{
    // An hour of latency and of silence: the test ends only because the server does.
    auto api = serve(m_source, m_plan.end, 3'600'000);
    QVERIFY(api);
    RawClient silent(api->url());
    RawClient half(api->url());
    RawClient waiting(api->url());
    half.send("GET /events HTTP/1.1\r\nHost: 127");
    waiting.ask("/events");
    auto quick = serve(m_source, m_plan.end);
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
        QVERIFY(serve({}, m_plan.end));
    }
}

void TestLocalEventsApi::sortsAndKeepsTies()
{
    const std::vector<QByteArray> events{eventOf("event_c", "2026-11-02T00:00:00Z"),
                                         eventOf("event_a", "2026-11-01T00:00:00Z"),
                                         eventOf("event_b", "2026-11-01T00:00:00Z"),
                                         eventOf("event_d",
                                                 "2026-11-01T02:00:00+02:00",
                                                 "no.catalogue_type")};
    const auto api = serve(events, m_plan.end);
    RawClient client(api->url());
    const std::vector<QByteArray> sorted{events[1], events[2], events[3], events[0]};
    QCOMPARE(readPage(client.get("/events").body).events, sorted);
    QCOMPARE(readPage(client.get("/events?after=event_b").body).events,
             (std::vector{events[3], events[0]}));
    QCOMPARE(readPage(client.get("/events?events=no.catalogue_type").body).events,
             (std::vector{events[3]}));
    const auto none = serve({}, m_plan.end);
    QCOMPARE(RawClient(none->url()).get("/events").body,
             QByteArray(R"({"object":"list","data":[],"list_metadata":{"after":null}})"));
}

void TestLocalEventsApi::servesBytesUnchanged()
{
    const std::vector<QByteArray> events{
        R"({ "id":"event_1" , "event":"user.created","z":1e400,"a":12345678901234567890,"data":{"t":"\u00e9\/","t":2},"created_at":"2026-11-01 00:00:00.5"})",
        "{\"created_at\":\"2026-11-02\",\"data\":{\"b\":\"" + QByteArray(300'000, 'x')
            + "\"},\"event\":\"user.deleted\",\"id\":\"evt\\u005f2\"}"};
    const auto api = serve(events, m_plan.end);
    RawClient client(api->url());
    QCOMPARE(readPage(client.get("/events").body).events, events);
    QCOMPARE(readPage(client.get("/events?limit=1&order=desc").body).after, QByteArray("evt_2"));
    QCOMPARE(readPage(client.get("/events?order=desc&after=evt_2").body).events,
             (std::vector{events[0]}));
}

void TestLocalEventsApi::saysWhatCannotBeServed()
{
    for (const QByteArray &bad : {QByteArray("{"),
                                  QByteArray("[]"),
                                  QByteArray(R"({"id":"event_1"})"),
                                  eventOf("event_1", "yesterday")}) {
        LocalApiConfig config;
        config.events = {m_source.front(), bad};
        const auto api = LocalEventsApi::start(std::move(config), *m_catalogue);
        QVERIFY(!api);
        QCOMPARE(api.error().code, ErrorCode::WrongUsage);
        QVERIFY2(api.error().message.startsWith(u"Event 2 cannot be served: "_s),
                 qPrintable(api.error().message));
        QVERIFY(!api.error().message.contains(u'\n'));
    }
}

void TestLocalEventsApi::saysThatThePortIsTaken()
{
    LocalApiConfig config;
    config.port = quint16(m_api->url().port());
    const auto api = LocalEventsApi::start(std::move(config), *m_catalogue);
    QVERIFY(!api);
    QCOMPARE(api.error().code, ErrorCode::WrongUsage);
    QVERIFY(api.error().message.contains(QString::number(m_api->url().port())));
}

QTEST_GUILESS_MAIN(TestLocalEventsApi)
#include "tst_localeventsapi.moc"

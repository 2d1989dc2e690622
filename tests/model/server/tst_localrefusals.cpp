// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/server/serveddemo.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace playhead;

namespace {

/// The smallest event that is one.
QByteArray eventOf(const QByteArray &id,
                   const QByteArray &createdAt,
                   const QByteArray &type = "user.created")
{
    return R"({"object":"event","id":")" + id + R"(","event":")" + type
           + R"(","data":{},"created_at":")" + createdAt + "\"}";
}

} // namespace

class TestLocalRefusals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() const { QVERIFY(m_demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void refuses_data();
    void refuses() const;
    void keepsNinetyDays_data();
    void keepsNinetyDays();
    void horizonFollowsAnArrivingStream();
    void rangeIsHalfOpen();
    void sortsAndKeepsTies();
    void servesBytesUnchanged();
    void saysWhatCannotBeServed();

private:
    ServedDemo m_demo;
};

void TestLocalRefusals::refuses_data()
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
        "after=" + m_demo.fields.front().id + "&range_start=2026-11-22",
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

void TestLocalRefusals::refuses() const
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    RawClient client(m_demo.api->url());
    const RawAnswer answer = client.get("/events?" + query);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
    QVERIFY(answer.headers.value("x-request-id").startsWith("req_"));
    QCOMPARE(client.get("/events?limit=1").status, 200);
}

void TestLocalRefusals::keepsNinetyDays_data()
{
    QTest::addColumn<Instant>("now");
    QTest::newRow("at the newest event") << tryParseIsoInstant("2026-11-01T00:00:00Z").value();
    // A source stays whole however old it is: from its end on, the horizon stands still.
    QTest::newRow("a minute later") << tryParseIsoInstant("2026-11-01T00:01:01Z").value();
    QTest::newRow("years later") << tryParseIsoInstant("2031-01-01T00:00:00Z").value();
}

void TestLocalRefusals::keepsNinetyDays()
{
    QFETCH(const Instant, now);
    const std::vector<QByteArray> events{eventOf("event_old", "2026-08-01T00:00:00Z"),
                                         eventOf("event_edge", "2026-08-03T00:00:00Z"),
                                         eventOf("event_kept", "2026-08-04T00:00:00Z"),
                                         eventOf("event_end", "2026-11-01T00:00:00Z")};
    const auto api = m_demo.serve(events, now);
    RawClient client(api->url());
    const std::vector<QByteArray> kept{events[1], events[2], events[3]};
    QCOMPARE(readPage(client.get("/events").body).events, kept);
    QCOMPARE(readPage(client.get("/events?order=desc").body).events,
             (std::vector{events[3], events[2], events[1]}));
    QCOMPARE(readPage(client.get("/events?range_start=2026-07-20&range_end=2026-08-10").body)
                 .events,
             (std::vector{events[1], events[2]}));
    QCOMPARE(messageOf(client.get("/events?after=event_old")),
             QByteArray("Event not found: 'event_old'."));
    QCOMPARE(readPage(client.get("/events?after=event_edge").body).events,
             (std::vector{events[2], events[3]}));
}

void TestLocalRefusals::horizonFollowsAnArrivingStream()
{
    const std::vector<QByteArray> events{eventOf("event_old", "2026-08-01T00:00:00Z"),
                                         eventOf("event_end", "2026-11-01T00:00:00Z")};
    const auto api = m_demo.serve(events, tryParseIsoInstant("2026-10-30T00:00:00Z").value());
    QCOMPARE(readPage(RawClient(api->url()).get("/events?range_end=2026-08-10").body).events,
             (std::vector{events[0]}));
}

void TestLocalRefusals::rangeIsHalfOpen()
{
    RawClient client(m_demo.api->url());
    const size_t last = m_demo.source.size() - 1;
    const QByteArray start = isoUtcExact(m_demo.fields[last - 5].createdAt);
    const QByteArray end = isoUtcExact(m_demo.fields[last].createdAt);
    const ServedPage page = readPage(
        client.get("/events?range_start=" + start + "&range_end=" + end).body);
    QCOMPARE(page.events, std::vector(m_demo.source.end() - 6, m_demo.source.end() - 1));
    QCOMPARE(readPage(client.get("/events?range_start=" + end + "&range_end=" + end).body)
                 .events.size(),
             size_t(0));
    // Exactly thirty days are allowed.
    QCOMPARE(client.get("/events?range_start=2026-10-24&range_end=2026-11-23").status, 200);
}

void TestLocalRefusals::sortsAndKeepsTies()
{
    const std::vector<QByteArray> events{eventOf("event_c", "2026-11-02T00:00:00Z"),
                                         eventOf("event_a", "2026-11-01T00:00:00Z"),
                                         eventOf("event_b", "2026-11-01T00:00:00Z"),
                                         eventOf("event_d",
                                                 "2026-11-01T02:00:00+02:00",
                                                 "no.catalogue_type")};
    const auto api = m_demo.serve(events, m_demo.plan.end);
    RawClient client(api->url());
    const std::vector<QByteArray> sorted{events[1], events[2], events[3], events[0]};
    QCOMPARE(readPage(client.get("/events").body).events, sorted);
    QCOMPARE(readPage(client.get("/events?after=event_b").body).events,
             (std::vector{events[3], events[0]}));
    QCOMPARE(readPage(client.get("/events?events=no.catalogue_type").body).events,
             (std::vector{events[3]}));
    const auto none = m_demo.serve({}, m_demo.plan.end);
    QCOMPARE(RawClient(none->url()).get("/events").body,
             QByteArray(R"({"object":"list","data":[],"list_metadata":{"after":null}})"));
}

void TestLocalRefusals::servesBytesUnchanged()
{
    const std::vector<QByteArray> events{
        R"({ "id":"event_1" , "event":"user.created","z":1e400,"a":12345678901234567890,"data":{"t":"\u00e9\/","t":2},"created_at":"2026-11-01 00:00:00.5"})",
        R"({"created_at":"2026-11-02","data":{"b":")" + QByteArray(300'000, 'x')
            + R"("},"event":"user.deleted","id":"evt\u005f2"})"};
    const auto api = m_demo.serve(events, m_demo.plan.end);
    RawClient client(api->url());
    QCOMPARE(readPage(client.get("/events").body).events, events);
    QCOMPARE(readPage(client.get("/events?limit=1&order=desc").body).after, QByteArray("evt_2"));
    QCOMPARE(readPage(client.get("/events?order=desc&after=evt_2").body).events,
             (std::vector{events[0]}));
}

void TestLocalRefusals::saysWhatCannotBeServed()
{
    for (const QByteArray &bad : {QByteArray("{"),
                                  QByteArray("[]"),
                                  QByteArray(R"({"id":"event_1"})"),
                                  eventOf("event_1", "yesterday")}) {
        LocalApiConfig config;
        config.source = bytesSource({m_demo.source.front(), bad});
        const auto api = LocalEventsApi::start(std::move(config), *m_demo.catalogue);
        QVERIFY(!api);
        QCOMPARE(api.error().code, ErrorCode::WrongUsage);
        QVERIFY2(api.error().message.startsWith(u"Event 2 cannot be served: "_s),
                 qPrintable(api.error().message));
        QVERIFY(!api.error().message.contains(u'\n'));
    }
}

QTEST_GUILESS_MAIN(TestLocalRefusals)
#include "tst_localrefusals.moc"

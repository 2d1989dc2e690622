// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/answerfacts.h"
#include "model/api/horizon.h"
#include "model/api/pagerequest.h"
#include "model/api/refusedtypes.h"
#include "model/api/retrypolicy.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPageRequest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void writesParametersAsTheApiReadsThem();
    void neverSendsAfterWithRangeStart();
    void asksForTheNewestOnlyWhenTold();
    void keepsThePathAndDropsTheRest();
    void movesAStartBeyondTheHorizon();
    void knowsLoopback_data();
    void knowsLoopback();
    void readsHttpDates();
    void readsRetryAfter();
    void findsRefusedTypes();
    void retriesOnlyWhatMayPass_data();
    void retriesOnlyWhatMayPass();
    void waitsLongerEachTime();
};

void TestPageRequest::writesParametersAsTheApiReadsThem()
{
    PageRequest request;
    request.types = {"dsync.user.created", "a b&c"};
    request.organization = OrganizationId("org_1");
    request.since = *tryParseIsoInstant("2026-11-01T00:00:00.5Z");
    request.until = *tryParseIsoInstant("2026-11-02");
    QCOMPARE(
        pageUrl(QUrl(u"https://api.workos.com"_s), request).toEncoded(),
        QByteArray(
            "https://api.workos.com/events?order=asc&limit=100&events=dsync.user.created%2Ca%20b%26c"
            "&range_start=2026-11-01T00%3A00%3A00.500Z&range_end=2026-11-02T00%3A00%3A00.000Z&organization_id=org_1"));
}

void TestPageRequest::neverSendsAfterWithRangeStart()
{
    PageRequest request;
    request.after = EventId("event_1+/=");
    request.since = Instant{};
    request.limit = 7;
    QCOMPARE(pageUrl(QUrl(u"http://localhost:1"_s), request).toEncoded(),
             QByteArray("http://localhost:1/events?order=asc&limit=7&after=event_1%2B%2F%3D"));
}

void TestPageRequest::asksForTheNewestOnlyWhenTold()
{
    PageRequest request;
    request.limit = 2;
    request.order = PageOrder::NewestFirst;
    QCOMPARE(pageUrl(QUrl(u"http://localhost:1"_s), request).toEncoded(),
             QByteArray("http://localhost:1/events?order=desc&limit=2"));
}

void TestPageRequest::keepsThePathAndDropsTheRest()
{
    QCOMPARE(pageUrl(QUrl(u"https://user:pw@example.com/v1//?x=1#f"_s), {}).toEncoded(),
             QByteArray("https://example.com/v1/events?order=asc&limit=100"));
}

void TestPageRequest::movesAStartBeyondTheHorizon()
{
    const Instant now = *tryParseIsoInstant("2026-11-23T12:00:00Z");
    const QUrl far(u"https://api.workos.com"_s);
    const QUrl near(u"http://127.0.0.1:4100"_s);
    QCOMPARE(clampSince(now - 24h, now, far), (ClampedSince{now - 24h, false}));
    QCOMPARE(clampSince(now - 90 * 24h, now, far), (ClampedSince{now - 90 * 24h + 1min, true}));
    QCOMPARE(clampSince(Instant{}, now, far), (ClampedSince{now - 90 * 24h + 1min, true}));
    QCOMPARE(clampSince(Instant{}, now, near), (ClampedSince{Instant{}, false}));
}

void TestPageRequest::knowsLoopback_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isLoopback");
    QTest::newRow("name") << u"http://LocalHost:1"_s << true;
    QTest::newRow("v4") << u"http://127.3.2.1"_s << true;
    QTest::newRow("v6") << u"http://[::1]:4100"_s << true;
    QTest::newRow("another host") << u"http://example.com"_s << false;
    QTest::newRow("looks like it") << u"http://localhost.example.com"_s << false;
    QTest::newRow("digits in a name") << u"http://127.0.0.1.example.com"_s << false;
    QTest::newRow("any") << u"http://0.0.0.0"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestPageRequest::knowsLoopback()
{
    QFETCH(const QString, url);
    QFETCH(const bool, isLoopback);
    QCOMPARE(isLoopbackUrl(QUrl(url)), isLoopback);
}

void TestPageRequest::readsHttpDates()
{
    QCOMPARE(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT"),
             tryParseIsoInstant("1994-11-06T08:49:37Z"));
    for (const char *wrong : {"",
                              "now",
                              "Sun, 06 Nov 1994 08:49:37 CET",
                              "Sun, 31 Feb 1994 08:49:37 GMT",
                              "Sunday, 06-Nov-94 08:49:37 GMT",
                              "Sun, 06 Foo 1994 08:49:37 GMT"}) {
        QVERIFY2(!parseHttpDate(wrong), wrong);
    }
}

void TestPageRequest::readsRetryAfter()
{
    const Instant now = *tryParseIsoInstant("1994-11-06T08:49:30.250Z");
    QCOMPARE(parseRetryAfter("18", now), 18s);
    QCOMPARE(parseRetryAfter("Sun, 06 Nov 1994 08:49:37 GMT", now), 6750ms);
    QCOMPARE(parseRetryAfter("Sun, 06 Nov 1994 08:49:00 GMT", now), 0ms);
    QCOMPARE(parseRetryAfter("99999999999", now), 24h);
    QVERIFY(!parseRetryAfter("-1", now));
    QVERIFY(!parseRetryAfter("", now));
    QVERIFY(!parseRetryAfter("soon", now));
}

void TestPageRequest::findsRefusedTypes()
{
    QVERIFY(saysEventsRequired(
        R"({"message":"Validation failed.","errors":[{"code":"required","field":"events"}]})"));
    QVERIFY(!saysEventsRequired(
        R"({"errors":[{"code":"required","field":"limit"},{"code":"x","field":"events"}]})"));
    QVERIFY(!saysEventsRequired("required events"));

    const QList<QByteArray> asked{"dsync.user.moved", "dsync.user", "user.created", "user.updated"};
    const QList<QByteArray> moved{"dsync.user.moved"};
    QCOMPARE(refusedTypes(R"({"message":"Invalid name parameter: dsync.user.moved."})", asked),
             moved);
    QCOMPARE(refusedTypes(R"({"errors":[{"code":"invalid","value":"dsync.user.moved"}]})", asked),
             moved);
    QVERIFY(refusedTypes(R"({"message":"x.user.created user.created_again"})", asked).isEmpty());
    QVERIFY(refusedTypes("dsync.user.moved,dsync.user,user.created,user.updated", asked).isEmpty());
}

void TestPageRequest::retriesOnlyWhatMayPass_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isRetried");
    for (const int status : {408, 500, 502, 503, 504}) {
        QTest::addRow("%d", status) << ErrorCode::ServerFailed << status << true;
    }
    QTest::newRow("501") << ErrorCode::ServerFailed << 501 << false;
    QTest::newRow("429") << ErrorCode::RateLimited << 429 << true;
    QTest::newRow("lost") << ErrorCode::ConnectionLost << 0 << true;
    QTest::newRow("stalled") << ErrorCode::TimedOut << 200 << true;
    QTest::newRow("malformed") << ErrorCode::Malformed << 200 << true;
    for (const ErrorCode code : {ErrorCode::KeyRefused,
                                 ErrorCode::Forbidden,
                                 ErrorCode::BadRequest,
                                 ErrorCode::CursorUnknown,
                                 ErrorCode::Unprocessable,
                                 ErrorCode::NameNotResolved,
                                 ErrorCode::ConnectionRefused,
                                 ErrorCode::TlsFailed,
                                 ErrorCode::Redirected,
                                 ErrorCode::TooLarge,
                                 ErrorCode::WrongUsage,
                                 ErrorCode::DiskFull}) {
        QTest::addRow("code %d", int(code)) << code << 0 << false;
    }
}

void TestPageRequest::retriesOnlyWhatMayPass()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const int, status);
    QFETCH(const bool, isRetried);
    const Error error{code, {}, {}, status};
    QCOMPARE(RetryPolicy::isWorthRetrying(error), isRetried);
    QCOMPARE(RetryPolicy().waitAfter(7, error, {}).has_value(), isRetried);
    QVERIFY(!RetryPolicy().waitAfter(8, error, {}));
}

void TestPageRequest::waitsLongerEachTime()
{
    const RetryPolicy policy({8, 100ms, 1000ms});
    const Error error{ErrorCode::ConnectionLost, {}, {}, 0};
    const std::chrono::milliseconds longest[] =
        {100ms, 200ms, 400ms, 800ms, 1000ms, 1000ms, 1000ms};
    for (int tries = 1; tries <= 7; ++tries) {
        const auto wait = policy.waitAfter(tries, error, {});
        QVERIFY(wait && *wait >= longest[tries - 1] / 2 && *wait <= longest[tries - 1]);
    }
    QCOMPARE(policy.waitAfter(1, error, 18s), 18s);
    QVERIFY(policy.waitAfter(1, error, 0ms) >= 50ms);
}

QTEST_GUILESS_MAIN(TestPageRequest)
#include "tst_pagerequest.moc"

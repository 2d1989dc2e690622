// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/keyprobe.h"
#include "model/core/clock.h"
#include "model/events/typecatalogue.h"
#include "model/server/demoserver.h"
#include "tests/model/api/sampleevents.h"
#include "tests/model/api/stubserver.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char kSecret[] = "sk_test_secret";
constexpr char kDate[] = "Mon, 23 Nov 2026 12:00:14 GMT";
const Instant kServerNow = *tryParseIsoInstant("2026-11-23T12:00:14Z");

} // namespace

class TestKeyProbe : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asksForTheNewestEvent();
    void saysThatThereAreNone();
    void neverTellsTheOldestAsTheNewest_data();
    void neverTellsTheOldestAsTheNewest();
    void readsTheLocalEventsApi();
    void namesWhatTheServerSaid_data();
    void namesWhatTheServerSaid();
    void namesTypesWhenTheServerWantsThem();
    void keepsTheKeyFromARedirect();
    void namesAPortWithoutListener();
    void keepsTheKeyFromPlainHttpElsewhere();
    void endsAtTheDeadline_data();
    void endsAtTheDeadline();
    void isSilentAfterCancel();
    void answersOnlyTheLastOfTwo();
    void mayBeDestroyedWhileItWaits();

private:
    Result<KeyAnswer> ask(const FetchTarget &target);
    Result<KeyAnswer> answerOf(const StubAnswer &answer);

    const TypeCatalogue m_catalogue = *TypeCatalogue::load();
    // Two hours slow: ages are told by the server's clock.
    const FixedClock m_clock{kServerNow - 2h};
    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<KeyProbe> m_probe;
};

void TestKeyProbe::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_server = std::make_unique<StubServer>();
    m_probe = std::make_unique<KeyProbe>(m_catalogue, m_clock, ClientSettings{5s, 2s, 1024 * 1024});
}

void TestKeyProbe::cleanup()
{
    m_probe.reset();
    m_server.reset();
}

Result<KeyAnswer> TestKeyProbe::ask(const FetchTarget &target)
{
    std::optional<Result<KeyAnswer>> result;
    QObject context;
    connect(m_probe.get(),
            &KeyProbe::answered,
            &context,
            [&result](const Result<KeyAnswer> &answer) { result = answer; });
    m_probe->ask(target);
    return QTest::qWaitFor([&result] { return result.has_value(); }, 10'000)
               ? *result
               : failure(ErrorCode::Internal, u"no answer came"_s);
}

Result<KeyAnswer> TestKeyProbe::answerOf(const StubAnswer &answer)
{
    m_server->setFallback([answer](const StubRequest &) { return answer; });
    return ask({m_server->url(), kSecret});
}

void TestKeyProbe::asksForTheNewestEvent()
{
    const Result<KeyAnswer> answer = answerOf(
        {200,
         pageBody({sampleEvent(2, kServerNow - 14s), sampleEvent(1, kServerNow - 3h)}, "event_1"),
         {{"Date", kDate}},
         Travel::Whole});
    QVERIFY(answer);
    QVERIFY(answer->hasEvents);
    QCOMPARE(answer->newestAge, std::optional<Duration>(14s));
    QVERIFY(answer->took >= 0ms && answer->took < 5s);
    QCOMPARE(m_server->requests().size(), 1);
    const StubRequest &sent = m_server->requests().first();
    QCOMPARE(sent.parameter(u"order"_s), u"desc"_s);
    QCOMPARE(sent.parameter(u"limit"_s), u"2"_s);
    QCOMPARE(sent.parameter(u"range_start"_s), u"2026-10-24T11:00:14.000Z"_s);
    QVERIFY(!sent.has(u"events"_s) && !sent.has(u"after"_s) && !sent.has(u"range_end"_s));
    QCOMPARE(sent.header("authorization"), QByteArray("Bearer sk_test_secret"));
}

void TestKeyProbe::saysThatThereAreNone()
{
    const Result<KeyAnswer> answer = answerOf({200, pageBody({}), {}, Travel::Whole});
    QVERIFY(answer);
    QVERIFY(!answer->hasEvents);
    QVERIFY(!answer->newestAge);
}

void TestKeyProbe::neverTellsTheOldestAsTheNewest_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isKnown");
    const QByteArray older = sampleEvent(1, kServerNow - 30min);
    const QByteArray newer = sampleEvent(2, kServerNow - 10min);
    QTest::newRow("oldest first") << pageBody({older, newer}, sampleId(2)) << false;
    QTest::newRow("same moment") << pageBody({older, older}, sampleId(1)) << false;
    QTest::newRow("one of more") << pageBody({older}, sampleId(1)) << false;
    QTest::newRow("the only one") << pageBody({older}) << true;
    QTest::newRow("newest first") << pageBody({newer, older}, sampleId(1)) << true;
}

void TestKeyProbe::neverTellsTheOldestAsTheNewest()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isKnown);
    const Result<KeyAnswer> answer = answerOf({200, body, {{"Date", kDate}}, Travel::Whole});
    QVERIFY(answer);
    QVERIFY(answer->hasEvents);
    QCOMPARE(answer->newestAge.has_value(), isKnown);
}

void TestKeyProbe::readsTheLocalEventsApi()
{
    // Its clock stands 61 seconds behind the newest event when it starts (semantics 32).
    const auto server = LocalEventsApi::start(demoConfig({1, 200, m_clock.now()}), m_catalogue);
    QVERIFY(server);
    const Result<KeyAnswer> answer = ask({(*server)->url(), (*server)->apiKey()});
    QVERIFY(answer);
    QVERIFY(answer->newestAge);
    QVERIFY2(*answer->newestAge >= 60s && *answer->newestAge < 1h,
             qPrintable(QString::number(answer->newestAge->count())));
    const Result<KeyAnswer> refused = ask({(*server)->url(), "sk_test_wrong"});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::KeyRefused);
    QCOMPARE((*server)->requestCount(), quint64(2));
}

void TestKeyProbe::namesWhatTheServerSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray echo = QByteArray(R"({"message":"Unknown key )") + kSecret + R"("})";
    QTest::newRow("401") << 401 << echo << ErrorCode::KeyRefused;
    QTest::newRow("403") << 403 << echo << ErrorCode::Forbidden;
    QTest::newRow("422") << 422 << echo << ErrorCode::Unprocessable;
    QTest::newRow("429") << 429 << echo << ErrorCode::RateLimited;
    QTest::newRow("500") << 500 << echo << ErrorCode::ServerFailed;
    QTest::newRow("no events API") << 200 << QByteArray("<html>") << ErrorCode::Malformed;
}

void TestKeyProbe::namesWhatTheServerSaid()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorCode, code);
    const Result<KeyAnswer> answer = answerOf({status, body, {}, Travel::Whole});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
    QCOMPARE(answer.error().httpStatus, status);
    QVERIFY(!answer.error().message.contains(QLatin1StringView(kSecret)));
    QVERIFY(!answer.error().detail.contains(QLatin1StringView(kSecret)));
    // One question only: who tests a key wants to hear of a fault at once.
    QCOMPARE(m_server->requests().size(), 1);
}

void TestKeyProbe::namesTypesWhenTheServerWantsThem()
{
    const QByteArray page = pageBody({sampleEvent(1, kServerNow - 5s)});
    m_server->setFallback([page](const StubRequest &request) {
        return request.has(u"events"_s)
                   ? StubAnswer{200, page, {{"Date", kDate}}, Travel::Whole}
                   : StubAnswer{422,
                                R"({"errors":[{"code":"required","field":"events"}]})",
                                {},
                                Travel::Whole};
    });
    const Result<KeyAnswer> answer = ask({m_server->url(), kSecret});
    QVERIFY(answer);
    QCOMPARE(answer->newestAge, std::optional<Duration>(5s));
    QCOMPARE(m_server->requests().size(), 2);
}

void TestKeyProbe::keepsTheKeyFromARedirect()
{
    StubServer other;
    other.setFallback([](const StubRequest &) { return StubAnswer{}; });
    const Result<KeyAnswer> answer = answerOf(
        {302, {}, {{"Location", other.url().toEncoded() + "/events"}}, Travel::Whole});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Redirected);
    // Everything that was on its way has arrived once another question is answered there.
    QVERIFY(!ask({other.url(), "another_key"}));
    QCOMPARE(other.requests().size(), 1);
    QCOMPARE(other.requests().first().header("authorization"), QByteArray("Bearer another_key"));
}

void TestKeyProbe::namesAPortWithoutListener()
{
    const QUrl url = StubServer().url();
    const Result<KeyAnswer> answer = ask({url, kSecret});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::ConnectionRefused);
}

void TestKeyProbe::keepsTheKeyFromPlainHttpElsewhere()
{
    const Result<KeyAnswer> answer = ask({QUrl(u"http://192.0.2.1"_s), kSecret});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::WrongUsage);
}

void TestKeyProbe::endsAtTheDeadline_data()
{
    QTest::addColumn<Travel>("travel");
    QTest::newRow("silence") << Travel::Silence;
    QTest::newRow("stall inside") << Travel::StallInside;
    QTest::newRow("slow bytes") << Travel::SlowBytes;
}

void TestKeyProbe::endsAtTheDeadline()
{
    QFETCH(const Travel, travel);
    m_probe = std::make_unique<KeyProbe>(m_catalogue,
                                         m_clock,
                                         ClientSettings{300ms, 60s, 1024 * 1024});
    const Result<KeyAnswer> answer = answerOf({200, pageBody({}), {}, travel});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::TimedOut);
}

void TestKeyProbe::isSilentAfterCancel()
{
    m_server->setFallback([](const StubRequest &) {
        return StubAnswer{200, {}, {}, Travel::Silence};
    });
    QSignalSpy requested(m_server.get(), &StubServer::requested);
    QSignalSpy answered(m_probe.get(), &KeyProbe::answered);
    m_probe->ask({m_server->url(), kSecret});
    QVERIFY(requested.wait());
    m_probe->cancel();
    // A later question is answered, the cancelled one is not.
    QVERIFY(answerOf({200, pageBody({}), {}, Travel::Whole}));
    QCOMPARE(answered.size(), 1);
    m_probe->cancel();
}

void TestKeyProbe::answersOnlyTheLastOfTwo()
{
    QSignalSpy answered(m_probe.get(), &KeyProbe::answered);
    m_server->setFallback([](const StubRequest &) {
        return StubAnswer{401, {}, {}, Travel::Whole};
    });
    m_probe->ask({m_server->url(), "first"});
    StubServer second;
    second.setFallback([](const StubRequest &) {
        return StubAnswer{200, pageBody({}), {}, Travel::Whole};
    });
    QVERIFY(ask({second.url(), "second"}));
    QCOMPARE(answered.size(), 1);
}

void TestKeyProbe::mayBeDestroyedWhileItWaits()
{
    m_server->setFallback([](const StubRequest &) {
        return StubAnswer{200, {}, {}, Travel::Silence};
    });
    QSignalSpy requested(m_server.get(), &StubServer::requested);
    m_probe->ask({m_server->url(), kSecret});
    QVERIFY(requested.wait());
    m_probe.reset();
    KeyProbe neverAsked(m_catalogue, m_clock);
}

QTEST_GUILESS_MAIN(TestKeyProbe)
#include "tst_keyprobe.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/pagedecoder.h"
#include "model/events/typecatalogue.h"
#include "tests/model/api/sampleevents.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestPageDecoder : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void keepsEveryByteOfEveryEvent();
    void takesEveryFormOfTheEnd_data();
    void takesEveryFormOfTheEnd();
    void refusesWrongPages_data();
    void refusesWrongPages();
    void refusesEveryCut();
    void takesAnEmptyPageWithACursor();
    void takesAHugeEvent();
    void keepsNumbersThatNoDoubleHolds();
    void joinsLinesAndNothingElse();

private:
    TypeCatalogue m_catalogue = *TypeCatalogue::load();
    PageDecoder m_decoder{m_catalogue};
    Instant m_time = *tryParseIsoInstant("2026-11-01T10:00:00.123Z");
};

void TestPageDecoder::keepsEveryByteOfEveryEvent()
{
    const std::vector<QByteArray> events{
        sampleEvent(1, m_time),
        sampleEvent(2, m_time),
        R"({ "data":{"b":1,"a":1.50,"a":"\/"} ,"event":"x.y","id":"evt_1","created_at":"2023-04-28 20:05:31.093"})"};
    const Result<Page> page = m_decoder.decode(pageBody(events, "event_next"));
    QVERIFY(page);
    QCOMPARE(page->next, EventId("event_next"));
    QCOMPARE(page->events.size(), events.size());
    for (size_t i = 0; i < events.size(); ++i) {
        QCOMPARE(page->events[i].raw, events[i]);
    }
    QCOMPARE(page->events[0].fields.id, sampleId(1));
    QCOMPARE(page->events[0].fields.createdAt, m_time);
    QCOMPARE(page->events[2].fields.type, QByteArray("x.y"));
}

void TestPageDecoder::takesEveryFormOfTheEnd_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::newRow("null") << QByteArray(R"({"after":null})");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("with before") << QByteArray(R"({"before":"event_1","after":null})");
}

void TestPageDecoder::takesEveryFormOfTheEnd()
{
    QFETCH(const QByteArray, metadata);
    const Result<Page> page = m_decoder.decode(R"({"data":[],"list_metadata":)" + metadata + "}");
    QVERIFY(page);
    QVERIFY(page->next.isEmpty());
}

void TestPageDecoder::refusesWrongPages_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray good =
        R"({"id":"e","event":"t","created_at":"2026-01-01T00:00:00Z","data":{}})";
    const auto list = [](const QByteArray &event) {
        return R"({"data":[)" + event + R"(],"list_metadata":{}})";
    };
    const auto without = [&good, &list](const QByteArray &part) {
        return list(QByteArray(good).replace(part, "\"x\":1"));
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("<html>Bad gateway</html>");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("string") << QByteArray("\"Ratelimited\"");
    QTest::newRow("no list_metadata") << QByteArray(R"({"data":[]})");
    QTest::newRow("list_metadata null") << QByteArray(R"({"data":[],"list_metadata":null})");
    QTest::newRow("after is a number") << QByteArray(R"({"data":[],"list_metadata":{"after":1}})");
    QTest::newRow("after is empty") << QByteArray(R"({"data":[],"list_metadata":{"after":""}})");
    QTest::newRow("no data") << QByteArray(R"({"list_metadata":{}})");
    QTest::newRow("data is an object") << QByteArray(R"({"data":{},"list_metadata":{}})");
    QTest::newRow("text behind it") << QByteArray(R"({"data":[],"list_metadata":{}}x)");
    QTest::newRow("nonsense in a value") << list(QByteArray(good).replace("{}", R"({"a":tru})"));
    QTest::newRow("no id") << without(R"("id":"e")");
    QTest::newRow("no event") << without(R"("event":"t")");
    QTest::newRow("no created_at") << without(R"("created_at":"2026-01-01T00:00:00Z")");
    QTest::newRow("no data in an event") << without(R"("data":{})");
    QTest::newRow("impossible date") << list(QByteArray(good).replace("01-01", "02-30"));
    QTest::newRow("event is a number") << list("1");
    QTest::newRow("second event wrong") << list(good + ",{}");
}

void TestPageDecoder::refusesWrongPages()
{
    QFETCH(const QByteArray, body);
    const Result<Page> page = m_decoder.decode(body);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::Malformed);
    QVERIFY(!page.error().message.isEmpty());
    QVERIFY(!page.error().message.contains(u'\n'));
}

void TestPageDecoder::refusesEveryCut()
{
    const QByteArray body = pageBody({sampleEvent(1, m_time), sampleEvent(2, m_time)}, "event_2");
    for (qsizetype length = 0; length < body.size(); ++length) {
        QVERIFY2(!m_decoder.decode(body.left(length)), qPrintable(QString::number(length)));
    }
    QVERIFY(m_decoder.decode(body));
}

void TestPageDecoder::takesAnEmptyPageWithACursor()
{
    const Result<Page> page = m_decoder.decode(pageBody({}, "event_9"));
    QVERIFY(page);
    QVERIFY(page->events.empty());
    QCOMPARE(page->next, EventId("event_9"));
}

void TestPageDecoder::takesAHugeEvent()
{
    const QByteArray huge = R"({"id":"e","event":"t","created_at":"2026-01-01","data":{"text":")"
                            + QByteArray(5'000'000, 'x') + "\"}}";
    const Result<Page> page = m_decoder.decode(pageBody({huge}));
    QVERIFY(page);
    QCOMPARE(page->events.at(0).raw, huge);
}

void TestPageDecoder::keepsNumbersThatNoDoubleHolds()
{
    const QByteArray event =
        R"({"id":"e","event":"t","created_at":"2026-01-01","data":{"a":1e400,"b":123456789012345678901234567890,"c":-0.0}})";
    const Result<Page> page = m_decoder.decode(pageBody({event}));
    QVERIFY(page);
    QCOMPARE(page->events.at(0).raw, event);
}

void TestPageDecoder::joinsLinesAndNothingElse()
{
    const QByteArray event =
        "{\n  \"id\": \"e\",\n\t\"event\" : \"t\", \"created_at\": \"2026-01-01\", \"data\": {\"a\": \"x  y\"}\r\n}";
    const Result<Page> page = m_decoder.decode(pageBody({event}));
    QVERIFY(page);
    QCOMPARE(page->events.at(0).raw,
             QByteArray(R"({"id":"e","event":"t","created_at":"2026-01-01","data":{"a":"x  y"}})"));
}

QTEST_GUILESS_MAIN(TestPageDecoder)
#include "tst_pagedecoder.moc"

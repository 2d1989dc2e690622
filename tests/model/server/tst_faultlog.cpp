// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/server/faultydemo.h"
#include "tests/model/server/wireclient.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

class TestFaultLog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_demo.demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void writesLines_data();
    void writesLines();
    void linesAreJsonWhateverIsAsked();
    void namesTheCursors_data();
    void namesTheCursors();
    void shortensMessages();
    void keepsBoundedTexts();
    void theSameSeedGivesTheSameLog();
    void tellsEachLineOnce();

private:
    QByteArrayList logOf(quint64 seed) const;

    FaultyDemo m_demo;
};

void TestFaultLog::writesLines_data()
{
    QTest::addColumn<ServedRequest>("request");
    QTest::addColumn<QByteArray>("line");
    ServedRequest page;
    page.number = 7;
    page.at = instantFromUs(1'763'819'931'306'999);
    page.method = "GET";
    page.target = "/events?limit=2&after=event_A";
    page.client = "curl/8";
    page.cursor = "after=event_A";
    page.status = 200;
    page.events = 2;
    page.after = "event_C";
    page.faults = "delay 120 ms, cut at 512 of 4096 bytes";
    page.bytes = 4096;
    page.sent = 700;
    page.microseconds = 120'034;
    page.requestId = "req_1";
    QTest::newRow("page")
        << page
        << QByteArray(R"({"number":7,"method":"GET","target":"/events?limit=2&after=event_A",)"
                      R"("client":"curl/8","cursor":"after=event_A","status":200,"events":2,)"
                      R"("after":"event_C","message":null,)"
                      R"("faults":"delay 120 ms, cut at 512 of 4096 bytes","bytes":4096,)"
                      R"("sent":700,"at":"2025-11-22T13:58:51.306Z","ms":120.034,)"
                      R"("request_id":"req_1"})");
    ServedRequest reset;
    reset.number = 1;
    reset.method = "GET";
    reset.target = "/events";
    reset.faults = "reset";
    QTest::newRow("reset") << reset
                           << QByteArray(
                                  R"({"number":1,"method":"GET","target":"/events","client":null,)"
                                  R"("cursor":null,"status":null,"events":null,"after":null,)"
                                  R"("message":null,"faults":"reset","bytes":0,"sent":0,)"
                                  R"("at":"1970-01-01T00:00:00.000Z","ms":0.000,"request_id":""})");
}

void TestFaultLog::writesLines()
{
    QFETCH(ServedRequest, request);
    QTEST(servedRequestLine(request), "line");
}

void TestFaultLog::linesAreJsonWhateverIsAsked()
{
    ServedRequest request;
    for (int c = 0; c < 256; ++c) {
        request.target += char(c);
    }
    request.client = request.target;
    request.cursor = "after=" + request.target;
    request.message = request.target;
    const QByteArray line = servedRequestLine(request);
    JsonDocument document;
    QVERIFY(document.parse(line));
    QVERIFY(!line.contains('\n'));
    QVERIFY(document.root().member("target")->string().startsWith(QByteArrayView("\0\x01", 2)));
}

void TestFaultLog::namesTheCursors_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<QByteArray>("cursor");
    const auto row =
        [](const char *name, const char *query, const char *fault, const char *cursor) {
            QTest::newRow(name) << QByteArray(query) << QByteArray(fault) << QByteArray(cursor);
        };
    row("none", "limit=3&after=", "cut=0", "");
    row("after", "after=event_A&limit=3", "cut=0", "after=event_A");
    row("before", "before=event_B", "cut=0", "before=event_B");
    row("both", "before=event_B&after=event_A", "cut=0", "after=event_A&before=event_B");
    row("the last one counts", "after=event_A&after=event_C", "cut=0", "after=event_C");
    row("beside a mistake", "after=event_A&limit=0", "cut=0", "after=event_A");
    row("rate limited", "after=event_A", "rate-limit=1", "after=event_A");
}

void TestFaultLog::namesTheCursors()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QByteArray, faults);
    const auto endpoint = m_demo.endpoint(planOf({faults.constData()}));
    QTEST(ask(*endpoint, 1, "/events?" + query).record.cursor, "cursor");
}

void TestFaultLog::shortensMessages()
{
    QByteArray types;
    for (int i = 0; i < 1'000; ++i) {
        types += "no.such_" + QByteArray::number(i) + ',';
    }
    const auto endpoint = m_demo.endpoint({});
    const ApiAnswer answer = ask(*endpoint, 1, "/events?events=" + types);
    QCOMPARE(answer.status, 422);
    QVERIFY(answer.body.contains("no.such_999"));
    QVERIFY(answer.record.message.startsWith("Unknown event type: 'no.such_0'. Unknown"));
    QCOMPARE(answer.record.message.size(), qsizetype(1'003));
}

void TestFaultLog::keepsBoundedTexts()
{
    constexpr qsizetype kEach = 64 * 1024;
    RequestJournal journal;
    ServedRequest request;
    request.message = QByteArray(kEach, 'x');
    for (int i = 0; i < 1'000; ++i) {
        request.number = quint64(i) + 1;
        journal.add(request);
    }
    QCOMPARE(journal.count(), quint64(1'000));
    std::vector<ServedRequest> kept = journal.newerThan(0);
    QCOMPARE(qsizetype(kept.size()), RequestJournal::kKeptBytes / kEach);
    QCOMPARE(kept.back().number, quint64(1'000));
    QCOMPARE(journal.newerThan(999).size(), size_t(1));
    quint64 place = 0;
    QCOMPARE(journal.following(place).size(), kept.size());
    QCOMPARE(place, quint64(1'000)); // those that are gone are not asked for again
    QVERIFY(journal.following(place).empty());
    // Short lines fill their place again, up to their own limit.
    for (size_t i = 0; i < RequestJournal::kKept + 5; ++i) {
        journal.add(ServedRequest());
    }
    kept = journal.newerThan(0);
    QCOMPARE(kept.size(), RequestJournal::kKept);
    QVERIFY(kept.front().message.isEmpty());
}

/// The log of 300 requests of all sorts, without what two equal runs differ in.
QByteArrayList TestFaultLog::logOf(quint64 seed) const
{
    LocalApiConfig config;
    config.waiter = [](std::chrono::milliseconds) {};
    config.faults.seed = seed;
    for (const FaultSpec &spec : faultSpecs()) {
        const bool isShare = spec.measure == FaultMeasure::ShareOfRequests
                             || spec.measure == FaultMeasure::ShareOfEvents;
        config.faults.set(faultSetting(spec.kind, isShare ? 0.06 : 240));
    }
    const auto api = m_demo.serve(std::move(config));
    if (!api) {
        return {};
    }
    const std::vector<EventFields> &fields = m_demo.demo.fields;
    for (size_t i = 0; i < 300; ++i) {
        const QByteArray after = fields[i * 2].id;
        const QByteArrayList targets = {"/events?limit=20&after=" + after,
                                        "/events?limit=20&order=desc&after=" + after,
                                        "/events?events=user.created,session.created",
                                        "/events?limit=100",
                                        "/events?limit=0",
                                        "/elsewhere"};
        WireClient client(api->url());
        client.ask(targets[qsizetype(i) % targets.size()],
                   QByteArray("Connection: close\r\nUser-Agent: test\r\n")
                       + (i % 3 < 2 ? "Accept-Encoding: gzip\r\n" : ""),
                   i % 10 == 9 ? "HEAD" : "GET");
        client.readToEnd();
    }
    [&] { QTRY_COMPARE(api->journal().count(), quint64(300)); }();
    QByteArrayList lines;
    for (const ServedRequest &request : api->journal().newerThan(0)) {
        const QByteArray line = servedRequestLine(request);
        lines.append(line.left(line.indexOf(",\"at\":")));
    }
    return lines;
}

void TestFaultLog::theSameSeedGivesTheSameLog()
{
    const QByteArrayList one = logOf(1);
    QCOMPARE(one.size(), 300);
    QCOMPARE(logOf(1), one);
    const QByteArrayList other = logOf(2);
    qsizetype different = 0;
    for (qsizetype i = 0; i < one.size(); ++i) {
        different += other[i] == one[i] ? 0 : 1;
    }
    QVERIFY(different > 50);
    // The comparison is of something: every fault is in the log of one run or the other.
    const QByteArray all = (one + other).join('\n');
    for (const FaultSpec &spec : faultSpecs()) {
        QVERIFY2(spec.kind == FaultKind::HoldBack // nothing is young in a stream that has ended
                     || QRegularExpression(u"\"faults\":\"[^\"]*\\b"_s
                                           + QString::fromLatin1(spec.name) + u"[ ,\"]"_s)
                            .match(QString::fromUtf8(all))
                            .hasMatch(),
                 spec.name.constData());
    }
}

void TestFaultLog::tellsEachLineOnce()
{
    std::mutex mutex;
    std::vector<ServedRequest> told;
    LocalApiConfig config;
    config.onServed = [&](const ServedRequest &request) {
        const std::scoped_lock lock(mutex);
        told.push_back(request);
    };
    config.faults = planOf({"rate-limit=0.5"});
    const auto api = m_demo.serve(std::move(config));
    QVERIFY(api);
    RawClient client(api->url());
    for (int i = 0; i < 50; ++i) {
        const RawAnswer answer = client.get("/events?limit=1");
        QTRY_COMPARE(api->journal().count(), quint64(i + 1));
        const ServedRequest line = api->journal().newerThan(quint64(i)).at(0);
        QCOMPARE(line.status, answer.status);
        QCOMPARE(line.requestId, answer.headers.value("x-request-id"));
        QCOMPARE(line.bytes, qint64(answer.body.size()));
        QCOMPARE(line.faults, QByteArray(answer.status == 429 ? "rate-limit" : ""));
    }
    const std::scoped_lock lock(mutex);
    QCOMPARE(told, api->journal().newerThan(0));
}

QTEST_GUILESS_MAIN(TestFaultLog)
#include "tst_faultlog.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventsendpoint.h"
#include "tests/model/server/contracttable.h"
#include "tests/model/server/endpointsupport.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

class TestEventsContract : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void answers_data();
    void answers();
    void headIsAnsweredAsGet();
    void tableTouchesEverySwitch();
    void looksAtWhoAsksFirst_data();
    void looksAtWhoAsksFirst();

private:
    QByteArray bodyOf(const QByteArray &answer) const;

    std::unique_ptr<TypeCatalogue> m_catalogue;
    QHash<QByteArray, QByteArray> m_events; ///< By the names of the table.
};

void TestEventsContract::initTestCase()
{
    m_catalogue = loadedCatalogue();
    QVERIFY(m_catalogue);
    QVERIFY(contractRows().size() >= 150);
    for (const QByteArray &event : contractEvents()) {
        const auto decoded = decodeEvent(event, *m_catalogue);
        QVERIFY(decoded);
        m_events.insert(decoded->fields.id.mid(decoded->fields.id.indexOf('_') + 1), event);
    }
}

/// The body that stands behind a table's `a b > b`.
QByteArray TestEventsContract::bodyOf(const QByteArray &answer) const
{
    const QList<QByteArray> sides = answer.split('>');
    QByteArray data;
    const QList<QByteArray> names = sides.at(0).simplified().split(' ');
    for (const QByteArray &name : names) {
        if (name != "-") {
            data += (data.isEmpty() ? "" : ",") + m_events.value(name, "no event " + name);
        }
    }
    const QByteArray after = sides.size() == 1 ? QByteArray("null")
                                               : '"' + contractId(sides.at(1).trimmed()) + '"';
    return R"({"object":"list","data":[)" + data + R"(],"list_metadata":{"after":)" + after + "}}";
}

void TestEventsContract::answers_data()
{
    QTest::addColumn<QList<QByteArray>>("switches");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QSet<QByteArray> names;
    for (const ContractRow &row : contractRows()) {
        QVERIFY2(!names.contains(row.name), row.name.constData());
        names.insert(row.name);
        QTest::newRow(row.name.constData())
            << row.switches << row.query << row.status
            << (row.status == 200 ? bodyOf(row.answer) : row.answer);
    }
}

void TestEventsContract::answers()
{
    QFETCH(QList<QByteArray>, switches);
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto endpoint =
        makeEndpoint(contractEvents(), *m_catalogue, "2026-11-23T12:00:00Z", switches);
    QVERIFY(endpoint);
    const QByteArray target = query.isEmpty() ? QByteArray("/events") : "/events?" + query;
    const ApiAnswer answer = endpoint->answer(getRequest(target));
    QCOMPARE(answer.body, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.record.status, status);
    QCOMPARE(answer.record.target, target);
    QCOMPARE(answer.record.message.isEmpty(), status == 200);
    QCOMPARE(answer.record.events >= 0, status == 200);
    QVERIFY(headerOf(answer, "X-Request-ID").startsWith("req_"));
}

void TestEventsContract::headIsAnsweredAsGet()
{
    const auto endpoint = makeEndpoint(contractEvents(), *m_catalogue, "2026-11-23T12:00:00Z", {});
    QVERIFY(endpoint);
    const QByteArray target = "/events?limit=2";
    ApiRequest head = getRequest(target);
    head.method = "HEAD";
    QCOMPARE(endpoint->answer(head).body, bodyOf("a b > b"));
}

/// A switch that is added must come with its rows.
void TestEventsContract::tableTouchesEverySwitch()
{
    QSet<QByteArray> touched;
    for (const ContractRow &row : contractRows()) {
        for (const QByteArray &setting : row.switches) {
            touched.insert(setting);
        }
    }
    for (const SwitchSpec &spec : switchSpecs()) {
        for (size_t i = 1; i < spec.values.size(); ++i) {
            QVERIFY2(touched.contains(spec.name + '=' + spec.values[i]), spec.name.constData());
        }
        QVERIFY(!spec.values.empty() || touched.contains(spec.name + "=10"));
    }
}

void TestEventsContract::looksAtWhoAsksFirst_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray key = "Bearer sk_test_playhead";
    const QByteArray refused = R"({"message":"Unauthorized","code":"unauthorized"})";
    const QByteArray notFound = R"({"message":"Not Found"})";
    const QByteArray wrongMethod = R"({"message":"Method Not Allowed"})";
    const auto row = [](const char *name,
                        const QByteArray &method,
                        const QByteArray &target,
                        const QByteArray &authorization,
                        int status,
                        const QByteArray &body) {
        QTest::newRow(name) << method << target << authorization << status << body;
    };
    row("no key", "GET", "/events", "", 401, refused);
    row("another key", "GET", "/events", "Bearer sk_test_playheaD", 401, refused);
    row("the start of the key", "GET", "/events", "Bearer sk_test_play", 401, refused);
    row("more than the key", "GET", "/events", key + "s", 401, refused);
    row("bearer alone", "GET", "/events", "Bearer ", 401, refused);
    row("another scheme", "GET", "/events", "Basic sk_test_playhead", 401, refused);
    row("the key alone", "GET", "/events", "sk_test_playhead", 401, refused);
    row("no key and a mistake", "GET", "/events?limit=0", "", 401, refused);
    row("scheme in small letters", "GET", "/events?limit=1", key.toLower(), 200, bodyOf("a > a"));
    row("another path", "GET", "/event", key, 404, notFound);
    row("a path below", "GET", "/events/event_a", key, 404, notFound);
    row("root", "GET", "/", key, 404, notFound);
    row("path in capitals", "GET", "/EVENTS", key, 404, notFound);
    row("another path without key", "GET", "/organizations", "", 404, notFound);
    row("POST", "POST", "/events", key, 405, wrongMethod);
    row("DELETE", "DELETE", "/events", key, 405, wrongMethod);
}

void TestEventsContract::looksAtWhoAsksFirst()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto endpoint = makeEndpoint(contractEvents(), *m_catalogue, "2026-11-23T12:00:00Z", {});
    QVERIFY(endpoint);
    ApiRequest request = getRequest(target);
    request.method = method;
    request.authorization = authorization;
    const ApiAnswer answer = endpoint->answer(request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(headerOf(answer, "Allow"), QByteArray(status == 405 ? "GET, HEAD" : ""));
}

QTEST_GUILESS_MAIN(TestEventsContract)
#include "tst_eventscontract.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventpatch.h"
#include "tests/model/server/faultydemo.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace playhead;

class TestEventFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_demo.demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void spellsTimesLikeOthers_data();
    void spellsTimesLikeOthers();
    void replacesOneValueOnly();
    void updatedAtGoesBehindTheVersionBefore();
    void unknownTypesAreInNoList();
    void eventsAreTheSameForEveryReader();
    void lateEventsComeBehindYoungerOnes();
    void lostCursorsAreInThePages();
    void lostCursorsRestartWhereThatIsSwitchedOn();
    void changedEventsCanBeBothAtOnce();
    void looksAtNoEventOfAFileThatWasCut();

private:
    std::vector<QByteArray> all(const EventsEndpoint &endpoint, const QByteArray &query = {}) const;

    FaultyDemo m_demo;
};

/// Every event in order, by pages.
std::vector<QByteArray> TestEventFaults::all(const EventsEndpoint &endpoint,
                                             const QByteArray &query) const
{
    std::vector<QByteArray> events;
    QByteArray after;
    quint64 number = 0;
    do {
        const ServedPage page = readPage(
            ask(endpoint,
                ++number,
                "/events?limit=50" + query + (after.isEmpty() ? "" : "&after=" + after))
                .body);
        events.insert(events.end(), page.events.begin(), page.events.end());
        after = page.after;
    } while (!after.isEmpty());
    return events;
}

void TestEventFaults::spellsTimesLikeOthers_data()
{
    QTest::addColumn<QByteArray>("like");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *like, const char *expected) {
        QTest::newRow(like) << QByteArray(like) << QByteArray(expected);
    };
    // The time is 2026-01-02T03:04:05.678912Z.
    row("2025-11-22T13:58:51.306Z", "2026-01-02T03:04:05.678Z");
    row("2025-11-22T13:58:51Z", "2026-01-02T03:04:05Z");
    row("2025-11-22T13:58:51.3Z", "2026-01-02T03:04:05.6Z");
    row("2025-11-22 13:58:51.306123", "2026-01-02 03:04:05.678912");
    row("2025-11-22T13:58:51.123456789Z", "2026-01-02T03:04:05.678912000Z");
    row("2025-11-22T13:58:51+02:00", "2026-01-02T05:04:05+02:00");
    row("2025-11-22T13:58:51.30-0430", "2026-01-01T22:34:05.67-0430");
    row("2025-11-22", "");
    row("2025-11-22T13:58Z", "");
    row("yesterday at 12 o'clock", "");
    row("", "");
}

void TestEventFaults::spellsTimesLikeOthers()
{
    QFETCH(QByteArray, like);
    const auto time = tryParseIsoInstant("2026-01-02T03:04:05.678912Z");
    QTEST(timeSpelledLike(like, *time), "expected");
}

void TestEventFaults::replacesOneValueOnly()
{
    const QByteArray event =
        R"({ "event":"a","data":{"event":"b", "updated_at" : "c","n":1e400},"event" : "d" })";
    const QByteArrayView type = valueIn(event, {"event"});
    QCOMPARE(type.toByteArray(), QByteArray(R"("d")"));
    QCOMPARE(
        withValue(event, type, R"("longer")"),
        QByteArray(
            R"({ "event":"a","data":{"event":"b", "updated_at" : "c","n":1e400},"event" : "longer" })"));
    QCOMPARE(valueIn(event, {"data", "updated_at"}).toByteArray(), QByteArray(R"("c")"));
    QVERIFY(valueIn(event, {"data", "none"}).isNull());
    QVERIFY(valueIn(event, {"event", "none"}).isNull());
}

void TestEventFaults::updatedAtGoesBehindTheVersionBefore()
{
    const auto endpoint = m_demo.endpoint(planOf({"updated-at-back=1,seconds=90"}));
    const std::vector<QByteArray> got = all(*endpoint);
    QCOMPARE(got.size(), m_demo.demo.source.size());
    QHash<QByteArray, Instant> versions;
    int changed = 0;
    for (size_t i = 0; i < got.size(); ++i) {
        const QByteArray &stored = m_demo.demo.source[i];
        const EventFields &fields = m_demo.demo.fields[i];
        const auto fieldsGot = decodeEvent(got[i], *m_demo.demo.catalogue);
        QVERIFY(fieldsGot);
        const auto before = versions.constFind(fields.objectKey);
        const QByteArrayView value = valueIn(stored, {"data", "updated_at"});
        if (fields.objectKey.isEmpty() || before == versions.cend() || !fields.updatedAt
            || value.isNull()) {
            QCOMPARE(got[i], stored);
        } else {
            ++changed;
            QCOMPARE(fieldsGot->fields.updatedAt, std::optional(*before - 90s));
            // Nothing else, not a byte.
            QCOMPARE(got[i].size(), stored.size());
            QCOMPARE(withValue(got[i], valueIn(got[i], {"data", "updated_at"}), value), stored);
        }
        if (fields.updatedAt && !value.isNull()) {
            versions.insert(fields.objectKey, *fields.updatedAt);
        }
    }
    QVERIFY(changed > 100);
    const ApiAnswer answer = ask(*endpoint,
                                 1,
                                 "/events?limit=100&after=" + m_demo.demo.fields[300].id);
    QVERIFY(answer.record.faults.startsWith("updated-at-back event_"));
    QVERIFY2(answer.record.faults.endsWith(" more"), answer.record.faults.constData());
}

void TestEventFaults::unknownTypesAreInNoList()
{
    const auto endpoint = m_demo.endpoint(planOf({"unknown-type=0.2"}));
    const std::vector<QByteArray> got = all(*endpoint);
    QCOMPARE(got.size(), m_demo.demo.source.size());
    std::vector<QByteArray> known;
    for (size_t i = 0; i < got.size(); ++i) {
        const QByteArray &type = m_demo.demo.fields[i].type;
        if (got[i] != m_demo.demo.source[i]) {
            const QByteArrayView changed = valueIn(got[i], {"event"});
            QCOMPARE(changed.toByteArray(), '"' + type.left(type.indexOf('.')) + ".unheard_of\"");
            QCOMPARE(withValue(got[i], changed, '"' + type + '"'), m_demo.demo.source[i]);
        } else if (type == "session.created") {
            known.push_back(got[i]);
        }
    }
    QVERIFY(known.size() > 10);
    // Who asks for a list does not get the events whose type is in none.
    QCOMPARE(all(*endpoint, "&events=session.created"), known);
    QCOMPARE(ask(*endpoint, 1, "/events?events=session.unheard_of").status, 422);
    QVERIFY(ask(*endpoint, 1, "/events?limit=50").record.faults.contains("unknown-type event_"));
}

void TestEventFaults::eventsAreTheSameForEveryReader()
{
    const FaultPlan plan = planOf({"updated-at-back=0.3", "unknown-type=0.1"}, 4);
    const auto one = m_demo.endpoint(plan);
    const auto other = m_demo.endpoint(plan);
    const std::vector<QByteArray> events = all(*one);
    QCOMPARE(all(*other), events);
    QVERIFY(all(*m_demo.endpoint(planOf({"updated-at-back=0.3", "unknown-type=0.1"}, 5)))
            != events);
    // By another request, in another order, with other neighbours.
    ServedPage page = readPage(ask(*one, 77, "/events?limit=100&order=desc").body);
    QCOMPARE(page.events.size(), size_t(100));
    for (size_t i = 0; i < page.events.size(); ++i) {
        QCOMPARE(page.events[i], events[events.size() - 1 - i]);
    }
}

void TestEventFaults::lateEventsComeBehindYoungerOnes()
{
    const FaultPlan plan = planOf({"hold-back=0.5,seconds=3600"});
    const std::vector<QByteArray> &source = m_demo.demo.source;
    const std::vector<EventFields> &fields = m_demo.demo.fields;
    // At the moment of the newest event some of the last hour are missing, older ones are not.
    const Instant end = fields.back().createdAt;
    const auto early = m_demo.endpointAt(end, plan);
    const std::vector<QByteArray> first = all(*early);
    const QSet<QByteArray> seen(first.begin(), first.end());
    std::vector<size_t> missing;
    for (size_t i = 0; i < source.size(); ++i) {
        if (!seen.contains(source[i])) {
            QVERIFY(fields[i].createdAt + 3600s > end);
            missing.push_back(i);
        }
    }
    QVERIFY(!missing.empty());
    QVERIFY2(ask(*early, 1, "/events?limit=100&order=desc")
                 .record.faults.startsWith("hold-back event_"),
             ask(*early, 1, "/events?limit=100&order=desc").record.faults.constData());
    // One that is not there cannot be a cursor.
    QCOMPARE(ask(*early, 1, "/events?after=" + fields[missing.front()].id).status, 400);
    // An hour later all are there, each in its place.
    const auto late = m_demo.endpointAt(end + 3600s, plan);
    QCOMPARE(all(*late), source);
    QCOMPARE(ask(*late, 1, "/events?after=" + fields[missing.front()].id).status, 200);
    // Held back behind the hold-back of all events.
    ApiSwitches switches;
    switches.holdBack = 60s;
    const auto both = m_demo.endpointAt(fields[missing.front()].createdAt + 3630s, plan, switches);
    QCOMPARE(ask(*both, 1, "/events?after=" + fields[missing.front()].id).status, 400);
}

void TestEventFaults::lostCursorsAreInThePages()
{
    const auto endpoint = m_demo.endpoint(planOf({"lost-cursor=0.1"}));
    int lost = 0;
    for (size_t i = 0; i < m_demo.demo.fields.size(); ++i) {
        const QByteArray id = m_demo.demo.fields[i].id;
        const ApiAnswer after = ask(*endpoint, i + 1, "/events?limit=1&after=" + id);
        const ApiAnswer before = ask(*endpoint, 9'000 + i, "/events?limit=1&before=" + id);
        QCOMPARE(before.status, after.status); // for every request alike
        if (after.status != 200) {
            ++lost;
            QCOMPARE(after.status, 400);
            QCOMPARE(after.body, QByteArray("{\"message\":\"Event not found: '" + id + "'.\"}"));
            QCOMPARE(after.record.faults, "lost-cursor " + id);
        }
    }
    QVERIFY(lost > 40 && lost < 110);
    QCOMPARE(ask(*endpoint, 1, "/events?after=event_unknown").record.faults, QByteArray());
}

void TestEventFaults::lostCursorsRestartWhereThatIsSwitchedOn()
{
    ApiSwitches switches;
    switches.unknownCursor = ApiSwitches::UnknownCursor::Restart;
    const auto endpoint = m_demo.endpoint(planOf({"lost-cursor=1"}), switches);
    const ApiAnswer answer = ask(*endpoint,
                                 1,
                                 "/events?limit=2&after=" + m_demo.demo.fields[50].id);
    QCOMPARE(readPage(answer.body).events,
             (std::vector{m_demo.demo.source[0], m_demo.demo.source[1]}));
    QCOMPARE(answer.record.cursor, "after=" + m_demo.demo.fields[50].id); // as asked
}

void TestEventFaults::changedEventsCanBeBothAtOnce()
{
    const auto endpoint = m_demo.endpoint(
        planOf({"updated-at-back=1", "unknown-type=1", "doubled-event=1"}));
    int both = 0;
    for (size_t i = 0; i < 600; i += 40) {
        const ApiAnswer answer = ask(*endpoint,
                                     i + 1,
                                     "/events?limit=40&after=" + m_demo.demo.fields[i].id);
        const ServedPage page = readPage(answer.body);
        QVERIFY(page.isRight);
        for (const QByteArray &event : page.events) {
            QVERIFY(valueIn(event, {"event"}).endsWith(".unheard_of\""));
        }
        QVERIFY(answer.record.faults.startsWith("doubled-event event_"));
        both += answer.record.faults.contains("updated-at-back event_") ? 1 : 0;
    }
    QVERIFY(both > 5);
}

void TestEventFaults::looksAtNoEventOfAFileThatWasCut()
{
    bool isWhole = true;
    ServedSource source = bytesSource(m_demo.demo.source);
    source.wholeCheck = [&isWhole] { return isWhole; };
    auto events = ServedEvents::build(std::move(source), *m_demo.demo.catalogue);
    QVERIFY(events);
    EventsEndpoint::Config config;
    config.events = std::move(*events);
    config.apiKey = kLocalApiKey;
    config.clock = std::make_shared<FixedClock>(m_demo.now);
    config.faults = planOf({"lost-cursor=1", "updated-at-back=1", "repeat-page=1"});
    const EventsEndpoint endpoint(std::move(config));
    const QByteArray target = "/events?after=" + m_demo.demo.fields[50].id;
    QCOMPARE(ask(endpoint, 1, target).record.faults, "lost-cursor " + m_demo.demo.fields[50].id);
    // The cursor would be found by reading ids from bytes that are not there any more.
    isWhole = false;
    const ApiAnswer answer = ask(endpoint, 2, target);
    QCOMPARE(answer.status, 500);
    QVERIFY(answer.record.faults.isEmpty());
}

QTEST_GUILESS_MAIN(TestEventFaults)
#include "tst_eventfaults.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demorandom.h"
#include "tests/model/server/serveddemo.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace playhead;

class TestLocalEventsApi : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_demo.api); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void pagesGiveTheSourceByteForByte_data();
    void pagesGiveTheSourceByteForByte();
    void pagesBackwardsGiveTheSourceByteForByte();
    void answersAsANaiveFilterWould();
    void takesEverySpellingOfEvents_data();
    void takesEverySpellingOfEvents();
    void takesEverySpellingOfTimes();
    void normalOrderWalksToNewerEvents();

private:
    ServedDemo m_demo;
};

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
    RawClient client(m_demo.api->url());
    std::vector<QByteArray> got;
    QByteArray after;
    do {
        QByteArray target = "/events?";
        target += limit > 0 ? "limit=" + QByteArray::number(limit) : QByteArray();
        target += after.isEmpty() ? QByteArray() : "&after=" + after;
        const RawAnswer answer = client.get(target);
        QCOMPARE(answer.status, 200);
        const ServedPage page = readPage(answer.body);
        QVERIFY(page.isRight);
        QVERIFY(page.after.isEmpty() || page.events.size() == size_t(limit > 0 ? limit : 10));
        got.insert(got.end(), page.events.begin(), page.events.end());
        after = page.after;
    } while (!after.isEmpty());
    QCOMPARE(got, m_demo.source);
}

void TestLocalEventsApi::pagesBackwardsGiveTheSourceByteForByte()
{
    // order=desc walks with `after`, order=asc and order=normal with `before`.
    for (const QByteArray order : {"desc", "asc", "normal"}) {
        RawClient client(m_demo.api->url());
        std::vector<QByteArray> got;
        QByteArray cursor;
        for (;;) {
            QByteArray target = "/events?limit=64&order=" + order;
            if (order == "asc" && cursor.isEmpty()) {
                // Nothing is newer than the newest event: start there.
                cursor = m_demo.fields.back().id;
                got.push_back(m_demo.source.back());
            }
            if (!cursor.isEmpty()) {
                target += (order == "desc" ? "&after=" : "&before=") + cursor;
            }
            const ServedPage page = readPage(client.get(target).body);
            QVERIFY(page.isRight);
            if (page.events.empty()) {
                break;
            }
            std::vector<QByteArray> newestFirst = page.events;
            if (order == "asc") {
                std::reverse(newestFirst.begin(), newestFirst.end());
            }
            got.insert(got.end(), newestFirst.begin(), newestFirst.end());
            const auto last = decodeEvent(newestFirst.back(), *m_demo.catalogue);
            QVERIFY(last);
            cursor = last->fields.id;
            if (order == "desc") {
                QCOMPARE(page.after.isEmpty(), newestFirst.back() == m_demo.source.front());
            }
        }
        std::reverse(got.begin(), got.end());
        QCOMPARE(got, m_demo.source);
    }
}

void TestLocalEventsApi::answersAsANaiveFilterWould()
{
    DemoRandom random(99);
    RawClient client(m_demo.api->url());
    int withEvents = 0;
    for (int round = 0; round < 400; ++round) {
        const EventFields &some = m_demo.fields[random.below(m_demo.fields.size())];
        const EventFields &other = m_demo.fields[random.below(m_demo.fields.size())];
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
        const size_t begin = random.below(m_demo.source.size());
        const size_t end = begin + random.below(m_demo.source.size() - begin);
        Instant since{};
        Instant until = Instant::max();
        size_t first = 0;
        const bool hasAfter = random.chance(50);
        if (hasAfter) {
            target += "&after=" + m_demo.fields[begin].id;
            first = begin + 1;
        } else if (random.chance(50)) {
            since = std::max(m_demo.fields[begin].createdAt,
                             m_demo.fields[end].createdAt - 30 * 24h);
            target += "&range_start=" + isoUtcExact(since)
                      + "&range_end=" + isoUtcExact(m_demo.fields[end].createdAt);
            until = m_demo.fields[end].createdAt;
        }
        std::vector<QByteArray> expected;
        qsizetype matching = 0;
        QByteArray lastId;
        for (size_t i = first; i < m_demo.source.size(); ++i) {
            const EventFields &fields = m_demo.fields[i];
            const bool matches = (types.isEmpty() || types.contains(fields.type))
                                 && (organization.isEmpty()
                                     || fields.organizationId == organization)
                                 && fields.createdAt >= since && fields.createdAt < until;
            matching += matches ? 1 : 0;
            if (matches && matching <= limit) {
                expected.push_back(m_demo.source[i]);
                lastId = fields.id;
            }
        }
        const RawAnswer answer = client.get(target);
        const ServedPage page = readPage(answer.body);
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
    for (size_t i = 0; i < m_demo.source.size() && expected.size() < 20; ++i) {
        if (all || m_demo.fields[i].type == "user.created"
            || m_demo.fields[i].type == "session.revoked") {
            expected.push_back(m_demo.source[i]);
        }
    }
    RawClient client(m_demo.api->url());
    QCOMPARE(readPage(client.get("/events?limit=20&" + query).body).events, expected);
}

void TestLocalEventsApi::takesEverySpellingOfTimes()
{
    RawClient client(m_demo.api->url());
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
    RawClient client(m_demo.api->url());
    const ServedPage page = readPage(
        client.get("/events?order=normal&limit=3&after=" + m_demo.fields[10].id).body);
    QCOMPARE(page.events, (std::vector{m_demo.source[13], m_demo.source[12], m_demo.source[11]}));
    QCOMPARE(page.after, m_demo.fields[13].id);
    const ServedPage newest = readPage(client.get("/events?order=normal&limit=2").body);
    QCOMPARE(newest.events,
             (std::vector{m_demo.source.back(), m_demo.source[m_demo.source.size() - 2]}));
    QVERIFY(newest.after.isEmpty());
    // Between two cursors.
    const ServedPage between = readPage(
        client
            .get("/events?limit=5&after=" + m_demo.fields[3].id + "&before=" + m_demo.fields[6].id)
            .body);
    QCOMPARE(between.events, (std::vector{m_demo.source[4], m_demo.source[5]}));
}

QTEST_GUILESS_MAIN(TestLocalEventsApi)
#include "tst_localeventsapi.moc"

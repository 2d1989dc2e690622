// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demoserver.h"
#include "model/server/localeventsapi.h"
#include "tests/model/api/feedfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The feed against the real local Events API with the demo stream.
class TestDemoRead : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void readsTheWholeStreamByteForByte();
    void readsByTypeAndOrganization();
    void readsOnFromAnEvent();
    void namesAWrongKey();
    void namesAnUnknownEvent();

private:
    std::unique_ptr<FeedFixture> openFeed();

    const TypeCatalogue m_catalogue = *TypeCatalogue::load();
    DemoPlan m_plan{1, 2000, *tryParseIsoInstant("2026-11-23T12:00:00Z")};
    std::vector<QByteArray> m_events;
    std::unique_ptr<LocalEventsApi> m_api;
};

void TestDemoRead::initTestCase()
{
    m_events = makeDemoStream(m_plan);
    Result<std::unique_ptr<LocalEventsApi>> api = LocalEventsApi::start(demoConfig(m_plan),
                                                                        m_catalogue);
    QVERIFY2(api, qPrintable(api ? QString() : api.error().message));
    m_api = std::move(*api);
}

std::unique_ptr<FeedFixture> TestDemoRead::openFeed()
{
    auto f = std::make_unique<FeedFixture>();
    f->target.fetch = {m_api->url(), m_api->apiKey()};
    return f->open() ? std::move(f) : nullptr;
}

void TestDemoRead::readsTheWholeStreamByteForByte()
{
    const auto f = openFeed();
    QVERIFY(f);
    FetchQuery query = f->query();
    // The newest event stands at the demo's end, which is the clock's now.
    query.scope.range = {f->now - 89 * 24h, f->now + 1h};
    QVERIFY(f->read(query));
    const FetchProgress &progress = f->feed->progress();
    QVERIFY2(progress.state == FetchState::Done, qPrintable(progress.error.message));
    QCOMPARE(f->stored(), m_events);
    QCOMPARE(progress.events, 2000u);
    QCOMPARE(progress.duplicates, 0u);
    QCOMPARE(progress.retries, 0u);
    QVERIFY(progress.windows >= 3);
    QCOMPARE(f->covered(query).size(), size_t(1));
    QVERIFY(f->covered(query).front().until > f->now);
    QVERIFY(!progress.lastEventId.isEmpty());
}

void TestDemoRead::readsByTypeAndOrganization()
{
    const auto f = openFeed();
    QVERIFY(f);
    FetchQuery query = f->query();
    QVERIFY(f->read(query));
    const EventSnapshot all = f->feed->snapshot();
    const quint16 type = *all.findType("dsync.user.updated");
    EventRow first = 0;
    while (all.type(first) != type) {
        ++first;
    }
    const quint32 organization = all.organization(first);
    quint64 expected = 0;
    for (EventRow row = 0; row < all.rowCount(); ++row) {
        expected += all.type(row) == type && all.organization(row) == organization;
    }
    query.scope.types = {"dsync.user.updated"};
    query.scope.organization = all.organizationId(organization);
    QVERIFY(f->read(query));
    QCOMPARE(f->feed->progress().state, FetchState::Done);
    QCOMPARE(f->feed->progress().events, expected);
    QCOMPARE(f->feed->progress().added, 0u);
    query.scope.types.clear();
    QVERIFY(f->read(query));
    QCOMPARE(f->feed->progress().state, FetchState::Done);
    QVERIFY(f->feed->progress().events >= expected);
}

void TestDemoRead::readsOnFromAnEvent()
{
    const auto f = openFeed();
    QVERIFY(f);
    FetchQuery query = f->query();
    query.limit = 700;
    QVERIFY(f->read(query));
    QCOMPARE(f->feed->progress().events, 700u);
    query.limit = 0;
    query.after = f->feed->snapshot().id(699);
    query.scope.range = {};
    QVERIFY(f->read(query));
    QVERIFY2(f->feed->progress().state == FetchState::Done,
             qPrintable(f->feed->progress().error.message));
    QCOMPARE(f->feed->progress().events, 1300u);
    QCOMPARE(f->stored(), m_events);
}

void TestDemoRead::namesAWrongKey()
{
    const auto f = openFeed();
    QVERIFY(f);
    f->feed->setFetchTarget({m_api->url(), "sk_wrong"});
    QVERIFY(f->read(f->query()));
    QCOMPARE(f->feed->progress().error.code, ErrorCode::KeyRefused);
}

void TestDemoRead::namesAnUnknownEvent()
{
    const auto f = openFeed();
    QVERIFY(f);
    FetchQuery query = f->query();
    query.after = EventId("event_01ARZ3NDEKTSV4RRFFQ69G5FAV");
    QVERIFY(f->read(query));
    QCOMPARE(f->feed->progress().error.code, ErrorCode::CursorUnknown);
}

QTEST_GUILESS_MAIN(TestDemoRead)
#include "tst_demoread.moc"

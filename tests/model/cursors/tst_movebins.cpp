// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/rewind.h"
#include "tests/model/cursors/storedevents.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant kStart = instantFromUs(1763800000000000);

Instant at(qint64 seconds)
{
    return kStart + std::chrono::seconds(seconds);
}

const std::pair<QByteArray, Family> kTypes[] = {{"user.created", Family::Users},
                                                {"dsync.user.updated", Family::DirectorySync},
                                                {"session.created", Family::Authentication},
                                                {"made.up", Family::Other}};

Family familyOf(const QByteArray &type)
{
    for (const auto &[name, family] : kTypes) {
        if (name == type) {
            return family;
        }
    }
    return Family::Other;
}

std::vector<MadeEvent> someEvents(QRandomGenerator &random, int count, int seconds)
{
    std::vector<MadeEvent> events;
    for (int i = 0; i < count; ++i) {
        events.push_back({"event_" + QByteArray::number(i),
                          at(random.bounded(seconds)),
                          kTypes[random.bounded(4)].first,
                          random.bounded(2) == 0 ? "org_A" : "org_B"});
    }
    return events;
}

quint64 sumOf(const TimelineBins &bins)
{
    quint64 sum = 0;
    for (const TimelineBins::Bin &bin : bins.bins) {
        sum += std::accumulate(bin.begin(), bin.end(), quint64(0));
    }
    return sum;
}

/// The same count, plainly: each event is looked for in each bin.
std::vector<TimelineBins::Bin> plainCount(const TimelineBins &bins,
                                          const std::vector<MadeEvent> &events,
                                          const Cursor &cursor)
{
    std::vector<TimelineBins::Bin> counts(bins.bins.size());
    for (const MadeEvent &event : events) {
        const bool isOwn = (cursor.types.isEmpty() || cursor.types.contains(event.type))
                           && (cursor.organization.isEmpty()
                               || cursor.organization.value == event.organization);
        for (size_t i = 0; isOwn && i < counts.size(); ++i) {
            if (bins.startOf(i) <= event.createdAt && event.createdAt < bins.startOf(i + 1)) {
                ++counts[i][size_t(familyOf(event.type))];
            }
        }
    }
    return counts;
}

} // namespace

class TestMoveBins : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void countLikeAPlainCount_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("a minute") << 60;
        QTest::newRow("an hour") << 3600;
        QTest::newRow("a day") << 86'400;
        QTest::newRow("90 days") << 90 * 86'400;
    }

    void countLikeAPlainCount()
    {
        QFETCH(int, seconds);
        QRandomGenerator random(17);
        const std::vector<MadeEvent> events = someEvents(random, 400, seconds);
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        const RewindGround ground{stored.snapshot(),
                                  stored.order(),
                                  {{at(0), at(seconds)}},
                                  at(-100)};
        for (int i = 0; i < 60; ++i) {
            Cursor cursor;
            const MadeEvent &event = events[size_t(random.bounded(400))];
            cursor.position = AfterEvent{EventId(event.id), event.createdAt};
            cursor.types = random.bounded(2) == 0 ? QList<QByteArray>()
                                                  : QList<QByteArray>{kTypes[i % 4].first};
            cursor.organization = random.bounded(2) == 0 ? OrganizationId()
                                                         : OrganizationId("org_A");
            const MoveTarget target = i % 2 == 0 ? MoveTarget(ToTime{at(random.bounded(seconds))})
                                                 : MoveTarget(ToEvent{EventId(
                                                     events[size_t(random.bounded(400))].id)});
            const auto plan = planMove(cursor, target, ground);
            QVERIFY(plan);
            QCOMPARE(plan->around.bins, plainCount(plan->around, events, cursor));
            QVERIFY(!plan->around.bins.empty() && plan->around.bins.size() <= 40);
            QVERIFY(plan->around.range.contains(positionTime(cursor.position)));
            QVERIFY(plan->around.range.contains(positionTime(plan->target)));
            QVERIFY(sumOf(plan->around) >= plan->events);
        }
    }

    void leaveOutWhatIsNotCounted()
    {
        const std::vector<MadeEvent> events{{"event_0", at(0), "user.created", ""},
                                            {"event_1", at(100), "user.created", ""},
                                            {"event_2", at(200), "user.created", ""},
                                            {"event_3", at(300), "user.created", ""}};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        Cursor cursor;
        cursor.position = AfterEvent{EventId("event_3"), at(300)};
        // event_1 is stored and lies in a gap of the coverage: neither the number nor the bars hold it.
        const RewindGround ground{stored.snapshot(),
                                  stored.order(),
                                  {{at(0), at(50)}, {at(150), at(400)}},
                                  at(-100)};
        const auto plan = planMove(cursor, ToTime{at(0)}, ground);
        QVERIFY(plan);
        QCOMPARE(plan->events, 3U);
        QCOMPARE(sumOf(plan->around), 3U);
    }

    void showAPlaceBeforeEverythingWithoutEmptyYears()
    {
        const std::vector<MadeEvent> events{{"event_0", at(0), "user.created", ""},
                                            {"event_1", at(100), "user.created", ""}};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        Cursor cursor;
        cursor.position = AfterEvent{EventId("event_1"), at(100)};
        const RewindGround ground{stored.snapshot(), stored.order(), {{at(0), at(200)}}, at(-100)};
        const auto plan = planMove(cursor, TimeBack{Duration::max()}, ground);
        QVERIFY(plan);
        QVERIFY(plan->around.range.since > at(-60));
        QCOMPARE(sumOf(plan->around), 2U);
        // Without any event there is still a stretch to draw.
        const StoredEvents none({});
        QVERIFY(none.isValid());
        const RewindGround empty{none.snapshot(), none.order(), {{at(0), at(200)}}, at(-100)};
        const auto moved = planMove(cursor, ToTime{at(50)}, empty);
        QVERIFY(moved);
        QVERIFY(!moved->around.bins.empty());
        QCOMPARE(sumOf(moved->around), 0U);
    }

    void aPlanTellsWhatLiesAhead()
    {
        const std::vector<MadeEvent> events{{"event_0", at(0), "user.created", ""},
                                            {"event_1", at(100), "user.created", ""},
                                            {"event_2", at(200), "session.created", ""}};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        Cursor cursor;
        cursor.position = AfterEvent{EventId("event_2"), at(200)};
        RewindGround ground{stored.snapshot(), stored.order(), {{at(0), at(300)}}, at(-100)};
        QCOMPARE(planMove(cursor, ToEvent{EventId("event_0")}, ground)->ahead, (Lag{2, true}));
        cursor.types = {"user.created"};
        QCOMPARE(planMove(cursor, ToEvent{EventId("event_0")}, ground)->ahead, (Lag{1, true}));
        ground.covered = {{at(150), at(300)}};
        QCOMPARE(planMove(cursor, ToEvent{EventId("event_0")}, ground)->ahead, (Lag{1, false}));
    }

    void aLostCursorMayGoToTheHorizonOverNothing()
    {
        const StoredEvents none({});
        QVERIFY(none.isValid());
        Cursor cursor;
        cursor.position = AfterEvent{EventId("event_gone"), at(-1000)};
        const RewindGround ground{none.snapshot(), none.order(), {}, at(0)};
        const auto plan = planMove(cursor, ToTime{at(0)}, ground);
        QVERIFY(plan);
        QCOMPARE(plan->target, CursorPosition(FromTime{at(0)}));
        QCOMPARE(plan->direction, MovePlan::Direction::Forward);
        QCOMPARE(plan->ahead, (Lag{0, false}));
        // Beyond it nothing is known.
        QCOMPARE(planMove(cursor, ToTime{at(1)}, ground).error().code, ErrorCode::WrongUsage);
    }

    void newestOwnRowIsOfTheCursorsTypes()
    {
        const std::vector<MadeEvent> events{{"event_0", at(50), "user.created", "org_A"},
                                            {"event_1", at(10), "user.created", "org_A"},
                                            {"event_2", at(200), "session.created", "org_B"}};
        const StoredEvents stored(events);
        QVERIFY(stored.isValid());
        const RewindGround ground{stored.snapshot(), stored.order(), {}, at(-100)};
        Cursor cursor;
        QCOMPARE(newestOwnRow(cursor, ground), std::optional<EventRow>(2));
        cursor.types = {"user.created"};
        QCOMPARE(newestOwnRow(cursor, ground), std::optional<EventRow>(0));
        cursor.organization = OrganizationId("org_B");
        QCOMPARE(newestOwnRow(cursor, ground), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestMoveBins)
#include "tst_movebins.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorcounter.h"
#include "tests/model/cursors/storedevents.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestCursorCounter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void answersTheNewestRequest()
    {
        CursorCounter counter;
        QSignalSpy spy(&counter, &CursorCounter::counted);
        const Instant horizon = instantFromUs(1'000'000);
        for (qint64 id = 1; id <= 50; ++id) {
            Cursor cursor;
            cursor.id = id;
            cursor.position = AfterEvent{EventId("event_x"),
                                         instantFromUs(id == 50 ? 0 : 2'000'000)};
            counter.count({}, {CoveredCursor{cursor, {}}}, horizon);
        }
        QTRY_VERIFY(!spy.isEmpty()
                    && spy.last().first().value<QList<CursorCount>>().first().cursorId == 50);
        const CursorCount last = spy.last().first().value<QList<CursorCount>>().first();
        QVERIFY(last.isLost);
        QVERIFY(!last.processed);
        QCOMPARE(last.lag.events, quint64(0));
        // One ran, one waited, each newer request took the waiting one's place.
        QVERIFY(spy.size() <= 50);
    }

    void plansInOrderAndForgetsADeadContext()
    {
        CursorCounter counter;
        Cursor cursor;
        cursor.id = 1;
        cursor.position = FromTime{instantFromUs(5)};
        int dead = 0;
        int alive = 0;
        auto gone = std::make_unique<QObject>();
        counter.plan({},
                     {cursor, {}},
                     ToEvent{EventId("event_none")},
                     {},
                     gone.get(),
                     [&dead](Result<MovePlan>) { ++dead; });
        gone.reset();
        ErrorCode code = ErrorCode::Internal;
        counter.plan({},
                     {cursor, {}},
                     ToEvent{EventId("event_none")},
                     {},
                     this,
                     [&alive, &code](Result<MovePlan> plan) {
                         ++alive;
                         code = plan ? ErrorCode::Internal : plan.error().code;
                     });
        QTRY_COMPARE(alive, 1);
        QCOMPARE(dead, 0);
        QCOMPARE(code, ErrorCode::NotFound);
    }

    /// Cursors of one scope share a pass; each is told what it would be told alone.
    void countsManyAsOneByOne()
    {
        QRandomGenerator random(5);
        const QList<QList<QByteArray>> types{{},
                                             {"user.created"},
                                             {"session.revoked", "user.created"}};
        for (int round = 0; round < 20; ++round) {
            std::vector<MadeEvent> events;
            for (int i = random.bounded(80); i > 0; --i) {
                events.push_back({"event_" + QByteArray::number(i),
                                  instantFromUs(random.bounded(50)),
                                  types[2][random.bounded(2)],
                                  random.bounded(2) == 0 ? "org_A" : ""});
            }
            const StoredEvents stored(events);
            QVERIFY(stored.isValid());
            RewindGround ground{stored.snapshot(), stored.order(), {}, instantFromUs(10)};
            QList<CoveredCursor> cursors;
            for (int i = 0; i < 30; ++i) {
                CoveredCursor covered;
                covered.cursor.id = i;
                covered.cursor.types = types[random.bounded(3)];
                covered.cursor.organization = OrganizationId(random.bounded(3) == 0 ? "org_A" : "");
                covered.cursor.position = FromTime{instantFromUs(random.bounded(60))};
                if (!events.empty() && random.bounded(2) == 0) {
                    const MadeEvent &event = events[random.bounded(quint32(events.size()))];
                    covered.cursor.position = AfterEvent{EventId(event.id), event.createdAt};
                }
                covered.covered = {{instantFromUs(random.bounded(20)), instantFromUs(45)}};
                cursors.append(covered);
            }
            const QList<CursorCount> counts = countCursors(cursors, ground);
            QCOMPARE(counts.size(), cursors.size());
            for (qsizetype i = 0; i < counts.size(); ++i) {
                const Cursor &cursor = cursors[i].cursor;
                ground.covered = cursors[i].covered;
                QCOMPARE(counts[i].cursorId, cursor.id);
                QCOMPARE(counts[i].lag, lagOf(cursor, ground));
                QCOMPARE(counts[i].newest, newestOwnRow(cursor, ground));
                QCOMPARE(counts[i].processed,
                         processedRow(cursor.position, ground.events, ground.order));
                QCOMPARE(counts[i].age, ageOf(cursor.position, ground.horizon));
                QCOMPARE(counts[i].isLost,
                         std::holds_alternative<AfterEvent>(cursor.position)
                             && positionTime(cursor.position) < ground.horizon);
                QCOMPARE(counts[i].untilLost, positionTime(cursor.position) - ground.horizon);
            }
        }
    }

    void endsWithWorkWaiting()
    {
        CursorCounter counter;
        for (int i = 0; i < 100; ++i) {
            counter.count({}, {CoveredCursor{}}, {});
        }
    }
};

QTEST_GUILESS_MAIN(TestCursorCounter)
#include "tst_cursorcounter.moc"

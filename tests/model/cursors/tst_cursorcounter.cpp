// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorcounter.h"

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

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/streamorder.h"
#include "tests/model/events/storetestevents.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace playhead;
using namespace playhead::test;
using namespace Qt::StringLiterals;

class StreamOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void ordersByTimeThenByStoring_data();
    void ordersByTimeThenByStoring();
    void saysWhetherNewRowsWentToTheEnd();
};

void StreamOrderTest::ordersByTimeThenByStoring_data()
{
    QTest::addColumn<int>("spread"); // how far a time may lie off its place
    QTest::newRow("in order") << 1;
    QTest::newRow("a little shuffled") << 20;
    QTest::newRow("shuffled") << 100'000;
    QTest::newRow("all at once") << 0;
    QTest::newRow("backwards") << -1;
}

void StreamOrderTest::ordersByTimeThenByStoring()
{
    QFETCH(int, spread);
    const QTemporaryDir folder;
    const auto store = EventStore::open(folder.path(), catalogue()).value();
    QRandomGenerator random(9);
    std::vector<EventRow> extended;
    EventRow number = 0;
    for (int page = 0; page < 60; ++page) {
        std::vector<DecodedEvent> events;
        const int size = random.bounded(0, 101);
        for (int i = 0; i < size; ++i, ++number) {
            const qint64 place = spread == 0  ? 0
                                 : spread < 0 ? -qint64(number)
                                              : qint64(number / 2);
            const qint64 offset = spread > 1 ? random.bounded(spread) : 0;
            events.push_back(
                makeEvent("e" + QByteArray::number(number), kFirstMs + place + offset));
        }
        const EventRow known = store->snapshot().rowCount();
        QVERIFY(store->append(events).has_value());
        const EventSnapshot snapshot = store->snapshot();

        std::vector<EventRow> expected(snapshot.rowCount());
        std::iota(expected.begin(), expected.end(), 0U);
        std::stable_sort(expected.begin(), expected.end(), [&snapshot](EventRow a, EventRow b) {
            return snapshot.createdAt(a) < snapshot.createdAt(b);
        });
        const std::vector<EventRow> before = extended;
        const bool isAtTheEnd = extendStreamOrder(snapshot, known, extended);
        QVERIFY(extended == expected);
        QCOMPARE(isAtTheEnd, std::equal(before.begin(), before.end(), extended.begin()));
        QVERIFY(streamOrder(snapshot) == expected);
        QVERIFY(
            std::is_sorted(expected.begin(), expected.end(), [&snapshot](EventRow a, EventRow b) {
                return streamBefore(snapshot, a, b);
            }));
    }
}

void StreamOrderTest::saysWhetherNewRowsWentToTheEnd()
{
    const QTemporaryDir folder;
    const auto store = EventStore::open(folder.path(), catalogue()).value();
    std::vector<EventRow> order;
    QVERIFY(extendStreamOrder(store->snapshot(), 0, order));
    QVERIFY(store->append(std::vector{makeEvent("a", 20), makeEvent("b", 10)}).has_value());
    QVERIFY(extendStreamOrder(store->snapshot(), 0, order));
    QCOMPARE(order, (std::vector<EventRow>{1, 0}));
    QVERIFY(extendStreamOrder(store->snapshot(), 2, order));
    QVERIFY(store->append(std::vector{makeEvent("c", 20)}).has_value());
    QVERIFY(extendStreamOrder(store->snapshot(), 2, order));
    QCOMPARE(order, (std::vector<EventRow>{1, 0, 2}));
    QVERIFY(store->append(std::vector{makeEvent("d", 10)}).has_value());
    QVERIFY(!extendStreamOrder(store->snapshot(), 3, order));
    QCOMPARE(order, (std::vector<EventRow>{1, 3, 0, 2}));
}

QTEST_GUILESS_MAIN(StreamOrderTest)
#include "tst_streamorder.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorcounter.h"
#include "model/cursors/expectedcounts.h"
#include "model/events/freshness.h"
#include "model/events/streamorder.h"
#include "tests/model/events/madeevents.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kSpanMs = 1000;

Instant at(int ms)
{
    return kMadeStart + std::chrono::milliseconds(ms);
}

/// An event of few objects, types and versions, so that every rule meets every other.
void addRandom(MadeStore &store, QRandomGenerator &random)
{
    static constexpr const char *kTypes[] = {"dsync.user.created",
                                             "dsync.user.updated",
                                             "dsync.user.updated",
                                             "dsync.user.deleted",
                                             "session.revoked",
                                             "user.created"};
    const QByteArray id = "x" + QByteArray::number(random.bounded(6));
    const int ms = random.bounded(kSpanMs);
    if (random.bounded(6) == 0) {
        store.add(ms,
                  "dsync.group.user_removed",
                  "\"group\":{\"id\":\"g1\"},\"user\":{\"id\":\"" + id
                      + "\"},\"updated_at\":\"2026-11-20T10:00:00Z\"");
        return;
    }
    QByteArray data = "\"object\":\"directory_user\",\"id\":\"" + id + '"';
    if (random.bounded(6) > 0) {
        data += ",\"updated_at\":\"2026-11-20T10:0" + QByteArray::number(random.bounded(8))
                + ":00.000Z\"";
    }
    store.add(ms, kTypes[random.bounded(6)], data);
}

/// The number, by the verdicts that the window shows.
ExpectedCounts plainCounts(const MovePlan &plan, const RewindGround &ground, Freshness &freshness)
{
    const CursorGround own(plan.cursor, ground);
    const size_t a = own.placeOf(plan.cursor.position);
    const size_t b = own.placeOf(plan.target);
    ExpectedCounts counts;
    for (size_t place = std::min(a, b); place < std::max(a, b); ++place) {
        const EventRow row = ground.order[place];
        const Instant time = ground.events.createdAt(row);
        const auto *after = std::get_if<AfterEvent>(&plan.cursor.position);
        const bool isCovered = std::any_of(ground.covered.begin(),
                                           ground.covered.end(),
                                           [time](const TimeRange &r) { return r.contains(time); });
        if (own.isOwn(row)
            && (isCovered || time >= own.edge() || (after && ground.events.id(row) == after->id))) {
            const auto expected = freshness.verdict(ground.events, row).expected;
            ++(expected == ExpectedAction::Apply ? counts.apply : counts.skip);
        }
    }
    return counts;
}

Cursor randomCursor(const EventSnapshot &events, QRandomGenerator &random)
{
    Cursor cursor;
    cursor.id = 1;
    const EventRow row = random.bounded(events.rowCount());
    if (random.bounded(2) == 0) {
        cursor.position = AfterEvent{events.id(row), events.createdAt(row)};
    } else {
        cursor.position = FromTime{at(random.bounded(kSpanMs))};
    }
    if (random.bounded(3) == 0) {
        cursor.types = {"dsync.user.updated", "session.revoked"};
    }
    return cursor;
}

} // namespace

class TestExpectedCounts : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void areTheVerdictsOfFreshness();
    void comeInSteps();
    void areToldAfterTheMove();
    void areRightAfterEventsCameInBetween();
    void areToldWhileEventsComeInBetweenWithoutEnd();
};

void TestExpectedCounts::areTheVerdictsOfFreshness()
{
    QRandomGenerator random(11);
    quint64 applied = 0;
    quint64 skipped = 0;
    for (int round = 0; round < 25; ++round) {
        MadeStore store;
        for (int i = 5 + random.bounded(120); i > 0; --i) {
            addRandom(store, random);
        }
        Freshness freshness(store.catalogue());
        while (!freshness.extend(store.snapshot(), 1000)) {
        }
        RewindGround ground{store.snapshot(), streamOrder(store.snapshot()), {}, at(-1'000'000)};
        for (int move = 0; move < 30; ++move) {
            const int hole = random.bounded(kSpanMs);
            ground.covered = {{at(-10), at(hole)}, {at(hole + 100), at(kSpanMs + 100)}};
            const Cursor cursor = randomCursor(ground.events, random);
            const auto plan = planMove(cursor, TimeBack{random.bounded(1, 900) * 1ms}, ground);
            QVERIFY(plan);
            const ExpectedCounts counts = expectedCounts(*plan, ground);
            QCOMPARE(counts, plainCounts(*plan, ground, freshness));
            QCOMPARE(counts.apply + counts.skip, plan->events);
            applied += counts.apply;
            skipped += counts.skip;
        }
    }
    QVERIFY(applied > 1000 && skipped > 1000);
}

void TestExpectedCounts::comeInSteps()
{
    QRandomGenerator random(12);
    MadeStore store;
    for (int i = 0; i < 3000; ++i) {
        addRandom(store, random);
    }
    const RewindGround ground{store.snapshot(),
                              streamOrder(store.snapshot()),
                              {{at(-10), at(kSpanMs + 10)}},
                              at(-1'000'000)};
    Cursor cursor;
    cursor.position = FromTime{at(kSpanMs)};
    const auto plan = planMove(cursor, TimeBack{500ms}, ground);
    QVERIFY(plan);
    ExpectedCounting counting(store.catalogue(), CursorGround(cursor, ground), *plan);
    int steps = 1;
    while (!counting.step(ground.order, 0us)) {
        ++steps;
    }
    QVERIFY(steps > 4);
    QCOMPARE(counting.counts(), expectedCounts(*plan, ground));
}

void TestExpectedCounts::areToldAfterTheMove()
{
    QRandomGenerator random(13);
    MadeStore store;
    for (int i = 0; i < 500; ++i) {
        addRandom(store, random);
    }
    RewindGround ground{store.snapshot(),
                        streamOrder(store.snapshot()),
                        {{at(-10), at(kSpanMs + 10)}},
                        at(-1'000'000)};
    CursorCounter counter;
    Cursor cursor;
    cursor.position = FromTime{at(kSpanMs)};
    const MoveQuestion question{ground.events,
                                {cursor, ground.covered},
                                TimeBack{700ms},
                                ground.horizon};
    int answers = 0;
    std::optional<MovePlan> last;
    counter.ask(question, this, [&](const MoveAnswer &answer, bool isLast) {
        ++answers;
        QVERIFY(answer.plan);
        if (isLast) {
            last = *answer.plan;
        }
    });
    QTRY_VERIFY(last);
    QVERIFY(answers <= 2);
    QVERIFY(last->events > 100);
    QCOMPARE(last->expected,
             std::optional(expectedCounts(*planMove(cursor, question.target, ground), ground)));

    // One that cannot be answered, one that is forgotten, one whose asker is gone.
    std::optional<ErrorCode> code;
    counter.ask({ground.events, {cursor, {}}, ToEvent{EventId("event_none")}, {}},
                this,
                [&code](const MoveAnswer &answer, bool isLast) {
                    QVERIFY(isLast);
                    code = answer.plan ? ErrorCode::Internal : answer.plan.error().code;
                });
    QTRY_VERIFY(code);
    QCOMPARE(*code, ErrorCode::NotFound);
    int wrong = 0;
    counter.ask(question, this, [&wrong](const MoveAnswer &, bool) { ++wrong; });
    counter.forget();
    auto gone = std::make_unique<QObject>();
    counter.ask(question, gone.get(), [&wrong](const MoveAnswer &, bool) { ++wrong; });
    gone.reset();
    counter.plan(ground.events, {cursor, {}}, TimeBack{1ms}, {}, this, [&code](const auto &) {
        code.reset();
    });
    QTRY_VERIFY(!code); // all that was asked before has been answered
    QCOMPARE(wrong, 0);
}

/// A count for the list of cursors brings a longer snapshot, whose new events stand between the old ones.
void TestExpectedCounts::areRightAfterEventsCameInBetween()
{
    QRandomGenerator random(14);
    MadeStore store;
    for (int i = 0; i < 6000; ++i) {
        addRandom(store, random);
    }
    const EventSnapshot before = store.snapshot();
    CursorCounter counter;
    Cursor cursor;
    cursor.position = FromTime{at(kSpanMs)};
    const std::vector<TimeRange> covered{{at(-10), at(kSpanMs + 10)}};
    for (int i = 0; i < 20; ++i) {
        std::optional<MovePlan> last;
        counter.ask({before, {cursor, covered}, TimeBack{900ms}, at(-1'000'000)},
                    this,
                    [&last](const MoveAnswer &answer, bool isLast) {
                        if (isLast && answer.plan) {
                            last = *answer.plan;
                        }
                    });
        addRandom(store, random);
        counter.count(store.snapshot(), {{cursor, covered}}, at(-1'000'000));
        QTRY_VERIFY(last);
        QVERIFY(last->expected);
        QCOMPARE(last->expected->apply + last->expected->skip, last->events);
    }
}

/// As a fetch does that reads the past: whenever one count is told, the next one has more events, and they stand before those
/// that are being judged. What was asked is answered all the same, as it was asked.
void TestExpectedCounts::areToldWhileEventsComeInBetweenWithoutEnd()
{
    MadeStore store;
    constexpr quint32 kEvents = 40'000;
    store.addTo(
        kEvents,
        0,
        "dsync.user.updated",
        "\"object\":\"directory_user\",\"id\":\"x\",\"updated_at\":\"2026-11-20T10:00:00.000Z\"");
    const EventSnapshot before = store.snapshot();
    CursorCounter counter;
    Cursor cursor;
    cursor.position = FromTime{at(kEvents)};
    const std::vector<TimeRange> covered{{at(-100'000), at(kEvents + 10)}};
    const CoveredCursor asked{cursor, covered};
    int counts = 0;
    const auto grow = [&] {
        store.add(-1 - counts, "user.created");
        counter.count(store.snapshot(), {asked}, at(-1'000'000));
    };
    std::optional<MovePlan> last;
    connect(&counter, &CursorCounter::counted, this, [&] {
        ++counts;
        if (!last) {
            grow();
        }
    });
    int answers = 0;
    counter.ask({before, asked, TimeBack{kEvents * 1ms}, at(-1'000'000)},
                this,
                [&](const MoveAnswer &answer, bool isLast) {
                    ++answers;
                    if (isLast && answer.plan) {
                        last = *answer.plan;
                    }
                });
    grow();
    QTRY_VERIFY_WITH_TIMEOUT(last, 20'000);
    QCOMPARE(last->events, kEvents);
    QCOMPARE(last->expected->apply + last->expected->skip, kEvents);
    QVERIFY(answers <= 2); // begun anew, it would have told more
    QVERIFY(counts > 0);
    // A question about less than was counted last is answered as it was asked.
    last.reset();
    counter.ask({before, asked, EventsBack{2}, at(-1'000'000)},
                this,
                [&last](const MoveAnswer &answer, bool isLast) {
                    if (isLast && answer.plan) {
                        last = *answer.plan;
                    }
                });
    QTRY_VERIFY_WITH_TIMEOUT(last, 20'000);
    QCOMPARE(last->events, 2U);
    QCOMPARE(last->ahead.events, 2U);
}

QTEST_GUILESS_MAIN(TestExpectedCounts)
#include "tst_expectedcounts.moc"

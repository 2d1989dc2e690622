// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/timeranges.h"
#include "model/api/windowread.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Verdict = WindowPage::Verdict;

namespace {

Instant at(qint64 ms)
{
    return instantFromUs(1'700'000'000'000'000 + ms * 1000);
}

DecodedEvent made(int number, Instant createdAt)
{
    DecodedEvent result;
    result.fields.id = "event_" + QByteArray::number(number);
    result.fields.createdAt = createdAt;
    return result;
}

std::vector<QByteArray> idsOf(const std::vector<DecodedEvent> &events)
{
    std::vector<QByteArray> ids;
    for (const DecodedEvent &each : events) {
        ids.push_back(each.fields.id);
    }
    return ids;
}

} // namespace

class TestWindowRead : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void rangesAreSets();
    void cutsWithoutGapOrOverlap();
    void requestsStayInsideThirtyDays();
    void firstAsksByTimeThenByCursor();
    void aReadFromAnEventNeverAsksByTime();
    void dropsWhatLiesOutside();
    void stopsBehindTheEndByItself();
    void goesOnBehindAnEmptyPage();
    void noticesRepetition();
    void noticesNewestFirst();
    void takesLateEvents();
    void coversUpToTheLastMillisecond();
    void doesNotMoveUntilTold();
    void coversAfterAnEvent();
};

void TestWindowRead::rangesAreSets()
{
    // Against a plain set of points.
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        const auto make = [&random] {
            TimeRanges ranges;
            for (int i = random.bounded(5); i > 0; --i) {
                const int since = random.bounded(40);
                ranges.push_back({at(since), at(since + random.bounded(12))});
            }
            return ranges;
        };
        const auto holds = [](const TimeRanges &ranges, Instant t) {
            return std::any_of(ranges.begin(), ranges.end(), [t](const TimeRange &range) {
                return range.contains(t);
            });
        };
        const TimeRanges rawA = make();
        const TimeRanges a = joined(rawA);
        const TimeRanges b = joined(make());
        const TimeRange whole{at(5), at(45)};
        for (size_t i = 1; i < a.size(); ++i) {
            QVERIFY(a[i - 1].until < a[i].since);
        }
        for (int ms = 0; ms < 60; ++ms) {
            const Instant t = at(ms);
            QCOMPARE(holds(a, t), holds(rawA, t));
            QCOMPARE(holds(intersection(a, b), t), holds(a, t) && holds(b, t));
            QCOMPARE(holds(gapsIn(whole, a), t), whole.contains(t) && !holds(a, t));
        }
    }
}

void TestWindowRead::cutsWithoutGapOrOverlap()
{
    for (const Duration length : {Duration(1),
                                  Duration(1500),
                                  Duration(24h),
                                  Duration(24h * 30),
                                  Duration(24h * 30) + 1us,
                                  Duration(24h * 89),
                                  Duration(24h * 90),
                                  Duration(24h * 400)}) {
        const TimeRange range{at(0) + 7us, at(0) + 7us + length};
        const TimeRanges parts = cutEvenly(range, kLongestWindowRange);
        QCOMPARE(parts.front().since, range.since);
        QCOMPARE(parts.back().until, range.until);
        for (size_t i = 0; i < parts.size(); ++i) {
            QVERIFY(!parts[i].isEmpty());
            QVERIFY(parts[i].until - parts[i].since <= kLongestWindowRange + 1s);
            QVERIFY(i == 0 || parts[i - 1].until == parts[i].since);
        }
    }
    QVERIFY(cutEvenly({at(1), at(1)}, kLongestWindowRange).empty());
    QCOMPARE(cutEvenly({at(0), at(0) + 24h * 89}, kLongestWindowRange).size(), size_t(3));
}

void TestWindowRead::requestsStayInsideThirtyDays()
{
    for (const TimeRange &part :
         cutEvenly({at(0) + 1us, at(0) + 24h * 90 - 1us}, kLongestWindowRange)) {
        const PageRequest request = WindowRead::ofRange(part).nextRequest();
        QVERIFY(*request.until - *request.since <= kLongestWindow);
        QVERIFY(*request.since <= part.since - 1s);
        QVERIFY(*request.until >= part.until);
    }
}

void TestWindowRead::firstAsksByTimeThenByCursor()
{
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    PageRequest request = window.nextRequest();
    QCOMPARE(request.since, at(-1000));
    QCOMPARE(request.until, at(1000));
    QVERIFY(request.after.isEmpty());
    window.moveOn(window.read({{made(1, at(10))}, EventId("event_1")}));
    request = window.nextRequest();
    QVERIFY(!request.since);
    QCOMPARE(request.after, EventId("event_1"));
    QCOMPARE(request.until, at(1000));
    QVERIFY(!window.isFinished());
    window.moveOn(window.read({{made(2, at(20))}, {}}));
    QVERIFY(window.isFinished());
}

void TestWindowRead::aReadFromAnEventNeverAsksByTime()
{
    const WindowRead window = WindowRead::afterEvent(EventId("event_x"), std::nullopt, at(1000));
    const PageRequest request = window.nextRequest();
    QVERIFY(!request.since);
    QCOMPARE(request.after, EventId("event_x"));
    QCOMPARE(request.until, at(1000));
}

void TestWindowRead::dropsWhatLiesOutside()
{
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    const WindowPage page = window.read(
        {{made(1, at(-1)), made(2, at(0)), made(3, at(999)), made(4, at(1000))},
         EventId("event_4")});
    QCOMPARE(page.verdict, Verdict::Usable);
    QCOMPARE(idsOf(page.events), (std::vector<QByteArray>{"event_2", "event_3"}));
    QVERIFY(!page.isLast);
    window.moveOn(page);
    // The overlap may be longer than a page.
    QCOMPARE(window.read({{made(5, at(-1)), made(6, at(1))}, {}}).events.size(), size_t(1));
}

void TestWindowRead::stopsBehindTheEndByItself()
{
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    const WindowPage page = window.read(
        {{made(1, at(1000)), made(2, at(1001))}, EventId("event_2")});
    QVERIFY(page.isLast);
    window.moveOn(page);
    QVERIFY(window.isFinished());
    QCOMPARE(window.covered(), (TimeRange{at(0), at(1000)}));
}

void TestWindowRead::goesOnBehindAnEmptyPage()
{
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    const WindowPage page = window.read({{}, EventId("event_7")});
    QCOMPARE(page.verdict, Verdict::Usable);
    QVERIFY(!page.isLast);
    window.moveOn(page);
    QCOMPARE(window.nextRequest().after, EventId("event_7"));
    QVERIFY(!window.covered());
}

void TestWindowRead::noticesRepetition()
{
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    const Page first{{made(1, at(1)), made(2, at(2))}, EventId("event_2")};
    window.moveOn(window.read(first));
    QCOMPARE(window.read(first).verdict, Verdict::Repeated);
    QCOMPARE(window.read({{made(1, at(1)), made(2, at(2))}, EventId("event_3")}).verdict,
             Verdict::Repeated);
    QCOMPARE(window.read({{made(3, at(3))}, EventId("event_2")}).verdict, Verdict::Repeated);
    QCOMPARE(window.read({{}, EventId("event_2")}).verdict, Verdict::Repeated);
    QCOMPARE(window.read({{made(2, at(2)), made(3, at(3))}, {}}).verdict, Verdict::Usable);
    const WindowRead after = WindowRead::afterEvent(EventId("event_x"), at(1), at(1000));
    QCOMPARE(after.read({{made(3, at(3))}, EventId("event_x")}).verdict, Verdict::Repeated);
}

void TestWindowRead::noticesNewestFirst()
{
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    QCOMPARE(window.read({{made(3, at(3)), made(2, at(2)), made(1, at(1))}, {}}).verdict,
             Verdict::NewestFirst);
    QCOMPARE(window.read({{made(3, at(3)), made(4, at(3)), made(5, at(3))}, {}}).verdict,
             Verdict::Usable);
    QCOMPARE(window.read({{made(3, at(3)), made(1, at(1)), made(2, at(2))}, {}}).verdict,
             Verdict::Usable);
    window.moveOn(window.read({{made(8, at(9)), made(7, at(8))}, EventId("event_7")}));
    QCOMPARE(window.read({{made(6, at(7)), made(5, at(6))}, EventId("event_5")}).verdict,
             Verdict::NewestFirst);
}

void TestWindowRead::takesLateEvents()
{
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    WindowPage page = window.read(
        {{made(1, at(1)), made(3, at(3)), made(2, at(2)), made(4, at(3))}, EventId("event_4")});
    QCOMPARE(page.isLate, (std::vector<bool>{false, false, true, false}));
    window.moveOn(page);
    page = window.read({{made(5, at(2)), made(6, at(4))}, {}});
    QCOMPARE(page.isLate, (std::vector<bool>{true, false}));
}

void TestWindowRead::coversUpToTheLastMillisecond()
{
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    QVERIFY(!window.covered());
    window.moveOn(
        window.read({{made(1, at(10) + 5us), made(2, at(20) + 7us)}, EventId("event_2")}));
    QCOMPARE(window.covered(), (TimeRange{at(0), at(20)}));
    QCOMPARE(window.reached(), at(20) + 7us);
    window.moveOn(window.read({{}, {}}));
    QCOMPARE(window.covered(), (TimeRange{at(0), at(1000)}));
    QCOMPARE(window.reached(), at(1000));
}

void TestWindowRead::doesNotMoveUntilTold()
{
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    const PageRequest before = window.nextRequest();
    const WindowPage page = window.read(
        {{made(1, at(1)), made(2, at(2)), made(3, at(3))}, EventId("event_3")});
    QCOMPARE(window.nextRequest(), before);
    window.stopInside(page, 2);
    QCOMPARE(window.nextRequest(), before);
    QCOMPARE(window.covered(), (TimeRange{at(0), at(2)}));
    QCOMPARE(window.read({{made(1, at(1)), made(2, at(2)), made(3, at(3))}, EventId("event_3")})
                 .verdict,
             Verdict::Usable);
}

void TestWindowRead::coversAfterAnEvent()
{
    WindowRead known = WindowRead::afterEvent(EventId("x"), at(5) + 300us, at(1000));
    const WindowPage page = known.read({{made(1, at(5) + 400us), made(2, at(9))}, {}});
    // Nothing is dropped for its time: the server decides what comes after an event.
    QCOMPARE(page.events.size(), size_t(2));
    known.moveOn(page);
    QCOMPARE(known.covered(), (TimeRange{at(6), at(1000)}));

    WindowRead unknown = WindowRead::afterEvent(EventId("x"), std::nullopt, at(1000));
    QVERIFY(!unknown.covered());
    unknown.moveOn(unknown.read({{made(1, at(5) + 400us), made(2, at(9))}, EventId("event_2")}));
    QCOMPARE(unknown.covered(), (TimeRange{at(6), at(9)}));

    WindowRead empty = WindowRead::afterEvent(EventId("x"), std::nullopt, at(1000));
    empty.moveOn(empty.read({{}, {}}));
    QVERIFY(empty.isFinished());
    QVERIFY(!empty.covered());
}

QTEST_GUILESS_MAIN(TestWindowRead)
#include "tst_windowread.moc"

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
    void leavesTheLaterPartToAnother();
    void asksOnBeforeTheCut_data();
    void asksOnBeforeTheCut();
    void noticesAnAnswerFromBeforeTheCursor();
    void goesOnByTime();
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

void TestWindowRead::leavesTheLaterPartToAnother()
{
    WindowRead window = WindowRead::ofRange({at(0), at(10'000)});
    QCOMPARE(window.unread(), (TimeRange{at(0), at(10'000)}));
    window.moveOn(window.read({{made(1, at(10)), made(2, at(20) + 5us)}, EventId("event_2")}));
    QCOMPARE(window.unread(), (TimeRange{at(21), at(10'000)}));
    const WindowRead later = window.splitAt(at(5000));
    QCOMPARE(window.range(), (TimeRange{at(0), at(5000)}));
    QCOMPARE(window.nextRequest().until, at(5000));
    QCOMPARE(window.nextRequest().after, EventId("event_2"));
    QCOMPARE(window.covered(), (TimeRange{at(0), at(20)}));
    QCOMPARE(later.range(), (TimeRange{at(5000), at(10'000)}));
    QCOMPARE(later.nextRequest().since, at(4000));
    QVERIFY(!later.covered());
}

void TestWindowRead::asksOnBeforeTheCut_data()
{
    QTest::addColumn<std::vector<int>>("times"); // of the page that was on its way
    QTest::addColumn<size_t>("kept");
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("wholly inside") << std::vector{30, 40} << size_t(2) << QByteArray("next");
    QTest::newRow("across") << std::vector{30, 40, 60} << size_t(2) << QByteArray("event_1");
    QTest::newRow("across, a late one")
        << std::vector{30, 60, 45} << size_t(2) << QByteArray("event_2");
    QTest::newRow("wholly beyond") << std::vector{60, 70} << size_t(0) << QByteArray("event_9");
    QTest::newRow("nothing") << std::vector<int>{} << size_t(0) << QByteArray("next");
}

void TestWindowRead::asksOnBeforeTheCut()
{
    QFETCH(const std::vector<int>, times);
    QFETCH(const size_t, kept);
    QFETCH(const QByteArray, cursor);
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    window.moveOn(window.read({{made(9, at(20))}, EventId("event_9")}));
    window.splitAt(at(50));
    Page onItsWay{{}, EventId("next")};
    for (int i = 0; i < int(times.size()); ++i) {
        onItsWay.events.push_back(made(i, at(times[size_t(i)])));
    }
    const WindowPage page = window.read(onItsWay);
    QCOMPARE(page.verdict, Verdict::Usable);
    QCOMPARE(page.events.size(), kept);
    const PageRequest early = window.requestAfter(page);
    window.moveOn(page);
    QVERIFY(!window.isFinished());
    QCOMPARE(window.nextRequest(), early);
    QCOMPARE(window.nextRequest().after, EventId(cursor));
    QCOMPARE(window.nextRequest().until, at(50));
    // A server that ignores range_end sends the same again: that is the end.
    if (kept == 0 && !times.empty()) {
        window.moveOn(window.read(onItsWay));
        QVERIFY(window.isFinished());
        QCOMPARE(window.covered(), (TimeRange{at(0), at(50)}));
    }
}

void TestWindowRead::noticesAnAnswerFromBeforeTheCursor()
{
    const Instant old = at(0) - 2h;
    WindowRead window = WindowRead::ofRange({at(0), at(1000)});
    window.moveOn(window.read({{made(1, at(1)), made(2, at(2))}, EventId("event_2")}));
    QCOMPARE(window.read({{made(7, old), made(8, old + 1min)}, EventId("event_8")}).verdict,
             Verdict::BeforeCursor);
    QCOMPARE(window.read({{made(7, old)}, {}}).verdict, Verdict::BeforeCursor);
    // One that comes late among younger ones, or as late as a server may hold it back.
    QCOMPARE(window.read({{made(7, old), made(8, at(3))}, {}}).verdict, Verdict::Usable);
    QCOMPARE(window.read({{made(7, at(0) - 59min), made(8, at(0) - 58min)}, {}}).verdict,
             Verdict::Usable);
    QCOMPARE(WindowRead::ofRange({at(0), at(1000)})
                 .read({{made(7, old), made(8, old + 1min)}, EventId("event_8")})
                 .verdict,
             Verdict::Usable);

    const WindowRead after = WindowRead::afterEvent(EventId("event_7"), at(0), at(1000));
    QCOMPARE(after.read({{made(1, old), made(2, old + 1min)}, {}}).verdict, Verdict::BeforeCursor);
    QCOMPARE(after.read({{made(7, at(0)), made(8, at(1))}, {}}).verdict, Verdict::BeforeCursor);
    QCOMPARE(after.read({{made(8, at(0)), made(9, at(0))}, {}}).verdict, Verdict::Usable);
    const WindowRead unknown = WindowRead::afterEvent(EventId("event_7"), std::nullopt, at(1000));
    QCOMPARE(unknown.read({{made(1, old), made(2, old + 1min)}, {}}).verdict, Verdict::Usable);
}

void TestWindowRead::goesOnByTime()
{
    const Instant last = at(0) + 100s;
    WindowRead window = WindowRead::ofRange({at(0), at(0) + 1h});
    window.moveOn(window.read({{made(1, at(0)), made(2, last)}, EventId("event_2")}));
    window.askByTime();
    QVERIFY(window.nextRequest().after.isEmpty());
    // What was hidden for a minute may be listed behind the lost place.
    QCOMPARE(window.nextRequest().since, last - 61s);
    QCOMPARE(window.asksFrom(), last - 60s);
    const WindowPage page = window.read(
        {{made(9, last - 61s), made(2, last), made(3, last - 60s), made(4, last + 1s)},
         EventId("event_4")});
    QCOMPARE(page.verdict, Verdict::Usable);
    QCOMPARE(idsOf(page.events), (std::vector<QByteArray>{"event_2", "event_3", "event_4"}));
    QCOMPARE(page.seamUntil, last);
    QCOMPARE(page.isLate, (std::vector<bool>{false, true, false}));
    window.moveOn(page);
    QCOMPARE(window.covered(), (TimeRange{at(0), last + 1s}));
    QCOMPARE(window.nextRequest().after, EventId("event_4"));

    // By time it would not be known where to begin.
    WindowRead after = WindowRead::afterEvent(EventId("event_x"), at(1), at(1000));
    after.askByTime();
    QCOMPARE(after.nextRequest().after, EventId("event_x"));
}

QTEST_GUILESS_MAIN(TestWindowRead)
#include "tst_windowread.moc"

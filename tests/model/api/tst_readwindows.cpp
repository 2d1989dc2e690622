// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/readwindows.h"
#include "model/api/timeranges.h"

#include <QTest>

using namespace playhead;
using namespace std::chrono_literals;

namespace {

Instant at(Duration passed)
{
    return instantFromUs(1'700'000'000'000'000) + passed;
}

/// A page of 100 events from `first` on, `step` apart.
Page pageFrom(Instant first, Duration step)
{
    static int number = 0;
    Page page;
    for (int i = 0; i < 100; ++i) {
        DecodedEvent event;
        event.fields.id = "event_" + QByteArray::number(++number);
        event.fields.createdAt = first + i * step;
        page.events.push_back(event);
    }
    page.next = EventId(page.events.back().fields.id);
    return page;
}

void takePage(ReadWindow &window, Duration step)
{
    window.take(window.read.read(pageFrom(window.read.unread().since, step)), 100);
}

ReadWindows ofDays(int windows, bool canSplit = true)
{
    std::vector<WindowRead> reads;
    for (int i = 0; i < windows; ++i) {
        reads.push_back(WindowRead::ofRange({at(i * 24h), at((i + 1) * 24h)}));
    }
    return ReadWindows(std::move(reads), canSplit);
}

} // namespace

class TestReadWindows : public QObject
{
    Q_OBJECT

private slots:
    void givesTheEarliestFirst();
    void tellsUpToWhereItIsSettled();
    void sharesTheFullest();
    void knowsASilenceThatEnds();
    void sharesNothingThatIsNotWorthIt();
    void sharesNothingUnlessTold();
    void tellsHowMuchIsRead();
};

void TestReadWindows::givesTheEarliestFirst()
{
    ReadWindows windows = ofDays(3);
    ReadWindow *first = windows.take();
    QCOMPARE(first->read.range().since, at(0h));
    QCOMPARE(windows.take()->read.range().since, at(24h));
    QCOMPARE(windows.open(), 2);
    windows.release();
    QCOMPARE(windows.take(), first);
    first->take(first->read.read({}), 0); // An empty page without a cursor is the end.
    QVERIFY(first->read.isFinished());
    windows.release();
    QCOMPARE(windows.take()->read.range().since, at(24h));
    QCOMPARE(windows.finished(), 1);
}

void TestReadWindows::tellsUpToWhereItIsSettled()
{
    ReadWindows windows = ofDays(2, false);
    QCOMPARE(windows.settledUntil(), at(0h));
    ReadWindow *first = windows.take();
    ReadWindow *second = windows.take();
    // The later one reaches what may still be hidden; a later answer does not bring it.
    second->noteAnswer(at(36h));
    takePage(*second, 12min);
    second->noteAnswer(at(100h));
    second->take(second->read.read({}), 0);
    QCOMPARE(windows.settledUntil(), at(0h));
    first->noteAnswer(at(100h));
    takePage(*first, 1s);
    QCOMPARE(windows.settledUntil(), at(99s) + 1us);
    first->noteAnswer(at(100h));
    first->take(first->read.read({}), 0);
    QVERIFY(windows.isFinished());
    QCOMPARE(windows.settledUntil(), at(36h) - 10s);
}

void TestReadWindows::sharesTheFullest()
{
    ReadWindows windows = ofDays(2);
    ReadWindow *sparse = windows.take();
    ReadWindow *dense = windows.take();
    takePage(*sparse, 3min);
    takePage(*dense, 10s);
    ReadWindow *shared = windows.take();
    QVERIFY(shared != nullptr);
    QCOMPARE(windows.size(), size_t(3));
    QCOMPARE(sparse->read.range(), (TimeRange{at(0h), at(24h)}));
    const Instant cut = shared->read.range().since;
    QCOMPARE(shared->read.range().until, at(48h));
    QCOMPARE(dense->read.range(), (TimeRange{at(24h), cut}));
    // In the middle of what is not read and not on its way, at a whole millisecond.
    QCOMPARE(cut, floorToMs(cut));
    const Instant unread = at(24h) + 200 * 10s;
    QVERIFY(std::chrono::abs(cut - (unread + (at(48h) - unread) / 2)) < 1min);
    // The next one takes from what is the fullest then.
    QVERIFY(windows.take() != nullptr);
    QCOMPARE(windows.size(), size_t(4));
}

void TestReadWindows::knowsASilenceThatEnds()
{
    // 100 events in 20 of 24 hours, then one a second: by the mean not much is to come.
    ReadWindows windows = ofDays(1);
    ReadWindow *window = windows.take();
    takePage(*window, 12min);
    QVERIFY(windows.take() == nullptr);
    takePage(*window, 1s);
    QVERIFY(windows.take() != nullptr);
}

void TestReadWindows::sharesNothingThatIsNotWorthIt()
{
    ReadWindows windows = ofDays(1);
    QVERIFY(windows.take() != nullptr);
    // Nothing is known yet, then less than two pages are to come.
    QVERIFY(windows.take() == nullptr);
    takePage(*windows.begin(), 8min);
    QVERIFY(windows.take() == nullptr);

    // A second of overlap would cost more than the rest.
    ReadWindows crowded({WindowRead::ofRange({at(0s), at(2s)})}, true);
    takePage(*crowded.take(), 1ms);
    QVERIFY(crowded.take() == nullptr);
}

void TestReadWindows::sharesNothingUnlessTold()
{
    ReadWindows windows = ofDays(1, false);
    takePage(*windows.take(), 1s);
    QVERIFY(windows.take() == nullptr);
    QCOMPARE(windows.size(), size_t(1));
}

void TestReadWindows::tellsHowMuchIsRead()
{
    ReadWindows windows = ofDays(2);
    const TimeRange range{at(0h), at(48h)};
    QCOMPARE(windows.shareRead(range), 0.0);
    windows.take();
    ReadWindow *second = windows.take();
    second->take(second->read.read({}), 0);
    QCOMPARE(windows.shareRead(range), 0.5);
    QVERIFY(!windows.isFinished());
    windows.begin()->take(windows.begin()->read.read({}), 0);
    QCOMPARE(windows.shareRead(range), 1.0);
    QVERIFY(windows.isFinished());
    QCOMPARE(ReadWindows().shareRead({at(0h), at(0h)}), 1.0);
}

QTEST_GUILESS_MAIN(TestReadWindows)
#include "tst_readwindows.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinebrush.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

constexpr Instant at(int minutes)
{
    return Instant(Duration(std::chrono::minutes(minutes)));
}

constexpr TimeRange span(int since, int until)
{
    return {at(since), at(until)};
}

/// Bins of ten minutes; the range begins and ends inside of bins.
TimelineGrid grid()
{
    return {span(3, 246), at(0), 10min};
}

} // namespace

class TestTimelineBrush : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void edgesLieOnBinsAndOnTheRangesEnds();
    void newBrushTakesWholeBins_data();
    void newBrushTakesWholeBins();
    void movedBrushKeepsItsLength_data();
    void movedBrushKeepsItsLength();
    void draggedEdgesMayPassEachOther_data();
    void draggedEdgesMayPassEachOther();
    void keysStepOneBin_data();
    void keysStepOneBin();
    void edgesSetByValueStayApart();
};

void TestTimelineBrush::edgesLieOnBinsAndOnTheRangesEnds()
{
    QCOMPARE(grid().edgeAtOrBefore(at(37)), at(30));
    QCOMPARE(grid().edgeAtOrAfter(at(37)), at(40));
    QCOMPARE(grid().nearestEdge(at(34)), at(30));
    QCOMPARE(grid().nearestEdge(at(36)), at(40));
    QCOMPARE(grid().nextEdge(at(40), 1), at(50));
    QCOMPARE(grid().nextEdge(at(40), -1), at(30));
    QCOMPARE(grid().nextEdge(at(6), -1), at(3));
    QCOMPARE(grid().nextEdge(at(3), -1), at(3));
    QCOMPARE(grid().nextEdge(at(240), 1), at(246));
}

void TestTimelineBrush::newBrushTakesWholeBins_data()
{
    QTest::addColumn<int>("pressed");
    QTest::addColumn<int>("pointer");
    QTest::addColumn<int>("since");
    QTest::addColumn<int>("until");
    QTest::newRow("to the right") << 34 << 71 << 30 << 80;
    QTest::newRow("to the left") << 71 << 34 << 30 << 80;
    QTest::newRow("inside one bin") << 34 << 35 << 30 << 40;
    QTest::newRow("on an edge") << 40 << 40 << 40 << 50;
    QTest::newRow("beyond the start") << 15 << -100 << 3 << 20;
    QTest::newRow("beyond the end") << 235 << 1000 << 230 << 246;
    QTest::newRow("at the very end") << 246 << 246 << 240 << 246;
}

void TestTimelineBrush::newBrushTakesWholeBins()
{
    QFETCH(int, pressed);
    QFETCH(int, pointer);
    QFETCH(int, since);
    QFETCH(int, until);
    QCOMPARE(draggedBrush(BrushPart::New, {}, at(pressed), at(pointer), grid()),
             span(since, until));
}

void TestTimelineBrush::movedBrushKeepsItsLength_data()
{
    QTest::addColumn<int>("pointer");
    QTest::addColumn<int>("since");
    QTest::newRow("a little") << 64 << 50;
    QTest::newRow("a bin") << 67 << 60;
    QTest::newRow("back") << 38 << 30;
    QTest::newRow("to the start") << -500 << 3;
    QTest::newRow("to the end") << 900 << 216;
}

void TestTimelineBrush::movedBrushKeepsItsLength()
{
    QFETCH(int, pointer);
    QFETCH(int, since);
    QCOMPARE(draggedBrush(BrushPart::Whole, span(50, 80), at(60), at(pointer), grid()),
             span(since, since + 30));
}

void TestTimelineBrush::draggedEdgesMayPassEachOther_data()
{
    QTest::addColumn<bool>("isStart");
    QTest::addColumn<int>("pointer");
    QTest::addColumn<int>("since");
    QTest::addColumn<int>("until");
    QTest::newRow("start to the left") << true << 22 << 20 << 80;
    QTest::newRow("start to the right") << true << 68 << 70 << 80;
    QTest::newRow("start onto the end") << true << 80 << 70 << 80;
    QTest::newRow("start over the end") << true << 112 << 80 << 110;
    QTest::newRow("end to the right") << false << 118 << 50 << 120;
    QTest::newRow("end onto the start") << false << 50 << 50 << 60;
    QTest::newRow("end over the start") << false << 21 << 20 << 50;
}

void TestTimelineBrush::draggedEdgesMayPassEachOther()
{
    QFETCH(bool, isStart);
    QFETCH(int, pointer);
    QFETCH(int, since);
    QFETCH(int, until);
    const BrushPart part = isStart ? BrushPart::Start : BrushPart::End;
    QCOMPARE(draggedBrush(part, span(50, 80), at(isStart ? 50 : 80), at(pointer), grid()),
             span(since, until));
}

void TestTimelineBrush::keysStepOneBin_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<int>("direction");
    QTest::addColumn<TimeRange>("before");
    QTest::addColumn<TimeRange>("after");
    const int whole = int(BrushPart::Whole);
    const int start = int(BrushPart::Start);
    const int end = int(BrushPart::End);
    QTest::newRow("whole, right") << whole << 1 << span(50, 80) << span(60, 90);
    QTest::newRow("whole, left") << whole << -1 << span(50, 80) << span(40, 70);
    QTest::newRow("whole, at the start") << whole << -1 << span(3, 40) << span(3, 40);
    QTest::newRow("whole, near the end") << whole << 1 << span(200, 240) << span(206, 246);
    QTest::newRow("start, right") << start << 1 << span(50, 80) << span(60, 80);
    QTest::newRow("start, left") << start << -1 << span(50, 80) << span(40, 80);
    QTest::newRow("start, not over the end") << start << 1 << span(70, 80) << span(70, 80);
    QTest::newRow("end, right") << end << 1 << span(50, 80) << span(50, 90);
    QTest::newRow("end, left") << end << -1 << span(50, 80) << span(50, 70);
    QTest::newRow("end, not over the start") << end << -1 << span(50, 60) << span(50, 60);
    QTest::newRow("none, whole from the left") << whole << 1 << TimeRange() << span(3, 10);
    QTest::newRow("none, whole from the right") << whole << -1 << TimeRange() << span(240, 246);
    QTest::newRow("none, start") << start << 1 << TimeRange() << span(10, 246);
    QTest::newRow("none, end") << end << -1 << TimeRange() << span(3, 240);
}

void TestTimelineBrush::keysStepOneBin()
{
    QFETCH(int, part);
    QFETCH(int, direction);
    QFETCH(TimeRange, before);
    QFETCH(TimeRange, after);
    QCOMPARE(steppedBrush(BrushPart(part), before, direction, grid().limits, grid()), after);
}

void TestTimelineBrush::edgesSetByValueStayApart()
{
    QCOMPARE(brushWithEdge(BrushPart::Start, span(50, 80), at(62), grid()), span(62, 80));
    QCOMPARE(brushWithEdge(BrushPart::Start, span(50, 80), at(200), grid()), span(70, 80));
    QCOMPARE(brushWithEdge(BrushPart::End, span(50, 80), at(0), grid()), span(50, 60));
    QCOMPARE(brushWithEdge(BrushPart::End, span(50, 80), at(999), grid()), span(50, 246));
}

} // namespace playhead

QTEST_GUILESS_MAIN(playhead::TestTimelineBrush)
#include "tst_timelinebrush.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/timeline/timelinestand.h"
#include "ui/shared/theme.h"
#include "ui/timeline/timelinedetails.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QShortcut>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace playhead {

namespace {

void turnWheel(Timeline &timeline, QPoint place, int notches, Qt::KeyboardModifiers held = {})
{
    QWheelEvent event(place,
                      timeline.mapToGlobal(place),
                      {},
                      {0, notches * 120},
                      Qt::NoButton,
                      held,
                      Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&timeline, &event);
}

TimeRange lastBrush(const QSignalSpy &spy)
{
    return spy.isEmpty() ? TimeRange() : spy.last().first().value<TimeRange>();
}

QAction *actionOf(const QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == text) {
            return action;
        }
    }
    return nullptr;
}

QMenu *openMenu(Timeline &timeline)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard,
                            {10, 10},
                            timeline.mapToGlobal(QPoint(10, 10)));
    QCoreApplication::sendEvent(&timeline, &event);
    return timeline.findChild<QMenu *>();
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        // Menus and tips make the offscreen platform say more than windows do.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )."_s));
    }
    void dragOnAnEmptyPlaceMakesABrush();
    void dragInsideMovesTheBrush();
    void handlesResizeTheBrush();
    void brushIsToldWhileDragging();
    void escapeTakesADragBack();
    void doubleClickClears();
    void clickOnABarChoosesIt();
    void clickWithoutEventsChoosesNothing();
    void setBrushIsSilent();
    void arrowsMoveTheBrush();
    void arrowsMakeABrush();
    void deleteClears();
    void windowsShortcutsWait();
    void wheelZoomsAtThePointer();
    void wheelPansWithShift();
    void keysZoom();
    void brushMovedByKeysStaysInView();
    void newRangeKeepsTheZoomThatFits();
    void clickOnAFlagChoosesIt();
    void droppedFlagGoesBack();
    void flagThatDidNotMoveIsNotDropped();
    void keysMoveAFlag();
    void tabGoesThroughTheFlags();
    void zoneMovesTheBins();
    void menuOffersWhatCanBeDone();
    void detailsTellTheBars();
    void tipsTellABar();
    void nothingHappensWithoutARange();
    void paintsQuickly();
};

void TestTimeline::dragOnAnEmptyPlaceMakesABrush()
{
    TimelineStand stand;
    QSignalSpy edited(&stand.timeline, &Timeline::brushEdited);
    stand.drag(stand.placeOf(onMockDay(9, 34)), stand.placeOf(onMockDay(12, 4)));
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(9, 30), onMockDay(12, 10)}));
    QCOMPARE(lastBrush(edited), stand.timeline.brush());
    // To the right end: the range's end, not the last bin's.
    stand.drag(stand.placeOf(onMockDay(13, 5)), {1207, 80});
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(13, 0), kMockNow}));
}

void TestTimeline::dragInsideMovesTheBrush()
{
    TimelineStand stand;
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(11, 0)});
    stand.drag(stand.placeOf(onMockDay(10, 0)), stand.placeOf(onMockDay(7, 0)));
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(6, 30), onMockDay(8, 0)}));
}

void TestTimeline::handlesResizeTheBrush()
{
    TimelineStand stand;
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(11, 0)});
    stand.drag(stand.placeOf(onMockDay(11, 0)) + QPoint(2, 0), stand.placeOf(onMockDay(12, 30)));
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(9, 30), onMockDay(12, 30)}));
    stand.drag(stand.placeOf(onMockDay(9, 30)) - QPoint(2, 0), stand.placeOf(onMockDay(8, 0)));
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(8, 0), onMockDay(12, 30)}));
}

void TestTimeline::brushIsToldWhileDragging()
{
    TimelineStand stand;
    QSignalSpy edited(&stand.timeline, &Timeline::brushEdited);
    QTest::mousePress(&stand.timeline, Qt::LeftButton, {}, stand.placeOf(onMockDay(9, 5)));
    QVERIFY(edited.isEmpty());
    QTest::mouseMove(&stand.timeline, stand.placeOf(onMockDay(10, 5)));
    QCOMPARE(lastBrush(edited), (TimeRange{onMockDay(9, 0), onMockDay(10, 10)}));
    const auto told = edited.size();
    QTest::mouseMove(&stand.timeline, stand.placeOf(onMockDay(10, 5)) + QPoint(1, 0));
    QCOMPARE(edited.size(), told); // The same bins.
    QTest::mouseMove(&stand.timeline, stand.placeOf(onMockDay(11, 5)));
    QVERIFY(edited.size() > told);
}

void TestTimeline::escapeTakesADragBack()
{
    TimelineStand stand;
    const TimeRange before{onMockDay(9, 30), onMockDay(11, 0)};
    stand.timeline.setBrush(before);
    stand.timeline.setFocus();
    QTest::mousePress(&stand.timeline, Qt::LeftButton, {}, stand.placeOf(onMockDay(2, 5)));
    QTest::mouseMove(&stand.timeline, stand.placeOf(onMockDay(4, 5)));
    QVERIFY(stand.timeline.brush() != before);
    QTest::keyClick(&stand.timeline, Qt::Key_Escape);
    QCOMPARE(stand.timeline.brush(), before);
    QTest::mouseMove(&stand.timeline, stand.placeOf(onMockDay(5, 5)));
    QTest::mouseRelease(&stand.timeline, Qt::LeftButton, {}, stand.placeOf(onMockDay(5, 5)));
    QCOMPARE(stand.timeline.brush(), before);
}

void TestTimeline::doubleClickClears()
{
    TimelineStand stand;
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(11, 0)});
    QSignalSpy edited(&stand.timeline, &Timeline::brushEdited);
    QTest::mouseDClick(&stand.timeline, Qt::LeftButton, {}, stand.placeOf(onMockDay(10, 0)));
    QCOMPARE(edited.size(), 1);
    QVERIFY(lastBrush(edited).isEmpty());
    QVERIFY(stand.timeline.brush().isEmpty());
}

void TestTimeline::clickOnABarChoosesIt()
{
    TimelineStand stand;
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(11, 0)});
    QSignalSpy chosen(&stand.timeline, &Timeline::barChosen);
    QSignalSpy edited(&stand.timeline, &Timeline::brushEdited);
    QTest::mouseClick(&stand.timeline, Qt::LeftButton, {}, stand.placeOf(onMockDay(6, 15)));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().value<TimeRange>(),
             (TimeRange{onMockDay(6, 10), onMockDay(6, 20)}));
    QTest::mouseClick(&stand.timeline, Qt::LeftButton, {}, stand.placeOf(onMockDay(10, 5)));
    QCOMPARE(chosen.last().first().value<TimeRange>(),
             (TimeRange{onMockDay(10, 0), onMockDay(10, 10)}));
    QVERIFY(edited.isEmpty());
}

void TestTimeline::clickWithoutEventsChoosesNothing()
{
    TimelineStand stand;
    stand.timeline.setSource({});
    QSignalSpy chosen(&stand.timeline, &Timeline::barChosen);
    QTest::mouseClick(&stand.timeline, Qt::LeftButton, {}, stand.placeOf(onMockDay(6, 15)));
    QTest::mouseClick(&stand.timeline, Qt::LeftButton, {}, QPoint(600, 120)); // On the axis.
    QVERIFY(chosen.isEmpty());
}

void TestTimeline::setBrushIsSilent()
{
    TimelineStand stand;
    QSignalSpy edited(&stand.timeline, &Timeline::brushEdited);
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(11, 0)});
    stand.timeline.setBrush({onMockDay(11, 0), onMockDay(11, 0)});
    QCOMPARE(stand.timeline.brush(), TimeRange());
    QVERIFY(edited.isEmpty());
}

void TestTimeline::arrowsMoveTheBrush()
{
    TimelineStand stand;
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(11, 0)});
    QSignalSpy edited(&stand.timeline, &Timeline::brushEdited);
    QTest::keyClick(&stand.timeline, Qt::Key_Right);
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(9, 40), onMockDay(11, 10)}));
    QTest::keyClick(&stand.timeline, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(9, 30), onMockDay(11, 10)}));
    QTest::keyClick(&stand.timeline, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(9, 30), onMockDay(11, 20)}));
    QTest::keyClick(&stand.timeline, Qt::Key_Left);
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(9, 20), onMockDay(11, 10)}));
    QCOMPARE(edited.size(), 4);
}

void TestTimeline::arrowsMakeABrush()
{
    TimelineStand stand;
    QTest::keyClick(&stand.timeline, Qt::Key_Left);
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(14, 0), kMockNow}));
    stand.timeline.clearBrush();
    QTest::keyClick(&stand.timeline, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(stand.timeline.brush(), (TimeRange{onMockDay(14, 10) - 24h, kMockNow}));
}

void TestTimeline::deleteClears()
{
    TimelineStand stand;
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(11, 0)});
    QSignalSpy edited(&stand.timeline, &Timeline::brushEdited);
    QTest::keyClick(&stand.timeline, Qt::Key_Delete);
    QVERIFY(stand.timeline.brush().isEmpty());
    QCOMPARE(edited.size(), 1);
}

void TestTimeline::windowsShortcutsWait()
{
    // Alt+Left goes back in the selection elsewhere, and Esc stops a fetch.
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *timeline = new Timeline(&window);
    layout->addWidget(timeline);
    timeline->setTimeZone(QTimeZone::utc());
    timeline->setRange({kMockNow - 24h, kMockNow});
    int back = 0;
    int stopped = 0;
    connect(new QShortcut(QKeySequence(u"Alt+Left"_s), &window),
            &QShortcut::activated,
            this,
            [&back] { ++back; });
    connect(new QShortcut(QKeySequence(u"Esc"_s), &window),
            &QShortcut::activated,
            this,
            [&stopped] { ++stopped; });
    window.resize(1200, 150);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(back, 0);
    QVERIFY(!timeline->brush().isEmpty());
    // What the timeline has no use for goes to the window.
    QTest::keyClick(timeline, Qt::Key_Escape);
    QCOMPARE(stopped, 1);
}

void TestTimeline::wheelZoomsAtThePointer()
{
    TimelineStand stand;
    QSignalSpy changed(&stand.timeline, &Timeline::shownRangeChanged);
    const QPoint pointer = stand.placeOf(onMockDay(6, 15));
    const Instant before = stand.scale().timeAt(pointer.x());
    for (int i = 0; i < 4; ++i) {
        turnWheel(stand.timeline, pointer, 1);
    }
    const QRectF plot = stand.frame().plot;
    const TimelineScale zoomed{stand.timeline.shownRange(), plot.left(), plot.width()};
    QVERIFY(stand.timeline.isZoomed());
    QVERIFY(zoomed.view.until - zoomed.view.since < 12h);
    QVERIFY(std::abs(zoomed.xOf(before) - pointer.x()) < 1);
    QCOMPARE(changed.size(), 4);
    // The bins get shorter with it.
    const TimelineBins bins = stand.timeline.bins();
    QVERIFY(bins.startOf(1) - bins.startOf(0) < 10min);
    for (int i = 0; i < 9; ++i) {
        turnWheel(stand.timeline, pointer, -1);
    }
    QVERIFY(!stand.timeline.isZoomed());
    QCOMPARE(stand.timeline.shownRange(), (TimeRange{kMockNow - 24h, kMockNow}));
}

void TestTimeline::wheelPansWithShift()
{
    TimelineStand stand;
    stand.timeline.zoomIn();
    stand.timeline.zoomIn();
    const TimeRange before = stand.timeline.shownRange();
    turnWheel(stand.timeline, {600, 60}, -1, Qt::ShiftModifier);
    const TimeRange after = stand.timeline.shownRange();
    QVERIFY(after.since > before.since);
    QCOMPARE((after.until - after.since).count(), (before.until - before.since).count());
    for (int i = 0; i < 50; ++i) {
        turnWheel(stand.timeline, {600, 60}, 1, Qt::ShiftModifier);
    }
    QCOMPARE(stand.timeline.shownRange().since, kMockNow - 24h);
}

void TestTimeline::keysZoom()
{
    TimelineStand stand;
    QTest::keyClick(&stand.timeline, Qt::Key_Plus);
    const TimeRange once = stand.timeline.shownRange();
    QVERIFY(once.until - once.since < 13h);
    QTest::keyClick(&stand.timeline, Qt::Key_Plus, Qt::ShiftModifier);
    QVERIFY(stand.timeline.shownRange().until - stand.timeline.shownRange().since < 7h);
    QTest::keyClick(&stand.timeline, Qt::Key_Minus);
    QCOMPARE(stand.timeline.shownRange(), once);
    QTest::keyClick(&stand.timeline, Qt::Key_0);
    QVERIFY(!stand.timeline.isZoomed());
}

void TestTimeline::brushMovedByKeysStaysInView()
{
    TimelineStand stand;
    stand.timeline.setBrush({onMockDay(9, 0), onMockDay(9, 30)});
    for (int i = 0; i < 4; ++i) {
        stand.timeline.zoomIn();
    }
    for (int i = 0; i < 100; ++i) {
        QTest::keyClick(&stand.timeline, Qt::Key_Right);
        QVERIFY(stand.timeline.brush().until <= stand.timeline.shownRange().until);
    }
    QVERIFY(stand.timeline.brush().since > onMockDay(9, 30));
}

void TestTimeline::newRangeKeepsTheZoomThatFits()
{
    TimelineStand stand;
    stand.timeline.zoomIn();
    const TimeRange zoomed = stand.timeline.shownRange();
    stand.timeline.setRange({kMockNow - 24h + 1min, kMockNow + 1min});
    QCOMPARE(stand.timeline.shownRange(), zoomed);
    stand.timeline.setRange({kMockNow - 1h, kMockNow});
    QVERIFY(!stand.timeline.isZoomed());
    QCOMPARE(stand.timeline.shownRange(), (TimeRange{kMockNow - 1h, kMockNow}));
}

void TestTimeline::clickOnAFlagChoosesIt()
{
    TimelineStand stand;
    stand.addMockFlags();
    QSignalSpy chosen(&stand.timeline, &Timeline::flagChosen);
    QSignalSpy dropped(&stand.timeline, &Timeline::flagDropped);
    const int x = qRound(stand.scale().xOf(onMockDay(10, 41)));
    QTest::mouseClick(&stand.timeline, Qt::LeftButton, {}, QPoint(x - 40, 12)); // Its label.
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().toLongLong(), 2);
    QTest::mouseClick(&stand.timeline, Qt::LeftButton, {}, QPoint(x, 60)); // Its line.
    QCOMPARE(chosen.size(), 2);
    QVERIFY(dropped.isEmpty());
}

void TestTimeline::droppedFlagGoesBack()
{
    TimelineStand stand;
    stand.addMockFlags();
    stand.timeline.setFocus();
    QTRY_VERIFY(stand.timeline.hasFocus());
    const QImage before = grab(stand.timeline, u"flag-before"_s);
    QSignalSpy dropped(&stand.timeline, &Timeline::flagDropped);
    const QPoint from(qRound(stand.scale().xOf(onMockDay(13, 56))) - 30, 12);
    const QPoint to = from
                      - QPoint(qRound(stand.scale().xOf(onMockDay(14, 0))
                                      - stand.scale().xOf(onMockDay(12, 0))),
                               0);
    QTest::mousePress(&stand.timeline, Qt::LeftButton, {}, from);
    QTest::mouseMove(&stand.timeline, to);
    QVERIFY(dropped.isEmpty());
    QVERIFY(grab(stand.timeline, u"flag-moved"_s) != before);
    QTest::mouseRelease(&stand.timeline, Qt::LeftButton, {}, to);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.last().at(0).toLongLong(), 1);
    QCOMPARE(dropped.last().at(1).value<Instant>(), onMockDay(12, 0));
    QCOMPARE(grab(stand.timeline, u"flag-after"_s), before);
}

void TestTimeline::flagThatDidNotMoveIsNotDropped()
{
    TimelineStand stand;
    stand.addMockFlags();
    QSignalSpy dropped(&stand.timeline, &Timeline::flagDropped);
    stand.timeline.setFocus();
    const QPoint from(qRound(stand.scale().xOf(onMockDay(10, 41))) - 30, 12);
    QTest::mousePress(&stand.timeline, Qt::LeftButton, {}, from);
    QTest::mouseMove(&stand.timeline, from + QPoint(100, 0));
    QTest::keyClick(&stand.timeline, Qt::Key_Escape);
    QTest::mouseRelease(&stand.timeline, Qt::LeftButton, {}, from + QPoint(100, 0));
    QVERIFY(dropped.isEmpty());
}

void TestTimeline::keysMoveAFlag()
{
    TimelineStand stand;
    stand.addMockFlags();
    QSignalSpy dropped(&stand.timeline, &Timeline::flagDropped);
    QSignalSpy chosen(&stand.timeline, &Timeline::flagChosen);
    stand.timeline.setFocus();
    QTest::keyClick(&stand.timeline, Qt::Key_Tab); // crm-mirror, the first in view.
    QTest::keyClick(&stand.timeline, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().toLongLong(), 2);
    QTest::keyClick(&stand.timeline, Qt::Key_Left);
    QTest::keyClick(&stand.timeline, Qt::Key_Left);
    QTest::keyClick(&stand.timeline, Qt::Key_Escape);
    QTest::keyClick(&stand.timeline, Qt::Key_Left);
    QTest::keyClick(&stand.timeline, Qt::Key_Return);
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.last().at(0).toLongLong(), 2);
    QCOMPARE(dropped.last().at(1).value<Instant>(), onMockDay(10, 40));
    QVERIFY(stand.timeline.brush().isEmpty());
}

void TestTimeline::tabGoesThroughTheFlags()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *before = new QPushButton(u"Before"_s, &window);
    auto *timeline = new Timeline(&window);
    auto *after = new QPushButton(u"After"_s, &window);
    for (QWidget *widget : std::initializer_list<QWidget *>{before, timeline, after}) {
        layout->addWidget(widget);
    }
    timeline->setTimeZone(QTimeZone::utc());
    timeline->setRange({kMockNow - 24h, kMockNow});
    timeline->setFlags({{1, u"one"_s, onMockDay(3, 0)}, {2, u"two"_s, onMockDay(9, 0)}});
    window.resize(1200, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(timeline->hasFocus());
    QTest::keyClick(timeline, Qt::Key_Tab);
    QTest::keyClick(timeline, Qt::Key_Tab);
    QVERIFY(timeline->hasFocus()); // On the second flag.
    QTest::keyClick(timeline, Qt::Key_Tab);
    QVERIFY(after->hasFocus());
    QSignalSpy chosen(timeline, &Timeline::flagChosen);
    QTest::keyClick(after, Qt::Key_Backtab); // Back to the last flag.
    QTest::keyClick(timeline, Qt::Key_Space);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.last().first().toLongLong(), 2);
    QTest::keyClick(timeline, Qt::Key_Backtab);
    QTest::keyClick(timeline, Qt::Key_Backtab);
    QTest::keyClick(timeline, Qt::Key_Backtab);
    QVERIFY(before->hasFocus());
}

void TestTimeline::zoneMovesTheBins()
{
    TimelineStand stand;
    QVERIFY(stand.timeline.summary().endsWith(u"most at 06:10"_s));
    stand.timeline.setTimeZone(QTimeZone("Asia/Kolkata"));
    QVERIFY(stand.timeline.summary().endsWith(u"most at 11:40"_s));
}

void TestTimeline::menuOffersWhatCanBeDone()
{
    TimelineStand stand;
    QMenu *menu = openMenu(stand.timeline);
    QVERIFY(menu);
    QVERIFY(actionOf(menu, u"Details…"_s)->isEnabled());
    QVERIFY(!actionOf(menu, u"Clear Selection"_s)->isEnabled());
    QVERIFY(!actionOf(menu, u"Fit"_s)->isEnabled());
    actionOf(menu, u"Zoom In"_s)->trigger();
    QVERIFY(stand.timeline.isZoomed());
    menu->close();
    QTRY_VERIFY(!stand.timeline.findChild<QMenu *>());
    stand.timeline.setBrush({onMockDay(9, 30), onMockDay(11, 0)});
    menu = openMenu(stand.timeline);
    actionOf(menu, u"Clear Selection"_s)->trigger();
    QVERIFY(stand.timeline.brush().isEmpty());
    actionOf(menu, u"Zoom Out"_s)->trigger();
    QVERIFY(!stand.timeline.isZoomed());
    menu->close();
}

void TestTimeline::detailsTellTheBars()
{
    TimelineStand stand;
    stand.events.events.clear();
    stand.events.add(onMockDay(6, 15), Family::DirectorySync, 1400);
    stand.events.add(onMockDay(6, 15), Family::Platform, 2);
    stand.events.add(onMockDay(9, 3), Family::Platform);
    stand.timeline.setSource(stand.events.source());
    QCOMPARE(stand.timeline.summary(), u"Events over time, 1,403 events, most at 06:10"_s);
    stand.timeline.showDetails();
    auto *dialog = stand.timeline.findChild<TimelineDetails *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(unnamedInputs(*dialog), QStringList());
    auto *table = dialog->findChild<QTableView *>();
    const QAbstractItemModel *model = table->model();
    QAbstractItemModelTester tester(const_cast<QAbstractItemModel *>(model));
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            texts.append(model->index(row, column).data().toString());
        }
    }
    QCOMPARE(texts,
             (QStringList{u"06:10 – 06:20"_s,
                          u"1,402"_s,
                          u"1,400"_s,
                          u"2"_s,
                          u"09:00 – 09:10"_s,
                          u"1"_s,
                          u"0"_s,
                          u"1"_s}));
    QCOMPARE(model->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"Directory Sync"_s);
    QCOMPARE(model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Time, UTC"_s);
    grab(*dialog, u"timeline-details"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!stand.timeline.findChild<TimelineDetails *>());
}

void TestTimeline::tipsTellABar()
{
    TimelineStand stand;
    stand.addMockFlags();
    grab(stand.timeline, u"tip"_s);
    const auto tipAt = [&stand](QPoint place) {
        QHelpEvent help(QEvent::ToolTip, place, stand.timeline.mapToGlobal(place));
        QCoreApplication::sendEvent(&stand.timeline, &help);
        return QToolTip::text();
    };
    const QString bar = tipAt(stand.placeOf(onMockDay(6, 15)));
    QVERIFY2(bar.startsWith(u"06:10 – 06:20"_s) && bar.contains(u"Directory Sync: "_s),
             qPrintable(bar));
    const QString flag = tipAt({qRound(stand.scale().xOf(onMockDay(10, 41))) - 30, 12});
    QCOMPARE(flag, u"crm-mirror, 23 Nov 2026, 10:41:00.000"_s);
}

void TestTimeline::nothingHappensWithoutARange()
{
    TimelineStand stand;
    stand.timeline.setRange({});
    QSignalSpy edited(&stand.timeline, &Timeline::brushEdited);
    stand.drag({300, 60}, {500, 60});
    QTest::keyClick(&stand.timeline, Qt::Key_Right);
    turnWheel(stand.timeline, {300, 60}, 1);
    QTest::keyClick(&stand.timeline, Qt::Key_Plus);
    QVERIFY(edited.isEmpty());
    QVERIFY(!stand.timeline.isZoomed());
    QVERIFY(stand.timeline.shownRange().isEmpty());
}

void TestTimeline::paintsQuickly()
{
    // The bins are counted by the source; what is painted from them costs the same for any number of events.
    TimelineStand stand({2328, 200});
    const TimelineSource many = [](const TimeRange &range, int bins) {
        TimelineBins::Bin full;
        full.fill(125'000);
        return TimelineBins{range, std::vector<TimelineBins::Bin>(size_t(bins), full)};
    };
    stand.timeline.setSource(many);
    stand.addMockFlags();
    stand.timeline.setBrush({onMockDay(9, 30), kMockNow});
    QImage image(stand.timeline.size(), QImage::Format_RGB32);
    stand.timeline.render(&image);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i) {
        stand.timeline.render(&image);
    }
    const double each = double(timer.nsecsElapsed()) / 20 / 1e6;
    qInfo("a repaint of %zu bins takes %.2f ms", stand.timeline.bins().bins.size(), each);
    QVERIFY(each < 16);
}

} // namespace playhead

QTEST_MAIN(playhead::TestTimeline)
#include "tst_timeline.moc"

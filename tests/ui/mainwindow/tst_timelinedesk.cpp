// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/mainwindow/windowstand.h"
#include "tests/ui/uisupport.h"
#include "ui/cursors/rewinddialog.h"
#include "ui/events/eventtable.h"
#include "ui/mainwindow/filterbar.h"
#include "ui/mainwindow/timelinerow.h"
#include "ui/mainwindow/windowframe.h"
#include "ui/shared/settings.h"
#include "ui/timeline/timeline.h"
#include "ui/timeline/timelinehead.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>
#include <QStandardPaths>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Timeline &timelineOf(WindowStand &stand)
{
    return *stand.window().findChild<Timeline *>();
}

/// The shown events by themselves, against the store's times.
bool allShownAreIn(WindowStand &stand, const TimeRange &range)
{
    const std::vector<EventRow> &shown = stand.events().shownRows();
    return std::all_of(shown.begin(), shown.end(), [&](EventRow row) {
        return range.contains(stand.events().snapshot().createdAt(row));
    });
}

/// A drag over the last fifth of the timeline, where the demo has most of its events.
void dragBrush(Timeline &timeline)
{
    const int y = timeline.height() / 2;
    const QPoint from(timeline.width() * 4 / 5, y);
    const QPoint to(timeline.width() * 39 / 40, y);
    QTest::mousePress(&timeline, Qt::LeftButton, {}, from);
    QTest::mouseMove(&timeline, (from + to) / 2);
    QTest::mouseMove(&timeline, to);
    QTest::mouseRelease(&timeline, Qt::LeftButton, {}, to);
}

} // namespace

class TestTimelineDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Playhead"_s);
        QCoreApplication::setApplicationName(u"tst_timelinedesk"_s);
        applyTheme(ThemeChoice::Light);
    }
    void init()
    {
        QTest::failOnWarning(anyRealWarning());
        QSettings().clear();
    }

    void dragNarrowsTheTable()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        Timeline &timeline = timelineOf(stand);
        const quint32 all = stand.events().shownCount();
        const TimelineBins before = timeline.bins();
        dragBrush(timeline);
        const TimeRange brush = timeline.brush();
        QVERIFY(!brush.isEmpty());
        QCOMPARE(stand.events().filter().range, brush);
        QVERIFY(stand.events().shownCount() > 0 && stand.events().shownCount() < all);
        QVERIFY(allShownAreIn(stand, brush));
        QCOMPARE(stand.events().loadedCount(), all);
        // The bars outside stay: only their veil tells.
        QCOMPARE(timeline.bins(), before);
        QVERIFY(stand.action(u"clearFilter"_s)->isEnabled());
        stand.action(u"clearFilter"_s)->trigger();
        QCOMPARE(stand.events().shownCount(), all);
        QVERIFY(timeline.brush().isEmpty());
    }

    void doubleClickShowsAllAgain()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        Timeline &timeline = timelineOf(stand);
        const quint32 all = stand.events().shownCount();
        dragBrush(timeline);
        QVERIFY(stand.events().shownCount() < all);
        QTest::mouseDClick(&timeline,
                           Qt::LeftButton,
                           {},
                           QPoint(timeline.width() * 9 / 10, timeline.height() / 2));
        QCOMPARE(stand.events().shownCount(), all);
    }

    void selectionComesBackAfterARestart()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        dragBrush(timelineOf(stand));
        const TimeRange brush = timelineOf(stand).brush();
        const quint32 shown = stand.events().shownCount();
        stand.restart();
        QTRY_COMPARE(stand.events().shownCount(), shown);
        QCOMPARE(timelineOf(stand).brush(), brush);
    }

    /// A selection outside the range that is picked now would hide everything without a sign of it.
    void selectionOutsideTheRangeIsLeft()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        FetchScope scope = stand.events().scope();
        const Instant middle = scope.range.since + (scope.range.until - scope.range.since) / 2;
        EventFilter filter;
        filter.range = {scope.range.since, scope.range.since + 24h};
        stand.events().setFilter(filter);
        scope.range.since = middle;
        stand.events().setScope(scope);
        QCOMPARE(stand.events().filter().range, TimeRange{});
        QVERIFY(timelineOf(stand).brush().isEmpty());
        QVERIFY(stand.events().shownCount() > 0);
    }

    void clickOnABarSelectsItsFirstEvent()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        const TimelineBins bins = timelineOf(stand).bins();
        size_t bin = bins.bins.size() - 1;
        while (bins.bins[bin] == TimelineBins::Bin{}) {
            --bin;
        }
        const TimeRange range{bins.startOf(bin), bins.startOf(bin + 1)};
        emit timelineOf(stand).barChosen(range);
        const std::optional<EventRow> current = stand.table().currentEvent();
        QVERIFY(current.has_value());
        const EventSnapshot events = stand.events().snapshot();
        QVERIFY(range.contains(events.createdAt(*current)));
        const int row = stand.events().tableRowOf(*current);
        QVERIFY(row == 0 || events.createdAt(stand.events().eventRowAt(row - 1)) < range.since);
    }

    void droppedFlagOpensThePreviewAndMovesNothing()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        const std::vector<EventRow> loaded = stand.events().loadedRows();
        const EventSnapshot events = stand.events().snapshot();
        const EventRow at = loaded[loaded.size() - 20];
        Cursor cursor;
        cursor.environmentId = stand.environment().id;
        cursor.name = u"billing-sync"_s;
        cursor.position = AfterEvent{events.id(at), events.createdAt(at)};
        stand.cursors().create(cursor);
        QTRY_COMPARE(stand.cursors().cursors().size(), 1);
        const Cursor kept = stand.cursors().cursors().first();
        emit timelineOf(stand).flagDropped(kept.id, events.createdAt(loaded[loaded.size() - 60]));
        QTRY_VERIFY(stand.window().findChild<RewindDialog *>() != nullptr);
        auto *dialog = stand.window().findChild<RewindDialog *>();
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(stand.cursors().cursors().first(), kept);
        dialog->reject();
        QTRY_VERIFY(stand.window().findChild<RewindDialog *>() == nullptr);
        QCOMPARE(stand.cursors().cursors().first(), kept);
    }

    void menuShowsHidesAndScales()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        auto *row = stand.window().findChild<TimelineRow *>();
        QVERIFY(row->isVisible());
        stand.action(u"timeline"_s)->trigger();
        QVERIFY(!row->isVisible());
        QVERIFY(!settings().isTimelineShown());
        stand.action(u"timeline"_s)->trigger();
        QVERIFY(row->isVisible());
        stand.action(u"timelineSquareRoot"_s)->trigger();
        QVERIFY(settings().hasSquareRootScale());
        const TimeRange all = timelineOf(stand).shownRange();
        stand.action(u"timelineZoomIn"_s)->trigger();
        const TimeRange zoomed = timelineOf(stand).shownRange();
        QVERIFY(zoomed.until - zoomed.since < all.until - all.since);
        QVERIFY(zoomed.since >= all.since && zoomed.until <= all.until);
        stand.action(u"timelineFit"_s)->trigger();
        QCOMPARE(timelineOf(stand).shownRange(), all);
    }

    /// Design, section 2: its head ends where the sidebar does; with its line 128 high, 92 below 720.
    void rowFollowsTheWindow()
    {
        WindowStand stand;
        QVERIFY(stand.openDemo());
        auto *row = stand.window().findChild<TimelineRow *>();
        auto *sidebar = stand.window().findChild<QWidget *>(u"sidebar"_s);
        stand.window().resize(1440, 900);
        QTRY_COMPARE(row->height(), scaledPx(127));
        QTRY_COMPARE(row->head().width(), sidebar->width());
        // One line from the toolbar to the status bar, and one under the row: not two beside each other.
        const QImage image = row->grab().toImage();
        const int edge = row->head().width();
        QCOMPARE(image.pixelColor(edge - 1, 60), tokens().side);
        QCOMPARE(image.pixelColor(edge, 60), tokens().line);
        QCOMPARE(image.pixelColor(edge + 1, 60), tokens().base);
        QCOMPARE(image.pixelColor(edge + 1, row->height() - 1), tokens().base);
        stand.window().resize(960, 600);
        QTRY_COMPARE(row->height(), scaledPx(91));
        QTRY_VERIFY(!row->head().isVisible());
        QTRY_COMPARE(row->timeline().width(), stand.window().width());
        stand.window().resize(1440, 900);
        QTRY_COMPARE(row->height(), scaledPx(127));
        // A person's own height is kept for its class.
        auto *rows = stand.window().findChild<QSplitter *>(u"rows"_s);
        rows->setSizes({170, rows->height() - 170});
        emit rows->splitterMoved(170, 1);
        stand.window().resize(960, 600);
        QTRY_COMPARE(row->height(), scaledPx(91));
        stand.window().resize(1440, 900);
        QTRY_COMPARE(row->height(), 170);
    }
};

QTEST_MAIN(TestTimelineDesk)
#include "tst_timelinedesk.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/eventtable.h"
#include "tests/ui/uisupport.h"
#include "ui/events/eventtable.h"
#include "ui/events/playheaddrag.h"
#include "ui/shared/theme.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

constexpr int kEvents = 200;

/// A table of 200 events, a second apart, with an active cursor after the one of a row.
struct Stand
{
    explicit Stand(int cursorRow = 8)
        : rows(store)
        , clock(kMadeStart + std::chrono::hours(1))
        , table(rows.model, clock)
        , drag(table, rows.model)
        , after(&drag, &PlayheadDrag::droppedAfter)
        , before(&drag, &PlayheadDrag::droppedBefore)
    {
        for (int i = 0; i < kEvents; ++i) {
            store.add(i * 1000, i % 2 == 0 ? "user.created" : "user.updated", user("u_1", "org_1"));
        }
        FetchScope scope;
        scope.range = {kMadeStart, kMadeStart + std::chrono::hours(2)};
        rows.model.setScope(scope);
        rows.model.setSnapshot(store.snapshot());
        rows.model.setCursorMarks(
            {{u"other"_s, false, EventRow(2)}, {u"billing-sync"_s, true, EventRow(cursorRow)}});
        table.resize(900, 500);
        table.show();
    }
    int rowHeight() const { return table.verticalHeader()->defaultSectionSize(); }
    /// In the viewport, on the edge above that row of the table.
    QPoint edge(int row) const
    {
        return {300, row * rowHeight() - table.verticalScrollBar()->value()};
    }
    void press(QPoint at, Qt::KeyboardModifiers held = {})
    {
        QTest::mousePress(table.viewport(), Qt::LeftButton, held, at);
    }
    void move(QPoint to)
    {
        // QTest::mouseMove says of no button that it is held.
        const QPointF place(to);
        QMouseEvent event(QEvent::MouseMove,
                          place,
                          table.viewport()->mapToGlobal(place),
                          Qt::NoButton,
                          Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(table.viewport(), &event);
    }
    void release(QPoint at) { QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, at); }
    void dragTo(QPoint from, QPoint to)
    {
        press(from);
        move(to);
        release(to);
    }
    /// The row of the store that the line was dropped after; -1 = no drop of this kind.
    int droppedAfter() const
    {
        return after.isEmpty() ? -1 : after.last().first().value<EventRow>();
    }
    QWidget *line() const { return table.findChild<QWidget *>(u"draggedPlayhead"_s); }

    MadeStore store;
    Table rows;
    FixedClock clock;
    EventTable table;
    PlayheadDrag drag;
    QSignalSpy after;
    QSignalSpy before;
};

} // namespace

class TestPlayheadDrag : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void theLineIsDroppedAfterTheRowAbove()
    {
        Stand s;
        s.press(s.edge(9));
        QVERIFY(s.drag.isDragging());
        QVERIFY(!s.line()->isVisible());
        s.move(s.edge(4) + QPoint(0, 3));
        QVERIFY(s.line()->isVisible());
        QCOMPARE(s.line()->accessibleName(), u"5 shown events back"_s);
        grab(s.table, u"playhead-drag"_s);
        s.release(s.edge(4) + QPoint(0, 3));
        QVERIFY(!s.line()->isVisible());
        QCOMPARE(s.droppedAfter(), 3);
        QCOMPARE(s.after.size(), 1);
        QVERIFY(s.before.isEmpty());
        // The line itself has not moved: that is the preview's.
        QCOMPARE(s.rows.model.cursorMarks().last().row, std::optional<EventRow>(8));
    }

    void everyEdgeIsTheNearestOne()
    {
        Stand s;
        for (int y = 1; y < s.table.viewport()->height() - 12; y += 7) {
            s.after.clear();
            s.before.clear();
            s.dragTo(s.edge(9), QPoint(200, y));
            const int edge = (y + s.rowHeight() / 2) / s.rowHeight();
            if (edge == 9) {
                QVERIFY(s.after.isEmpty() && s.before.isEmpty());
            } else if (edge == 0) {
                QCOMPARE(s.before.size(), 1);
                QCOMPARE(s.before.first().first().value<EventRow>(), EventRow(0));
            } else {
                QCOMPARE(s.droppedAfter(), edge - 1);
            }
        }
    }

    void theMarkInTheGutterIsAHandle()
    {
        Stand s;
        const int gutter = s.table.columnViewportPosition(int(Column::Gutter)) + 10;
        s.dragTo({gutter, s.edge(8).y() + s.rowHeight() / 2}, {gutter, s.edge(12).y()});
        QCOMPARE(s.droppedAfter(), 11);
        // Another row's gutter, and another cursor's, are rows to choose.
        s.after.clear();
        s.dragTo({gutter, s.edge(2).y() + s.rowHeight() / 2}, {gutter, s.edge(12).y()});
        QVERIFY(s.after.isEmpty());
    }

    void turnedOrderDropsAfterTheRowBelow()
    {
        Stand s(kEvents - 9);
        s.rows.model.sort(int(Column::Time), Qt::DescendingOrder);
        // The newest is at the top: the cursor's row is the ninth, and the line lies on its upper edge.
        s.dragTo(s.edge(8), s.edge(3));
        QCOMPARE(s.droppedAfter(), kEvents - 4);
        s.dragTo(s.edge(8), s.edge(0));
        QCOMPARE(s.droppedAfter(), kEvents - 1);
    }

    void aFilteredTableMeansTheRowThatIsSeen()
    {
        Stand s;
        EventFilter filter;
        filter.hiddenTypes = {"user.updated"};
        s.rows.model.setFilter(filter);
        // Rows 0, 2, 4, 6, 8 are before the line.
        s.dragTo(s.edge(5), s.edge(2));
        QCOMPARE(s.droppedAfter(), 2);
    }

    void escapePutsItBack()
    {
        Stand s;
        s.press(s.edge(9));
        s.move(s.edge(4));
        QVERIFY(s.drag.isDragging());
        QTest::keyClick(&s.table, Qt::Key_Escape);
        QVERIFY(!s.drag.isDragging());
        QVERIFY(!s.line()->isVisible());
        s.release(s.edge(4));
        QVERIFY(s.after.isEmpty());
        QVERIFY(s.before.isEmpty());
    }

    void escapeIsNobodyElsesWhileItIsDragged()
    {
        Stand s;
        const auto isTaken = [&s] {
            QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Escape, Qt::NoModifier);
            event.ignore();
            QCoreApplication::sendEvent(&s.table, &event);
            return event.isAccepted();
        };
        QVERIFY(!isTaken());
        s.press(s.edge(9));
        QVERIFY(isTaken());
    }

    void anotherOrderHasNoLine()
    {
        Stand s;
        s.rows.model.sort(int(Column::Type), Qt::AscendingOrder);
        for (int row = 0; row < 15; ++row) {
            s.dragTo(s.edge(row), s.edge(row + 3));
        }
        QVERIFY(s.after.isEmpty());
        QVERIFY(s.before.isEmpty());
    }

    void otherRowsEndIt()
    {
        Stand s;
        s.press(s.edge(9));
        s.move(s.edge(4));
        EventFilter filter;
        filter.hiddenTypes = {"user.updated"};
        s.rows.model.setFilter(filter);
        QVERIFY(!s.drag.isDragging());
        s.release(s.edge(4));
        QVERIFY(s.after.isEmpty());
    }

    void rowsThatComeInAreMeasuredAnew()
    {
        Stand s;
        s.press(s.edge(9));
        s.move(s.edge(6));
        QCOMPARE(s.line()->accessibleName(), u"3 shown events back"_s);
        // Two older events push everything down, and the view follows what is looked at only when it is scrolled.
        s.store.add(1500, "user.deleted", user("u_2", "org_1"));
        s.store.add(1600, "user.deleted", user("u_2", "org_1"));
        s.rows.model.updateSnapshot(s.store.snapshot());
        QCOMPARE(s.line()->accessibleName(), u"5 shown events back"_s);
        s.release(s.edge(6));
        QCOMPARE(s.droppedAfter(), 3);
    }

    void theViewScrollsBeyondItsEdges()
    {
        Stand s;
        s.press(s.edge(9));
        s.move(QPoint(300, s.table.viewport()->height() + 60));
        const QScrollBar *bar = s.table.verticalScrollBar();
        QTRY_COMPARE(bar->value(), bar->maximum());
        s.release(QPoint(300, s.table.viewport()->height() + 60));
        QCOMPARE(s.droppedAfter(), kEvents - 1);
        // And back, from the last row to before the first.
        s.after.clear();
        s.rows.model.setCursorMarks({{u"billing-sync"_s, true, EventRow(kEvents - 3)}});
        s.press(s.edge(kEvents - 2));
        s.move(QPoint(300, -80));
        QTRY_COMPARE(bar->value(), 0);
        s.release(QPoint(300, -80));
        QCOMPARE(s.before.size(), 1);
    }

    void aClickOnTheLineChoosesItsRow()
    {
        Stand s;
        s.press(s.edge(9) + QPoint(0, 2));
        s.release(s.edge(9) + QPoint(0, 2));
        QCOMPARE(s.table.currentIndex().row(), 9);
        QCOMPARE(s.table.selectedCount(), 1);
        QVERIFY(s.after.isEmpty());
        // With a modifier it is the selection's from the start.
        s.press(s.edge(9) - QPoint(0, 2), Qt::ControlModifier);
        QVERIFY(!s.drag.isDragging());
        s.release(s.edge(9) - QPoint(0, 2));
        QCOMPARE(s.table.selectedCount(), 2);
    }

    void thePointerSaysWhatCanBeDragged()
    {
        Stand s;
        const auto hover = [&s](QPoint at) {
            QMouseEvent event(QEvent::MouseMove,
                              QPointF(at),
                              s.table.viewport()->mapToGlobal(QPointF(at)),
                              Qt::NoButton,
                              Qt::NoButton,
                              Qt::NoModifier);
            QCoreApplication::sendEvent(s.table.viewport(), &event);
            return s.table.viewport()->cursor().shape();
        };
        QCOMPARE(hover(s.edge(9)), Qt::SplitVCursor);
        QVERIFY(hover(s.edge(9) + QPoint(0, s.rowHeight() / 2)) != Qt::SplitVCursor);
        QVERIFY(!s.drag.isDragging());
    }
};

QTEST_MAIN(TestPlayheadDrag)
#include "tst_playheaddrag.moc"

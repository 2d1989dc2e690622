// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/eventtable.h"
#include "ui/events/eventdelegate.h"
#include "ui/events/eventheader.h"
#include "ui/events/eventtable.h"
#include "ui/shared/theme.h"

#include <QMenu>
#include <QPaintEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

constexpr quint32 kEach = 200;

/// Two types by turns, a second apart, and a table on them.
struct Stand
{
    Stand()
        : rows(store)
        , clock(kMadeStart + std::chrono::hours(1))
        , table(rows.model, clock)
    {
        for (quint32 i = 0; i < kEach; ++i) {
            store.add(i * 2000, "user.created", user("user_1", "org_1"));
            store.add(i * 2000 + 1000, "user.updated", user("user_1", "org_2"));
        }
        FetchScope scope;
        scope.range = {kMadeStart, kMadeStart + std::chrono::hours(2)};
        rows.model.setScope(scope);
        rows.model.setSnapshot(store.snapshot());
        table.resize(900, 500);
        table.show();
    }

    MadeStore store;
    Table rows;
    FixedClock clock;
    EventTable table;
};

EventFilter without(const QByteArray &type)
{
    EventFilter filter;
    filter.hiddenTypes = {type};
    return filter;
}

} // namespace

class TestEventTable : public QObject
{
    Q_OBJECT

private slots:
    void currentRowStaysInViewWhenTheTableShrinks()
    {
        Stand stand;
        const EventRow row = stand.rows.model.eventRowAt(200);
        stand.table.selectEvent(row);
        stand.table.revealEvent(row);
        const auto isInView = [&stand] {
            const QRect place = stand.table.visualRect(stand.table.currentIndex());
            return stand.table.viewport()->rect().contains(place.center());
        };
        QTRY_VERIFY(isInView());
        stand.table.resize(900, 160);
        QTRY_COMPARE(stand.table.height(), 160);
        QVERIFY(isInView());
        // What was scrolled away stays away.
        stand.table.scrollToTop();
        QVERIFY(!isInView());
        stand.table.resize(900, 140);
        QTRY_COMPARE(stand.table.height(), 140);
        QVERIFY(!isInView());
    }

    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init()
    {
        // The offscreen platform says this of every window.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void aLargeSelectionStaysThroughFiltersAndSorting()
    {
        Stand s;
        for (int i = 0; i < 4; ++i) {
            s.store.addTo(3000,
                          1'000'000 + 3000 * i,
                          i % 2 == 0 ? "user.created" : "user.deleted",
                          user("user_1", "org_1"));
        }
        s.rows.model.updateSnapshot(s.store.snapshot());
        s.table.selectAll();
        s.table.selectionModel()->setCurrentIndex(s.rows.model.index(2, 1),
                                                  QItemSelectionModel::NoUpdate);
        QCOMPARE(s.table.selectedCount(), 12'400);
        const QItemSelection last(s.rows.model.index(12'399, 0),
                                  s.rows.model.index(12'399, EventTableModel::kColumnCount - 1));
        s.table.selectionModel()->select(last, QItemSelectionModel::Deselect);
        const std::vector<EventRow> selected = s.table.selectedEvents();
        QCOMPARE(selected.size(), size_t(12'399));
        QTest::mouseClick(s.table.header().viewport(),
                          Qt::LeftButton,
                          {},
                          QPoint(s.table.header().sectionViewportPosition(int(Column::Type)) + 20,
                                 5));
        QCOMPARE(s.rows.model.sortColumn(), Column::Type);
        std::vector<EventRow> now = s.table.selectedEvents();
        std::sort(now.begin(), now.end());
        QCOMPARE(now, selected);
        s.rows.model.setFilter(without("user.created"));
        QCOMPARE(s.table.selectedCount(), 6199);
        // What comes back was not shown, so it is not selected any more.
        s.rows.model.setFilter({});
        QCOMPARE(s.table.selectedCount(), 6199);
        QVERIFY(s.table.selectionModel()->selection().size() < 1000);
    }

    void filterKeepsTheSelectedEvent()
    {
        Stand s;
        const EventRow kept = s.rows.model.eventRowAt(201); // user.updated
        s.table.selectEvent(kept);
        s.rows.model.setFilter(without("user.created"));
        QCOMPARE(s.table.currentEvent(), std::optional(kept));
        QCOMPARE(s.table.selectedEvents(), std::vector<EventRow>{kept});
        s.rows.model.setFilter({});
        QCOMPARE(s.table.currentEvent(), std::optional(kept));
    }

    void filterThatHidesItTakesTheNearestOlder()
    {
        Stand s;
        const EventRow hidden = s.rows.model.eventRowAt(201);
        const EventRow older = s.rows.model.eventRowAt(200);
        s.table.selectEvent(hidden);
        s.rows.model.setFilter(without("user.updated"));
        QCOMPARE(s.table.currentEvent(), std::optional(older));
    }

    void sortingKeepsTheSelection()
    {
        Stand s;
        const EventRow kept = s.rows.model.eventRowAt(57);
        s.table.selectEvent(kept);
        for (const Column column : {Column::Type, Column::Organization, Column::Id, Column::Time}) {
            s.rows.model.sort(int(column), Qt::DescendingOrder);
            QCOMPARE(s.table.currentEvent(), std::optional(kept));
            QCOMPARE(s.table.selectedCount(), 1);
        }
    }

    void newPagesDoNotMoveWhatIsLookedAt()
    {
        Stand s;
        s.table.verticalScrollBar()->setValue(s.table.verticalScrollBar()->maximum() / 2);
        const EventRow top = s.rows.model.eventRowAt(s.table.rowAt(0));
        s.store.addTo(50, qint64(kEach) * 2000 + 5000, "user.deleted");
        s.rows.model.updateSnapshot(s.store.snapshot());
        QCOMPARE(s.rows.model.eventRowAt(s.table.rowAt(0)), top);
    }

    void everythingSelectedIsCountedByRanges()
    {
        Stand s;
        s.table.selectAll();
        QCOMPARE(s.table.selectedCount(), qint64(2 * kEach));
        QCOMPARE(s.table.selectedEvents().size(), size_t(2 * kEach));
    }

    void playheadLineIsDrawnUnderItsRow()
    {
        Stand s;
        s.rows.model.setCursorMarks({{u"billing-sync"_s, true, s.rows.model.eventRowAt(5)}});
        const QImage image = s.table.viewport()->grab().toImage();
        const int y = s.table.rowViewportPosition(5) + s.table.rowHeight(5) - 1;
        QCOMPARE(image.pixelColor(400, y), tokens().accent);
        QCOMPARE(image.pixelColor(400, y + 1), tokens().accent);
        // Processed rows lie on a ground of their own, the others on the base.
        QCOMPARE(image.pixelColor(880, s.table.rowViewportPosition(2) + 3), tokens().processed);
        QCOMPARE(image.pixelColor(880, s.table.rowViewportPosition(9) + 3), tokens().base);
        s.rows.model.sort(int(Column::Type), Qt::AscendingOrder);
        const QImage sorted = s.table.viewport()->grab().toImage();
        for (int line = 0; line < sorted.height(); ++line) {
            QVERIFY(sorted.pixelColor(880, line) != tokens().accent);
        }
    }

    void columnsComeBack()
    {
        Stand s;
        EventHeader &header = s.table.header();
        header.setSectionHidden(int(Column::Summary), true);
        header.moveSection(header.visualIndex(int(Column::Id)), 1);
        header.resizeSection(int(Column::Type), 300);
        const QByteArray state = header.saveColumns();
        header.resetColumns();
        QVERIFY(!header.isSectionHidden(int(Column::Summary)));
        QVERIFY(header.restoreColumns(state));
        QVERIFY(header.isSectionHidden(int(Column::Summary)));
        QCOMPARE(header.visualIndex(int(Column::Id)), 1);
        QCOMPARE(header.sectionSize(int(Column::Type)), 300);
        QVERIFY(!header.restoreColumns("not a state"));
    }

    void menuHidesAColumn()
    {
        Stand s;
        QSignalSpy edited(&s.table.header(), &EventHeader::columnsEdited);
        QMenu menu;
        s.table.header().fillMenu(&menu);
        QVERIFY(!s.table.isColumnHidden(int(Column::Object)));
        for (QAction *action : menu.actions()) {
            if (action->text()
                == s.rows.model.headerData(int(Column::Object), Qt::Horizontal, Qt::DisplayRole)
                       .toString()) {
                action->trigger();
            }
        }
        QVERIFY(s.table.isColumnHidden(int(Column::Object)));
        QCOMPARE(edited.isEmpty(), false);
    }

    void timeModesAreWritten_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("text");
        QTest::newRow("utc") << int(TimeMode::Utc) << u"08:00:01.000Z"_s;
        QTest::newRow("relative") << int(TimeMode::Relative) << u"59 min ago"_s;
        QTest::newRow("delta") << int(TimeMode::Delta) << u"+1.000 s"_s;
    }
    void timeModesAreWritten()
    {
        QFETCH(int, mode);
        QFETCH(QString, text);
        Stand s;
        s.table.setTimeMode(TimeMode(mode));
        const auto *delegate = qobject_cast<EventDelegate *>(s.table.itemDelegate());
        QCOMPARE(delegate->timeTextOf(s.rows.model.index(1, int(Column::Time))), text);
    }

    void wideWindowShowsMoreOfTheId()
    {
        Stand s;
        const auto *delegate = qobject_cast<EventDelegate *>(s.table.itemDelegate());
        const QModelIndex id = s.rows.model.index(1, int(Column::Id));
        const QString full = id.data(EventTableModel::FullTextRole).toString();
        QCOMPARE(delegate->idTextOf(id), u'…' + full.right(5));
        const int before = s.table.columnWidth(int(Column::Id));
        QSignalSpy edited(&s.table.header(), &EventHeader::columnsEdited);
        s.table.setWide(true);
        QCOMPARE(delegate->idTextOf(id), u'…' + full.right(12));
        QVERIFY(s.table.columnWidth(int(Column::Id)) > before);
        QVERIFY(s.table.columnWidth(int(Column::Id))
                >= delegate->sizeHint(QStyleOptionViewItem(), id).width());
        QVERIFY2(edited.isEmpty(), "the window's doing is not a person's");
        s.table.setWide(false);
        QCOMPARE(s.table.columnWidth(int(Column::Id)), before);
        // A person's own width stays.
        s.table.header().resizeSection(int(Column::Id), 240);
        s.table.setWide(true);
        QCOMPARE(s.table.columnWidth(int(Column::Id)), 240);
    }

    /// Semantics 2: an event that the server sent out of time order is marked.
    void outOfOrderIsMarkedInTheGutter()
    {
        Stand s;
        const QModelIndex gutter = s.rows.model.index(3, int(Column::Gutter));
        const QRect cell = s.table.visualRect(gutter);
        const QImage plain = s.table.viewport()->grab(cell).toImage();
        s.store.store().markOutOfOrder(s.rows.model.eventRowAt(3));
        s.rows.model.updateMarks(s.store.snapshot());
        const QImage marked = s.table.viewport()->grab(cell).toImage();
        QVERIFY(marked != plain);
        QCOMPARE(gutter.data(Qt::AccessibleTextRole).toString(), u"out of order"_s);
        QVERIFY(gutter.data(EventTableModel::FullTextRole).toString().contains(u"younger"_s));
        // A cursor's triangle comes first there; the words tell both.
        s.rows.model.setCursorMarks({{u"billing-sync"_s, true, s.rows.model.eventRowAt(3)}});
        QCOMPARE(gutter.data(Qt::AccessibleTextRole).toString(),
                 u"cursor billing-sync, out of order"_s);
    }

    /// Only the row would be painted anew, and the ring round the whole view would stay.
    void focusRingLeavesTheViewForTheRow()
    {
        class Watch : public QObject
        {
        public:
            QRegion painted;

        protected:
            bool eventFilter(QObject *, QEvent *event) override
            {
                if (event->type() == QEvent::Paint) {
                    painted += static_cast<QPaintEvent *>(event)->region();
                }
                return false;
            }
        };
        Stand s;
        s.table.activateWindow();
        s.table.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&s.table));
        QTRY_VERIFY(s.table.hasFocus());
        s.table.setCurrentIndex({}); // as a table that had the focus before its first event came
        QTest::qWait(0);
        Watch watch;
        s.table.viewport()->installEventFilter(&watch);
        s.table.selectEvent(s.rows.model.eventRowAt(3));
        QTRY_VERIFY(watch.painted.boundingRect() == s.table.viewport()->rect());
    }

    void copiedRowHasIsoTimes()
    {
        Stand s;
        QVERIFY(
            s.table.rowText(s.rows.model.eventRowAt(1)).contains(u"2026-11-23T08:00:01.000Z"_s));
    }
};

QTEST_MAIN(TestEventTable)
#include "tst_eventtable.moc"

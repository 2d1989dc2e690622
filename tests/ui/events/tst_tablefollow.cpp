// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/eventtable.h"
#include "ui/events/eventtable.h"
#include "ui/events/tablefollow.h"
#include "ui/shared/theme.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

constexpr int kFirst = 300;

/// A table of 300 events, a second apart, that follows what comes.
struct Stand
{
    Stand()
        : rows(store)
        , clock(kMadeStart + std::chrono::hours(1))
        , table(rows.model, clock)
        , follow(table, rows.model)
    {
        for (int i = 0; i < kFirst; ++i) {
            store.add(i * 1000, "user.created", user("user_1", "org_1"));
        }
        rows.model.setSnapshot(store.snapshot());
        table.resize(900, 500);
        table.show();
        follow.setFollowing(true);
    }
    void come(int count)
    {
        for (int i = 0; i < count; ++i) {
            next += 1000;
            store.add(next, "user.created", user("user_1", "org_1"));
        }
        rows.model.updateSnapshot(store.snapshot());
    }
    /// One with an older time than what is shown.
    void comeLate(int atMs)
    {
        store.add(atMs, "user.deleted", user("user_2", "org_1"));
        rows.model.updateSnapshot(store.snapshot());
    }
    void select(int row)
    {
        table.selectionModel()->setCurrentIndex(rows.model.index(row, int(Column::Time)),
                                                QItemSelectionModel::ClearAndSelect
                                                    | QItemSelectionModel::Rows);
    }
    /// The event whose row stands at the upper edge.
    EventRow top() const { return rows.model.eventRowAt(table.rowAt(0)); }
    bool isLastInView() const
    {
        const QModelIndex last = rows.model.index(rows.model.rowCount() - 1, int(Column::Time));
        return table.viewport()->rect().contains(table.visualRect(last));
    }
    QPushButton *button() const { return table.findChild<QPushButton *>(u"goToNewest"_s); }

    MadeStore store;
    Table rows;
    FixedClock clock;
    EventTable table;
    TableFollow follow;
    int next = kFirst * 1000;
};

} // namespace

class TestTableFollow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void goesAlongAtTheEnd()
    {
        Stand s;
        s.table.scrollToNewest();
        QVERIFY(s.isLastInView());
        const EventRow selected = s.rows.model.eventRowAt(kFirst - 2);
        s.select(kFirst - 2);
        for (int i = 0; i < 3; ++i) {
            s.come(40);
            QVERIFY(s.isLastInView());
        }
        QVERIFY(!s.button()->isVisible());
        QCOMPARE(s.table.currentEvent(), std::optional(selected));
        QCOMPARE(s.table.selectedEvents(), std::vector<EventRow>{selected});
    }

    void staysAtTheEndWhenTheTableShrinks()
    {
        Stand s;
        s.table.scrollToNewest();
        for (const int height : {420, 300, 480}) {
            s.table.resize(900, height);
            QTRY_COMPARE(s.table.height(), height);
            QTRY_VERIFY(s.isLastInView());
        }
        s.come(3);
        QVERIFY(s.isLastInView());
        QCOMPARE(s.follow.newCount(), 0);
    }

    void aRowOutOfViewKeepsNothing()
    {
        Stand s;
        s.select(20);
        s.table.scrollToNewest();
        s.table.resize(900, 300);
        QTRY_COMPARE(s.table.height(), 300);
        QTRY_VERIFY(s.isLastInView());
        EventFilter filter;
        filter.hiddenTypes = {"user.deleted"};
        s.rows.model.setFilter(filter); // a reset
        QVERIFY(s.isLastInView());
        s.come(3);
        QVERIFY(s.isLastInView());
    }

    void aRowThatIsReadStays()
    {
        Stand s;
        s.table.scrollToNewest();
        s.select(s.rows.model.rowCount() - 8);
        const EventRow top = s.top();
        s.table.resize(900, 420);
        QTRY_COMPARE(s.table.height(), 420);
        QCoreApplication::processEvents(); // now it would have moved
        QVERIFY(!s.isLastInView());
        QCOMPARE(s.top(), top);
    }

    void staysAndCountsElsewhere()
    {
        Stand s;
        s.table.verticalScrollBar()->setValue(1000);
        const EventRow top = s.top();
        s.come(40);
        s.come(2);
        QCOMPARE(s.top(), top);
        QVERIFY(s.button()->isVisible());
        QCOMPARE(s.button()->text(), u"42 new, go to newest"_s);
        QCOMPARE(s.button()->accessibleName(), s.button()->text());
        QVERIFY(s.button()->focusPolicy() & Qt::TabFocus);
        const QRect view = s.table.viewport()->geometry();
        QVERIFY(view.contains(s.button()->geometry()));
        QVERIFY(s.button()->geometry().bottom() > view.bottom() - 40);

        QTest::mouseClick(s.button(), Qt::LeftButton);
        QVERIFY(s.isLastInView());
        QVERIFY(!s.button()->isVisible());
        s.come(5);
        QVERIFY(s.isLastInView());
    }

    void whoScrollsToTheEndHasSeenThem()
    {
        Stand s;
        s.table.scrollToTop();
        s.come(3);
        QVERIFY(s.button()->isVisible());
        s.table.scrollToBottom();
        QVERIFY(!s.button()->isVisible());
        QCOMPARE(s.follow.newCount(), 0);
        s.table.scrollToTop();
        QVERIFY(!s.button()->isVisible());
        s.come(2);
        QCOMPARE(s.follow.newCount(), 2);
    }

    void aLateArrivalPushesNothing()
    {
        Stand s;
        s.table.verticalScrollBar()->setValue(2000);
        const EventRow top = s.top();
        s.comeLate(5500);
        QCOMPARE(s.top(), top);
        QCOMPARE(s.follow.newCount(), 1);
    }

    void theNewestAreAtTheTopWhenTheOrderIsTurned()
    {
        Stand s;
        s.rows.model.sort(int(Column::Time), Qt::DescendingOrder);
        s.table.scrollToTop();
        s.come(4);
        QCOMPARE(s.table.verticalScrollBar()->value(), 0);
        QCOMPARE(s.table.rowAt(0), 0);
        s.table.verticalScrollBar()->setValue(1500);
        const EventRow top = s.top();
        s.come(7);
        QCOMPARE(s.top(), top);
        QCOMPARE(s.button()->text(), u"7 new, go to newest"_s);
        QVERIFY(s.button()->geometry().top() < s.table.viewport()->geometry().top() + 40);
        QTest::mouseClick(s.button(), Qt::LeftButton);
        QCOMPARE(s.table.verticalScrollBar()->value(), 0);
    }

    void sortedOtherwiseThereIsNoNewestEnd()
    {
        Stand s;
        s.rows.model.sort(int(Column::Type), Qt::AscendingOrder);
        s.table.verticalScrollBar()->setValue(1000);
        const EventRow top = s.top();
        s.come(9);
        QCOMPARE(s.top(), top);
        QVERIFY(!s.button()->isVisible());
        s.rows.model.sort(int(Column::Time), Qt::AscendingOrder);
        QVERIFY(s.table.isAtNewest() || s.button()->isVisible());
    }

    void whatAReadFillsInIsNotNew()
    {
        Stand s;
        s.table.verticalScrollBar()->setValue(1000);
        s.come(2);
        s.follow.setFilling(true);
        for (int i = 0; i < 30; ++i) {
            s.comeLate(-1000 * i - 500);
        }
        QCOMPARE(s.follow.newCount(), 2);
        s.follow.setFilling(false);
        s.come(3);
        QCOMPARE(s.follow.newCount(), 5);
        EventFilter filter;
        filter.hiddenTypes = {"session.created"};
        s.rows.model.setFilter(filter); // counted anew
        QCOMPARE(s.follow.newCount(), 5);
        s.rows.model.setFilter({});
        QCOMPARE(s.follow.newCount(), 5);
    }

    void filtersCountOnlyWhatIsShown()
    {
        Stand s;
        s.table.scrollToTop();
        s.come(6);
        s.comeLate(700);
        QCOMPARE(s.follow.newCount(), 7);
        EventFilter filter;
        filter.hiddenTypes = {"user.deleted"};
        s.rows.model.setFilter(filter);
        QCOMPARE(s.follow.newCount(), 6);
        s.rows.model.setFilter({});
        QCOMPARE(s.follow.newCount(), 7);
    }

    void doesNothingWhileNothingIsFollowed()
    {
        Stand s;
        s.follow.setFollowing(false);
        s.table.scrollToNewest();
        const int value = s.table.verticalScrollBar()->value();
        s.come(30);
        QCOMPARE(s.table.verticalScrollBar()->value(), value);
        QVERIFY(!s.button()->isVisible());
    }
};

QTEST_MAIN(TestTableFollow)
#include "tst_tablefollow.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/eventtable.h"

#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Column = EventTableModel::Column;

namespace {

TimeRange range(int fromMs, int toMs)
{
    return {kMadeStart + std::chrono::milliseconds(fromMs),
            kMadeStart + std::chrono::milliseconds(toMs)};
}

EventFilter selected(const TimeRange &stretch)
{
    EventFilter filter;
    filter.range = stretch;
    return filter;
}

quint32 total(const TimelineBins &bins)
{
    quint32 sum = 0;
    for (const TimelineBins::Bin &bin : bins.bins) {
        for (const quint32 count : bin) {
            sum += count;
        }
    }
    return sum;
}

/// Ten events a second, users and sessions by turns.
struct Stand
{
    Stand()
        : table(store)
    {
        for (int i = 0; i < 20; ++i) {
            store.add(i * 100,
                      i % 2 == 0 ? "user.created" : "session.created",
                      user("u" + QByteArray::number(i), "org_1"));
        }
        table.model.setSnapshot(store.snapshot());
    }

    MadeStore store;
    Table table;
};

} // namespace

class TestEventTableTimeline : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void selectionNarrowsTheTableAndItsFacets()
    {
        Stand s;
        QSignalSpy counted(&s.table.model, &EventTableModel::countsChanged);
        s.table.model.setFilter(selected(range(500, 1000)));
        QCOMPARE(s.table.rows(), (std::vector<EventRow>{5, 6, 7, 8, 9}));
        QCOMPARE(counted.size(), 1);
        QCOMPARE(s.table.model.loadedCount(), 20u);
        const QList<FacetCounts::TypeCount> narrowed{{"session.created", Family::Authentication, 3},
                                                     {"user.created", Family::Users, 2}};
        QCOMPARE(s.table.model.facets().types, narrowed);
        QVERIFY(s.table.model.filter().isActive());
        s.table.model.setFilter({});
        QCOMPARE(s.table.model.shownCount(), 20u);
        QCOMPARE(s.table.model.facets().types.first().count, 10u);
    }

    /// The bars outside the selection stay: it is their veil that tells.
    void timelineFollowsTheOtherFiltersOnly()
    {
        Stand s;
        QCOMPARE(total(s.table.model.timeline(range(0, 2000), 7)), 20u);
        EventFilter filter = selected(range(500, 1000));
        filter.hiddenTypes = {"session.created"};
        s.table.model.setFilter(filter);
        const TimelineBins bins = s.table.model.timeline(range(0, 2000), 4);
        QCOMPARE(bins.range, range(0, 2000));
        QCOMPARE(bins.bins.size(), size_t(4));
        for (const TimelineBins::Bin &bin : bins.bins) {
            QVERIFY(bin[size_t(Family::Users)] == 2 || bin[size_t(Family::Users)] == 3);
            QCOMPARE(bin[size_t(Family::Authentication)], 0u);
        }
        QCOMPARE(total(bins), 10u);
    }

    void timelineFollowsTheText()
    {
        Stand s;
        EventFilter filter;
        filter.text = u"u1"_s; // u1 and u10 to u19
        s.table.model.setFilter(filter);
        QTRY_VERIFY(!s.table.model.isSearching());
        QCOMPARE(total(s.table.model.timeline(range(0, 2000), 3)), 11u);
        QCOMPARE(total(s.table.model.timeline(range(0, 1000), 3)), 1u);
    }

    void newPageOutsideTheSelectionIsOnlyCounted()
    {
        Stand s;
        s.table.model.setFilter(selected(range(500, 1000)));
        s.store.add(1500, "user.created", user("late", "org_1"));
        const EventRow inside = s.store.add(650, "user.created", user("inside", "org_1"));
        s.table.model.updateSnapshot(s.store.snapshot());
        QCOMPARE(s.table.rows(), (std::vector<EventRow>{5, 6, inside, 7, 8, 9}));
        QCOMPARE(s.table.model.loadedCount(), 22u);
        QCOMPARE(total(s.table.model.timeline(range(0, 2000), 9)), 22u);
    }

    void oldestShownInAStretch()
    {
        Stand s;
        const EventTableModel &model = s.table.model;
        QCOMPARE(model.oldestShownIn(range(410, 2000)), std::optional<EventRow>(5));
        QCOMPARE(model.oldestShownIn(range(410, 480)), std::nullopt);
        EventFilter filter;
        filter.hiddenTypes = {"session.created"};
        s.table.model.setFilter(filter);
        QCOMPARE(model.oldestShownIn(range(410, 2000)), std::optional<EventRow>(6));
        s.table.model.sort(int(Column::Type), Qt::DescendingOrder);
        QCOMPARE(model.oldestShownIn(range(410, 2000)), std::optional<EventRow>(6));
    }
};

QTEST_GUILESS_MAIN(TestEventTableTimeline)
#include "tst_eventtabletimeline.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/streamorder.h"
#include "tests/model/events/eventtable.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

using Rows = std::vector<EventRow>;
using Column = EventTableModel::Column;

} // namespace

/// Order, places and the rows that are left after many changes.
class TestEventTableOrder : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aliasesShowAndSort_data()
    {
        QTest::addColumn<Column>("column");
        QTest::newRow("by time") << Column::Time;
        QTest::newRow("by organization") << Column::Organization;
    }
    void aliasesShowAndSort()
    {
        QFETCH(Column, column);
        MadeStore store;
        store.add(0, "organization.created", R"("id":"org_1","name":"Alpha")");
        store.add(1, "organization.created", R"("id":"org_2","name":"Beta")");
        store.add(2, "user.created", user("u", "org_3"));
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        table.model.sort(int(column), Qt::AscendingOrder);
        QCOMPARE(table.at(0, Column::Organization).toString(), u"Alpha"_s);
        QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
        QSignalSpy counted(&table.model, &EventTableModel::countsChanged);
        const OrganizationId first("org_1");
        table.model.setOrganizationAliases(
            {{first, u"Zulu"_s}, {OrganizationId("org_9"), u"Nine"_s}});
        const int row = table.model.tableRowOf(0);
        QCOMPARE(row, column == Column::Time ? 0 : 1); // what has no name comes last
        QCOMPARE(table.at(row, Column::Organization).toString(), u"Zulu"_s);
        QCOMPARE(table.at(row, Column::Organization, Qt::ToolTipRole).toString(), u"Zulu"_s);
        QCOMPARE(changed.size(), column == Column::Time ? 1 : 0);
        QCOMPARE(counted.size(), 1);
        const auto facetName = [&table, first] {
            for (const auto &organization : table.model.facets().organizations) {
                if (organization.id == first) {
                    return organization.name;
                }
            }
            return QString();
        };
        QCOMPARE(facetName(), u"Zulu"_s);
        QCOMPARE(table.model.organizationName(first), u"Zulu"_s);
        QCOMPARE(table.model.organizationAlias(first), u"Zulu"_s);
        QCOMPARE(table.model.storedOrganizationName(first), u"Alpha"_s);
        QCOMPARE(table.model.organizationName(OrganizationId("org_9")), u"Nine"_s);
        table.model.setOrganizationAliases({});
        QCOMPARE(facetName(), u"Alpha"_s);
        QCOMPARE(table.at(0, Column::Organization).toString(), u"Alpha"_s);
    }

    void sorts_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        const std::pair<Column, const char *> columns[] = {{Column::Time, "time"},
                                                           {Column::Type, "type"},
                                                           {Column::Organization, "organization"},
                                                           {Column::Object, "object"},
                                                           {Column::Id, "id"}};
        for (const auto &[column, name] : columns) {
            QTest::addRow("%s up", name) << column << Qt::AscendingOrder;
            QTest::addRow("%s down", name) << column << Qt::DescendingOrder;
        }
    }
    /// By what the column shows, ties in stream order; persistent indexes stay on their events; rows that come later go
    /// to their places.
    void sorts()
    {
        QFETCH(Column, column);
        QFETCH(Qt::SortOrder, order);
        QRandomGenerator random(5);
        MadeStore store;
        store.add(0, "organization.created", R"("id":"org_1","name":"zeta")");
        store.add(1, "organization.created", R"("id":"org_2","name":"Alpha")");
        store.add(2, "organization.created", R"("id":"org_3","name":"beta")");
        const char *types[] = {"user.created",
                               "dsync.user.created",
                               "session.created",
                               "role.created"};
        const auto addMore = [&](int count) {
            for (int i = 0; i < count; ++i) {
                const int number = random.bounded(9);
                store.add(random.bounded(500),
                          types[random.bounded(4)],
                          user("o" + QByteArray::number(number),
                               "org_" + QByteArray::number(1 + random.bounded(3)),
                               "\"email\":\"" + QByteArray::number(9 - number)
                                   + R"(@x.dev","slug":"o)" + QByteArray::number(number) + '"'));
            }
        };
        addMore(120);
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        std::vector<std::pair<QPersistentModelIndex, EventRow>> held;
        for (int i = 0; i < table.model.rowCount(); i += 7) {
            held.emplace_back(table.model.index(i, 2), table.model.eventRowAt(i));
        }
        table.model.sort(int(column), order);
        QCOMPARE(table.model.sortColumn(), column);
        QCOMPARE(table.model.sortOrder(), order);
        QCOMPARE(table.model.isSortedByTime(), column == Column::Time);
        for (int step = 0; step < 4; ++step) {
            const EventSnapshot events = store.snapshot();
            QCOMPARE(table.model.rowCount(), int(events.rowCount()));
            for (const auto &[index, row] : held) {
                QCOMPARE(table.model.eventRowAt(index.row()), row);
            }
            const int role = column == Column::Id ? int(EventTableModel::FullTextRole)
                                                  : int(Qt::DisplayRole);
            for (int i = 1; i < table.model.rowCount(); ++i) {
                const QString a = table.at(i - 1, column, role).toString().toLower();
                const QString b = table.at(i, column, role).toString().toLower();
                const EventRow rowA = table.model.eventRowAt(i - 1);
                const EventRow rowB = table.model.eventRowAt(i);
                if (column == Column::Time) {
                    QVERIFY(streamBefore(events, rowA, rowB) == (order == Qt::AscendingOrder));
                } else if (a == b && events.object(rowA) == events.object(rowB)) {
                    QVERIFY(streamBefore(events, rowA, rowB));
                } else if (a.isEmpty() != b.isEmpty()) {
                    // What has no organization comes last, the other way round first.
                    QVERIFY(b.isEmpty() == (order == Qt::AscendingOrder));
                } else if (a != b) {
                    QVERIFY2((a < b) == (order == Qt::AscendingOrder), qPrintable(a + u" "_s + b));
                }
            }
            for (int i = 0; i < table.model.rowCount(); ++i) {
                QCOMPARE(table.model.tableRowOf(table.model.eventRowAt(i)), i);
            }
            addMore(step == 0 ? 2 : 30);
            if (step == 0) {
                table.model.updateSnapshot(store.snapshot());
            } else {
                // Many places are one reset, which takes the persistent indexes with it.
                held.clear();
                table.model.updateSnapshot(store.snapshot());
            }
        }
    }

    void unknownSortColumnsChangeNothing()
    {
        MadeStore store;
        store.addTo(3, 0, "user.created", R"("id":"u")");
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        table.model.sort(int(Column::Time), Qt::DescendingOrder);
        table.model.sort(int(Column::Summary), Qt::AscendingOrder);
        table.model.sort(int(Column::Gutter), Qt::AscendingOrder);
        QCOMPARE(table.rows(), (Rows{2, 1, 0}));
        table.model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(table.rows(), (Rows{0, 1, 2}));
    }

    void renamedOrganizationMoves()
    {
        MadeStore store;
        store.add(0, "organization.created", R"("id":"org_1","name":"Alpha")");
        store.add(1, "organization.created", R"("id":"org_2","name":"Beta")");
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        table.model.sort(int(Column::Organization), Qt::AscendingOrder);
        QCOMPARE(table.rows(), (Rows{0, 1}));
        store.add(2, "organization.updated", R"("id":"org_1","name":"Zeta")");
        table.model.updateSnapshot(store.snapshot());
        QCOMPARE(table.rows(), (Rows{1, 0, 2}));
        QCOMPARE(table.model.facets().organizations.first().name, u"Zeta"_s);
    }

    void nearestRowIsTheNextOlderOne()
    {
        MadeStore store;
        for (int i = 0; i < 10; ++i) {
            store.add(i,
                      i % 3 == 0 ? "user.created" : "user.updated",
                      "\"id\":\"u" + QByteArray::number(9 - i) + '"');
        }
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        EventFilter filter;
        filter.hiddenTypes = {"user.updated"};
        table.model.setFilter(filter);
        for (const auto &[column, order] : {std::pair(Column::Time, Qt::AscendingOrder),
                                            {Column::Time, Qt::DescendingOrder},
                                            {Column::Object, Qt::AscendingOrder}}) {
            table.model.sort(int(column), order);
            for (EventRow row = 0; row < 10; ++row) {
                QCOMPARE(table.model.tableRowOf(row) >= 0, row % 3 == 0);
                QCOMPARE(table.model.eventRowAt(table.model.nearestTableRow(row)), row - row % 3);
            }
        }
        filter.hiddenTypes = {"user.created"};
        table.model.setFilter(filter);
        QCOMPARE(table.model.nearestTableRow(0), -1);
        table.model.sort(int(Column::Time), Qt::AscendingOrder);
        QCOMPARE(table.model.nearestTableRow(0), -1);
        table.model.sort(int(Column::Time), Qt::DescendingOrder);
        QCOMPARE(table.model.nearestTableRow(0), -1);
        QCOMPARE(table.model.nearestTableRow(500), -1);
    }

    void anyOrderOfChangesEndsInTheSameRows_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    /// Whatever was done before, the rows are those of a new model with the same scope, filter and sort.
    void anyOrderOfChangesEndsInTheSameRows()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        MadeStore store;
        Table table(store);
        const char *types[] = {"user.created", "dsync.user.created", "session.created"};
        const QString texts[] = {QString(), u"ad"_s, u"ada"_s, u"o1"_s, u"none"_s};
        const Column columns[] = {Column::Time,
                                  Column::Type,
                                  Column::Organization,
                                  Column::Id,
                                  Column::Object};
        EventFilter filter;
        for (int step = 0; step < 40; ++step) {
            switch (random.bounded(5)) {
            case 0:
            case 1:
                for (int i = random.bounded(30); i > 0; --i) {
                    store.add(random.bounded(400),
                              types[random.bounded(3)],
                              user("o" + QByteArray::number(random.bounded(9)),
                                   "org_" + QByteArray::number(random.bounded(3)),
                                   random.bounded(2) == 0 ? R"("name":"Ada")" : R"("name":"Bob")"));
                }
                table.model.updateSnapshot(store.snapshot());
                break;
            case 2:
                filter.text = texts[random.bounded(5)];
                filter.hiddenTypes = random.bounded(2) == 0
                                         ? QSet<QByteArray>{types[random.bounded(3)]}
                                         : QSet<QByteArray>();
                table.model.setFilter(filter);
                break;
            case 3:
                table.model.sort(int(columns[random.bounded(5)]),
                                 random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
                break;
            default: {
                FetchScope scope;
                const auto since = std::chrono::milliseconds(random.bounded(200));
                scope.range = {kMadeStart + since,
                               kMadeStart + since + std::chrono::milliseconds(200)};
                table.model.setScope(random.bounded(2) == 0 ? scope : FetchScope());
                break;
            }
            }
        }
        QTRY_VERIFY(!table.model.isSearching());
        EventTableModel anew(store.catalogue());
        anew.setScope(table.model.scope());
        anew.setSnapshot(store.snapshot());
        anew.sort(int(table.model.sortColumn()), table.model.sortOrder());
        anew.setFilter(table.model.filter());
        QTRY_VERIFY(!anew.isSearching());
        QCOMPARE(table.model.shownRows(), anew.shownRows());
        QCOMPARE(table.model.loadedRows(), anew.loadedRows());
        QCOMPARE(table.model.facets(), anew.facets());
    }
};

QTEST_GUILESS_MAIN(TestEventTableOrder)
#include "tst_eventtableorder.moc"

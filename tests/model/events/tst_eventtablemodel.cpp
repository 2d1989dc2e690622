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

EventFilter textFilter(const QString &text)
{
    EventFilter filter;
    filter.text = text;
    return filter;
}

} // namespace

class TestEventTableModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void emptyModel()
    {
        const MadeStore store;
        Table table(store);
        QCOMPARE(table.model.rowCount(), 0);
        QCOMPARE(table.model.columnCount(), EventTableModel::kColumnCount);
        QCOMPARE(table.model.loadedCount(), 0u);
        QCOMPARE(table.model.facets(), FacetCounts());
        QCOMPARE(table.model.tableRowOf(5), -1);
        QCOMPARE(table.model.nearestTableRow(5), -1);
        table.model.sort(int(Column::Type), Qt::DescendingOrder);
        table.model.setFilter(textFilter(u"x"_s));
        QTRY_VERIFY(!table.model.isSearching());
    }

    void cells()
    {
        MadeStore store;
        store.add(0, "organization.created", R"("id":"org_01FOO","name":"Foo Corp")");
        const EventRow row = store.add(
            1306,
            "dsync.user.updated",
            user(
                "directory_user_01ABCDE",
                "org_01FOO",
                R"("email":"veda@foo.dev","updated_at":"2026-11-23T08:00:01Z","previous_attributes":{"job_title":"x"})"),
            R"("context":{"client_id":"client_9","actor":{"id":"user_7","name":"Priya"}})");
        store.add(2000, "session.created", user("session_01VWXYZ", "org_01UNNAMED"));
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        QCOMPARE(table.model.rowCount(), 3);
        QCOMPARE(table.at(1, Column::Gutter).toString(), QString());
        QCOMPARE(table.at(1, Column::Time).toString(), u"2026-11-23T08:00:01.306Z"_s);
        QCOMPARE(table.at(1, Column::Type).toString(), u"dsync.user.updated"_s);
        QCOMPARE(table.at(1, Column::Organization).toString(), u"Foo Corp"_s);
        QCOMPARE(table.at(1, Column::Object).toString(), u"veda@foo.dev"_s);
        QCOMPARE(table.at(1, Column::Summary).toString(), u"job_title"_s);
        const QString id = store.snapshot().id(row).toString();
        QCOMPARE(table.at(1, Column::Id).toString(), u"…"_s + id.right(5));
        QCOMPARE(table.at(1, Column::ObjectId).toString(), u"directory_user_01ABCDE"_s);
        QCOMPARE(table.at(1, Column::Actor).toString(), u"Priya"_s);
        QCOMPARE(table.at(1, Column::ClientId).toString(), u"client_9"_s);
        QCOMPARE(table.at(1, Column::Size).toString(),
                 QLocale().toString(store.snapshot().rawSize(row)));
        QCOMPARE(table.at(1, Column::UpdatedAt).toString(), u"2026-11-23T08:00:01.000Z"_s);
        QCOMPARE(table.at(1, Column::Time, EventTableModel::InstantRole).toLongLong(),
                 toUs(kMadeStart) + 1'306'000);
        QCOMPARE(table.at(1, Column::UpdatedAt, EventTableModel::InstantRole).toLongLong(),
                 toUs(kMadeStart) + 1'000'000);
        QVERIFY(!table.at(0, Column::UpdatedAt, EventTableModel::InstantRole).isValid());
        QCOMPARE(table.at(1, Column::Type, EventTableModel::FamilyRole).toInt(),
                 int(Family::DirectorySync));
        QCOMPARE(table.at(1, Column::Id, EventTableModel::FullTextRole).toString(), id);
        QCOMPARE(table.at(1, Column::Type, Qt::AccessibleTextRole).toString(),
                 u"dsync.user.updated, "_s + familyLabel(Family::DirectorySync));
        QCOMPARE(table.at(1, Column::Time, Qt::AccessibleDescriptionRole).toString(), QString());
        QCOMPARE(table.at(2, Column::Organization).toString(), u"…NAMED"_s);
        QCOMPARE(table.at(2, Column::Organization, EventTableModel::FullTextRole).toString(),
                 u"org_01UNNAMED"_s);
        QCOMPARE(table.at(2, Column::Object).toString(), u"…VWXYZ"_s);
        QCOMPARE(table.at(2, Column::Object, EventTableModel::FullTextRole).toString(),
                 u"session_01VWXYZ"_s);
        QCOMPARE(table.model.headerData(int(Column::Gutter), Qt::Horizontal, Qt::AccessibleTextRole)
                     .toString(),
                 u"Cursor and result"_s);
        QCOMPARE(table.model.headerData(int(Column::Id), Qt::Horizontal, Qt::DisplayRole)
                     .toString(),
                 u"ID"_s);
        QCOMPARE(table.model.organizationName(OrganizationId("org_01FOO")), u"Foo Corp"_s);
        QCOMPARE(table.model.organizationName(OrganizationId("org_none")), QString());
    }

    void facetsCountUnderTheOtherFilters()
    {
        MadeStore store;
        store.add(0, "organization.created", R"("id":"org_A","name":"Alpha")");
        store.add(1, "dsync.user.created", user("u1", "org_A"));
        store.add(2, "dsync.user.created", user("u2", "org_B"));
        store.add(3, "dsync.user.updated", user("u2", "org_B", R"("email":"needle@b.dev")"));
        store.add(4, "user.created", R"("id":"u3")");
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        FacetCounts expected;
        expected.types = {{"dsync.user.created", Family::DirectorySync, 2},
                          {"dsync.user.updated", Family::DirectorySync, 1},
                          {"user.created", Family::Users, 1},
                          {"organization.created", Family::Organizations, 1}};
        expected.organizations = {{OrganizationId("org_A"), u"Alpha"_s, 2},
                                  {OrganizationId("org_B"), {}, 2},
                                  {OrganizationId(), {}, 1}};
        QCOMPARE(table.model.facets(), expected);

        EventFilter filter;
        filter.hiddenTypes = {"dsync.user.created"};
        filter.hiddenOrganizations = {OrganizationId("org_A")};
        QSignalSpy spy(&table.model, &EventTableModel::countsChanged);
        table.model.setFilter(filter);
        QCOMPARE(spy.size(), 1);
        expected.types = {{"dsync.user.created", Family::DirectorySync, 1},
                          {"dsync.user.updated", Family::DirectorySync, 1},
                          {"user.created", Family::Users, 1},
                          {"organization.created", Family::Organizations, 0}};
        expected.organizations = {{OrganizationId("org_A"), u"Alpha"_s, 1},
                                  {OrganizationId("org_B"), {}, 1},
                                  {OrganizationId(), {}, 1}};
        QCOMPARE(table.model.facets(), expected);
        QCOMPARE(table.rows(), (Rows{3, 4}));
        QCOMPARE(table.model.loadedCount(), 5u);
        QCOMPARE(table.model.shownCount(), 2u);

        filter.text = u"needle"_s;
        table.model.setFilter(filter);
        QTRY_COMPARE(table.rows(), Rows{3});
        const FacetCounts::TypeCount most{"dsync.user.updated", Family::DirectorySync, 1};
        QCOMPARE(table.model.facets().types.at(0), most);
        QCOMPARE(table.model.facets().types.at(1).count, 0u);
        QCOMPARE(table.model.facets().organizations.first().id, OrganizationId("org_B"));
    }

    void scopeDecidesWhatIsLoaded()
    {
        MadeStore store;
        for (int i = 0; i < 10; ++i) {
            store.add(i,
                      i % 2 == 0 ? "dsync.user.created" : "dsync.user.updated",
                      user("u", i < 5 ? "org_A" : "org_B"));
        }
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        FetchScope scope;
        scope.range = {kMadeStart + std::chrono::milliseconds(2),
                       kMadeStart + std::chrono::milliseconds(9)};
        scope.types = {"dsync.user.updated"};
        table.model.setScope(scope);
        QCOMPARE(table.rows(), (Rows{3, 5, 7}));
        scope.organization = OrganizationId("org_B");
        table.model.setScope(scope);
        QCOMPARE(table.rows(), (Rows{5, 7}));
        QCOMPARE(table.model.loadedRows(), (Rows{5, 7}));
        QCOMPARE(table.model.facets().types.size(), 1);
    }

    void appendedPageIsOneInsert()
    {
        MadeStore store;
        store.addTo(50, 0, "user.created", R"("id":"u")");
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        QSignalSpy inserted(&table.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
        store.addTo(100, 100, "user.created", R"("id":"u")");
        table.model.updateSnapshot(store.snapshot());
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 50);
        QCOMPARE(inserted.first().at(2).toInt(), 149);
        table.model.updateSnapshot(store.snapshot());
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(table.model.shownCount(), 150u);
    }

    void aLaterReadByOrganizationIsFollowed()
    {
        MadeStore store;
        std::vector<DecodedEvent> page;
        for (quint32 i = 0; i < 3; ++i) {
            page.push_back(
                decodeEvent(MadeStore::text(madeId(i, i), i, "user.created", R"("id":"u")"),
                            store.catalogue())
                    .value());
        }
        QVERIFY(store.store().append(page).has_value());
        const EventSnapshot before = store.snapshot();
        Table table(store);
        table.model.setSnapshot(before);
        QSignalSpy counted(&table.model, &EventTableModel::countsChanged);
        QVERIFY(
            store.store().append(std::span(page).first(2), OrganizationId("org_read")).has_value());

        // Who still has the old snapshot meets no number that it cannot name.
        QCOMPARE(before.organization(0), 0u);
        QCOMPARE(before.columnsFrom(0).organization(0), 0u);
        FetchScope scope;
        scope.types = {"user.created"};
        table.model.setScope(scope);
        QCOMPARE(table.model.facets().organizations.size(), 1);
        counted.clear();

        table.model.updateMarks(store.snapshot());
        QCOMPARE(counted.size(), 1);
        const QList<FacetCounts::OrganizationCount> wanted{{OrganizationId("org_read"), {}, 2},
                                                           {{}, {}, 1}};
        QCOMPARE(table.model.facets().organizations, wanted);
        // Marks that move nothing repaint only.
        QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
        store.store().markOutOfOrder(1);
        table.model.updateMarks(store.snapshot());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(counted.size(), 1);
        // An event that comes into the scope without being new.
        scope.organization = OrganizationId("org_read");
        table.model.setScope(scope);
        QCOMPARE(table.model.loadedCount(), 2u);
        QVERIFY(
            store.store().append(std::span(page).last(1), OrganizationId("org_read")).has_value());
        table.model.updateMarks(store.snapshot());
        QCOMPARE(table.model.loadedCount(), 3u);
        QCOMPARE(table.rows(), streamOrder(store.snapshot()));
    }

    void olderPageGoesToItsPlace()
    {
        MadeStore store;
        store.addTo(10, 0, "user.created", R"("id":"u")");
        store.addTo(10, 1000, "user.created", R"("id":"u")");
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        const QPersistentModelIndex old(table.model.index(4, 1));
        const QPersistentModelIndex young(table.model.index(15, 1));
        QSignalSpy inserted(&table.model, &QAbstractItemModel::rowsInserted);
        store.addTo(5, 500, "user.created", R"("id":"u")");
        table.model.updateSnapshot(store.snapshot());
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 10);
        QCOMPARE(old.row(), 4);
        QCOMPARE(young.row(), 20);
        QCOMPARE(table.rows(), streamOrder(store.snapshot()));
    }

    void manyPlacesAreOneReset()
    {
        MadeStore store;
        for (int i = 0; i < 20; ++i) {
            store.add(10 * i, "user.created", R"("id":"u")");
        }
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        QSignalSpy inserted(&table.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
        for (int i = 0; i < 20; ++i) {
            store.add(10 * i + 5, "user.created", R"("id":"u")");
        }
        table.model.updateSnapshot(store.snapshot());
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(table.rows(), streamOrder(store.snapshot()));
    }

    void marksTellWhatIsProcessed()
    {
        MadeStore store;
        store.addTo(10, 0, "user.created", R"("id":"u")");
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        QSignalSpy changed(&table.model, &QAbstractItemModel::dataChanged);
        table.model.setCursorMarks(
            {{u"crm"_s, false, 4}, {u"billing-sync"_s, true, 4}, {u"lost"_s, false, std::nullopt}});
        QCOMPARE(changed.size(), 1);
        for (int row = 0; row < 10; ++row) {
            QCOMPARE(table.at(row, Column::Type, EventTableModel::ProcessedRole).toBool(),
                     row <= 4);
            QCOMPARE(table.at(row, Column::Type, EventTableModel::ActiveCursorRole).toBool(),
                     row == 4);
            QCOMPARE(table.at(row, Column::Type, Qt::AccessibleDescriptionRole).toString(),
                     row <= 4 ? u"processed"_s : u"after billing-sync"_s);
        }
        QCOMPARE(table.at(4, Column::Id, EventTableModel::CursorNamesRole).toStringList(),
                 (QStringList{u"billing-sync"_s, u"crm"_s}));
        QCOMPARE(table.at(4, Column::Gutter, Qt::AccessibleTextRole).toString(),
                 u"cursor billing-sync, crm"_s);
        QCOMPARE(table.at(5, Column::Gutter, Qt::AccessibleTextRole).toString(), QString());

        changed.clear();
        table.model.setCursorMarks(
            {{u"crm"_s, false, 4}, {u"billing-sync"_s, true, 7}, {u"lost"_s, false, std::nullopt}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 4);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 7);
        table.model.setCursorMarks(table.model.cursorMarks());
        QCOMPARE(changed.size(), 1);

        // Its event is not shown: the line goes below the nearest older row.
        store.add(100, "user.updated", R"("id":"u")");
        table.model.updateSnapshot(store.snapshot());
        table.model.setCursorMarks({{u"billing-sync"_s, true, 10}});
        QVERIFY(table.at(10, Column::Type, EventTableModel::ActiveCursorRole).toBool());
        EventFilter filter;
        filter.hiddenTypes = {"user.updated"};
        table.model.setFilter(filter);
        QVERIFY(table.at(9, Column::Type, EventTableModel::ActiveCursorRole).toBool());
        QVERIFY(
            table.at(9, Column::Type, EventTableModel::CursorNamesRole).toStringList().isEmpty());

        // A cursor before every row: nothing is processed.
        table.model.setCursorMarks({{u"billing-sync"_s, true, std::nullopt}});
        QVERIFY(!table.at(0, Column::Type, EventTableModel::ProcessedRole).toBool());
        QCOMPARE(table.at(0, Column::Type, Qt::AccessibleDescriptionRole).toString(),
                 u"after billing-sync"_s);
        table.model.setSnapshot(store.snapshot());
        QVERIFY(table.model.cursorMarks().isEmpty());
    }

    void oldRowsStayUntilTheFirstAnswer()
    {
        MadeStore store;
        for (int i = 0; i < 100; ++i) {
            store.add(i,
                      "user.created",
                      i % 10 == 0 ? R"("id":"u","name":"Ada")" : R"("id":"u","name":"Bob")");
        }
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        QSignalSpy searching(&table.model, &EventTableModel::searchingChanged);
        table.model.setFilter(textFilter(u" ada "_s));
        QVERIFY(table.model.isSearching());
        QCOMPARE(table.model.shownCount(), 100u);
        QTRY_COMPARE(table.model.shownCount(), 10u);
        QTRY_VERIFY(!table.model.isSearching());
        QCOMPARE(searching.size(), 2);
        QCOMPARE(table.model.loadedCount(), 100u);

        table.model.setFilter(textFilter(u"nobody"_s));
        QCOMPARE(table.model.shownCount(), 10u);
        QTRY_COMPARE(table.model.shownCount(), 0u);
        table.model.setFilter(textFilter(QString()));
        QCOMPARE(table.model.shownCount(), 100u);
        QVERIFY(!table.model.isSearching());
    }

    void newRowsAreTestedForTheTextToo()
    {
        MadeStore store;
        store.add(0, "user.created", R"("id":"u","name":"Ada")");
        store.add(1, "user.created", R"("id":"u","name":"Bob")");
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        table.model.setFilter(textFilter(u"ada"_s));
        QTRY_COMPARE(table.rows(), Rows{0});
        QTRY_VERIFY(!table.model.isSearching());
        QSignalSpy inserted(&table.model, &QAbstractItemModel::rowsInserted);
        const EventRow found = store.add(2, "user.created", R"("id":"u","name":"ADA")");
        store.add(3, "user.created", R"("id":"u","name":"Bob")");
        table.model.updateSnapshot(store.snapshot());
        QVERIFY(table.model.isSearching());
        QCOMPARE(table.model.loadedCount(), 4u);
        QTRY_COMPARE(table.rows(), (Rows{0, found}));
        QTRY_VERIFY(!table.model.isSearching());
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(table.model.facets().types.first().count, 2u);
    }

    void anotherStoreWithTheSameText()
    {
        MadeStore store;
        store.add(0, "user.created", R"("id":"u","name":"Ada")");
        MadeStore other;
        other.add(0, "user.created", R"("id":"u","name":"Bob")");
        const EventRow found = other.add(1, "user.created", R"("id":"u","name":"Ada")");
        Table table(store);
        table.model.setSnapshot(store.snapshot());
        table.model.setFilter(textFilter(u"ada"_s));
        QTRY_COMPARE(table.rows(), Rows{0});
        table.model.setSnapshot(other.snapshot());
        QCOMPARE(table.model.shownCount(), 0u);
        QTRY_COMPARE(table.rows(), Rows{found});
        table.model.setSnapshot(EventSnapshot());
        QTRY_VERIFY(!table.model.isSearching());
        QCOMPARE(table.model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestEventTableModel)
#include "tst_eventtablemodel.moc"

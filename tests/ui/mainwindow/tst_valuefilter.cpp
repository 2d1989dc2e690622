// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/model/events/eventtable.h"
#include "ui/mainwindow/valuefilter.h"

#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

struct Stand
{
    Stand()
        : table(store)
    {
        store.add(0, "dsync.user.created", user("u1", "org_1", R"("email":"veda&co@foo.dev")"));
        store.add(1, "dsync.user.updated", user("u1", "org_1", R"("email":"veda&co@foo.dev")"));
        store.add(2, "dsync.user.updated", user("u2", "org_2", R"("email":"kim@orbit.dev")"));
        store.add(3, "user.created", R"("id":"u3")");
        table.model.setSnapshot(store.snapshot());
    }

    std::vector<EventRow> rowsUnder(const EventFilter &filter)
    {
        table.model.setFilter(filter);
        return QTest::qWaitFor([this] { return !table.model.isSearching(); })
                   ? table.rows()
                   : std::vector<EventRow>();
    }

    MadeStore store;
    Table table;
};

} // namespace

class TestValueFilter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void cellsAreFilteredByTheirValue_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<std::vector<EventRow>>("only");
        QTest::addColumn<std::vector<EventRow>>("without");
        QTest::addColumn<QString>("word");
        using Rows = std::vector<EventRow>;
        QTest::newRow("type") << int(Column::Type) << Rows{1, 2} << Rows{0, 3} << u"Type"_s;
        QTest::newRow("time") << int(Column::Time) << Rows{1, 2} << Rows{0, 3} << u"Type"_s;
        QTest::newRow("organization")
            << int(Column::Organization) << Rows{0, 1} << Rows{2, 3} << u"Organization"_s;
        QTest::newRow("object") << int(Column::Object) << Rows{0, 1} << Rows{}
                                << u"\"veda&co@foo.dev\""_s;
        QTest::newRow("id") << int(Column::Id) << Rows{1} << Rows{} << u"\"event_"_s;
        QTest::newRow("no actor: its type")
            << int(Column::Actor) << Rows{1, 2} << Rows{0, 3} << u"Type"_s;
    }
    void cellsAreFilteredByTheirValue()
    {
        QFETCH(int, column);
        QFETCH(std::vector<EventRow>, only);
        QFETCH(std::vector<EventRow>, without);
        QFETCH(QString, word);
        Stand s;
        const ValueFilter value(s.table.model, 1, Column(column));
        // A single & is a mnemonic's mark; two are one that is shown.
        QString shown = value.onlyText();
        shown.replace(u"&&"_s, u"\1"_s).remove(u'&').replace(u'\1', u'&');
        QVERIFY2(shown.contains(word), qPrintable(shown));
        QCOMPARE(value.canExclude(), !without.empty());
        QCOMPARE(s.rowsUnder(value.only()), only);
        s.table.model.setFilter({});
        if (value.canExclude()) {
            QCOMPARE(s.rowsUnder(value.without()), without);
        }
    }

    void otherPartsOfTheFilterStay()
    {
        Stand s;
        EventFilter filter;
        filter.range = {kMadeStart, kMadeStart + std::chrono::milliseconds(2)};
        filter.hiddenOrganizations = {OrganizationId("org_2")};
        s.table.model.setFilter(filter);
        const EventFilter only = ValueFilter(s.table.model, 1, Column::Type).only();
        QCOMPARE(only.range, filter.range);
        QCOMPARE(only.hiddenOrganizations, filter.hiddenOrganizations);
        QVERIFY(only.hiddenTypes.contains("user.created"));
        QVERIFY(!only.hiddenTypes.contains("dsync.user.updated"));
    }

    void noOrganizationIsAValue()
    {
        Stand s;
        QCOMPARE(s.rowsUnder(ValueFilter(s.table.model, 3, Column::Organization).only()),
                 std::vector<EventRow>{3});
    }
};

QTEST_MAIN(TestValueFilter)
#include "tst_valuefilter.moc"

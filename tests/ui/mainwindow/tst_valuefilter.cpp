// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterparser.h"
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
        store.add(1,
                  "dsync.user.updated",
                  user("u1", "org_1", R"("email":"veda&co@foo.dev")"),
                  R"("context":{"client_id":"client 1"})");
        store.add(2,
                  "dsync.user.updated",
                  user("u2", "org_2", R"("email":"kim@orbit.dev")"),
                  R"("context":{"actor":{"name":"Kim Lee","id":"a1"},"client_id":"client 1"})");
        store.add(3, "user.created", R"("id":"u3")");
        table.model.setSnapshot(store.snapshot());
        table.model.addPathColumn(u"data.email"_s);
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
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("column");
        QTest::addColumn<std::vector<EventRow>>("only");
        QTest::addColumn<QString>("word");
        using Rows = std::vector<EventRow>;
        QTest::newRow("type") << 1 << int(Column::Type) << Rows{1, 2} << u"Type"_s;
        QTest::newRow("time") << 1 << int(Column::Time) << Rows{1, 2} << u"Type"_s;
        QTest::newRow("organization")
            << 1 << int(Column::Organization) << Rows{0, 1} << u"Organization"_s;
        QTest::newRow("object") << 1 << int(Column::Object) << Rows{0, 1}
                                << u"\"veda&co@foo.dev\""_s;
        QTest::newRow("object id") << 1 << int(Column::ObjectId) << Rows{0, 1} << u"\"u1\""_s;
        QTest::newRow("id") << 1 << int(Column::Id) << Rows{1} << u"\"event_"_s;
        QTest::newRow("client id") << 1 << int(Column::ClientId) << Rows{1, 2} << u"\"client 1\""_s;
        QTest::newRow("actor") << 2 << int(Column::Actor) << Rows{2} << u"\"Kim Lee\""_s;
        QTest::newRow("path") << 1 << EventTableModel::kColumnCount << Rows{0, 1}
                              << u"\"veda&co@foo.dev\""_s;
        QTest::newRow("missing path: its type")
            << 3 << EventTableModel::kColumnCount << Rows{3} << u"Type"_s;
        QTest::newRow("no actor: its type") << 1 << int(Column::Actor) << Rows{1, 2} << u"Type"_s;
    }
    void cellsAreFilteredByTheirValue()
    {
        QFETCH(int, row);
        QFETCH(int, column);
        QFETCH(std::vector<EventRow>, only);
        QFETCH(QString, word);
        Stand s;
        const ValueFilter value(s.table.model, EventRow(row), Column(column));
        // A single & is a mnemonic's mark; two are one that is shown.
        for (QString shown : {value.onlyText(), value.withoutText()}) {
            shown.replace(u"&&"_s, u"\1"_s).remove(u'&').replace(u'\1', u'&');
            QVERIFY2(shown.contains(word), qPrintable(shown));
        }
        const EventFilter onlyFilter = value.only();
        const EventFilter withoutFilter = value.without();
        QCOMPARE(s.rowsUnder(onlyFilter), only);
        // Those that are left are all the others.
        std::vector<EventRow> rest;
        for (EventRow other = 0; other < 4; ++other) {
            if (std::find(only.begin(), only.end(), other) == only.end()) {
                rest.push_back(other);
            }
        }
        QCOMPARE(s.rowsUnder(withoutFilter), rest);
    }

    void otherPartsOfTheFilterStay()
    {
        Stand s;
        EventFilter filter;
        filter.range = {kMadeStart, kMadeStart + std::chrono::milliseconds(2)};
        filter.hiddenOrganizations = {OrganizationId("org_2")};
        filter.text = u"family:dsync"_s;
        s.table.model.setFilter(filter);
        const EventFilter only = ValueFilter(s.table.model, 1, Column::Type).only();
        QCOMPARE(only.range, filter.range);
        QCOMPARE(only.hiddenOrganizations, filter.hiddenOrganizations);
        QCOMPARE(only.text, filter.text);
        QVERIFY(only.hiddenTypes.contains("user.created"));
        QVERIFY(!only.hiddenTypes.contains("dsync.user.updated"));
    }

    void noOrganizationIsAValue()
    {
        Stand s;
        QCOMPARE(s.rowsUnder(ValueFilter(s.table.model, 3, Column::Organization).only()),
                 std::vector<EventRow>{3});
    }

    void termsAreAddedToWhatIsThere_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("isExcluded");
        QTest::addColumn<QString>("after");
        QTest::newRow("none") << u" "_s << false << u"object:u1"_s;
        QTest::newRow("excluded") << QString() << true << u"-object:u1"_s;
        QTest::newRow("one") << u"is:stale"_s << false << u"is:stale object:u1"_s;
        QTest::newRow("alternatives")
            << u"is:stale OR x"_s << true << u"(is:stale OR x) -object:u1"_s;
        QTest::newRow("there already") << u"x object:u1"_s << false << u"x object:u1"_s;
        QTest::newRow("alone already") << u"-object:u1"_s << true << u"-object:u1"_s;
        QTest::newRow("its contrary") << u"object:u1"_s << true << u"object:u1 -object:u1"_s;
        QTest::newRow("a mistake is replaced") << u"tpye:x"_s << false << u"object:u1"_s;
    }
    void termsAreAddedToWhatIsThere()
    {
        QFETCH(QString, before);
        QFETCH(bool, isExcluded);
        QFETCH(QString, after);
        FilterTerm term;
        term.field = FilterField::Object;
        term.values = {{u"u1"_s, false, {}}};
        QCOMPARE(withTerm(before, term, isExcluded), after);
        QVERIFY(parseFilter(after));
    }

    void placesOfTreesBecomeTerms_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("filter");
        QTest::newRow("id") << u"id"_s << u"event_1"_s << u"id:event_1"_s;
        QTest::newRow("type") << u"event"_s << u"user.created"_s << u"type:user.created"_s;
        QTest::newRow("data") << u"data.email"_s << u"a b"_s << u"data.email:\"a b\""_s;
        QTest::newRow("an element")
            << u"data.groups[3].name"_s << u"x"_s << u"data.groups[].name:x"_s;
        QTest::newRow("a key with a space")
            << u"data[\"a key\"]"_s << u"x"_s << u"data[\"a key\"]:x"_s;
        QTest::newRow("a star") << u"data.n"_s << u"5*"_s << u"data.n = 5*"_s;
        QTest::newRow("nothing") << u"data.n"_s << QString() << u"data.n:\"\""_s;
        QTest::newRow("what the language has no word for")
            << u"created_at"_s << u"x"_s << QString();
        QTest::newRow("data as a whole") << u"data"_s << u"x"_s << QString();
    }
    void placesOfTreesBecomeTerms()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QFETCH(QString, filter);
        const std::optional<FilterTerm> term = termForPath(path, value);
        QCOMPARE(term.has_value(), !filter.isEmpty());
        if (term) {
            QCOMPARE(withTerm({}, *term, false), filter);
            QVERIFY(parseFilter(filter));
        }
    }
};

QTEST_MAIN(TestValueFilter)
#include "tst_valuefilter.moc"

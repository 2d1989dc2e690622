// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/pathcolumns.h"
#include "tests/model/events/eventtable.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

constexpr int kFixed = EventTableModel::kColumnCount;

FetchScope wholeDay()
{
    FetchScope scope;
    scope.range = {kMadeStart, kMadeStart + std::chrono::hours(24)};
    return scope;
}

} // namespace

class PathColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void valuesAreThoseOfTheEvent_data();
    void valuesAreThoseOfTheEvent();
    void aFilterFindsWhatAColumnShows();
    void longValuesAreCutInTheCellOnly();
    void columnsComeBehindTheFixedOnes();
    void aPathIsAColumnOnce();
    void mistakesAreToldWithTheirPlace();
    void newEventsAndOtherStoresAreReadAnew();
    void pathsDoNotSort();
};

void PathColumnsTest::valuesAreThoseOfTheEvent_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("whole");
    const auto row = [](const char *path, const QString &shown, const QString &whole) {
        QTest::newRow(path) << QString::fromUtf8(path) << shown << whole;
    };
    row("data.email", u"a@b.example"_s, u"a@b.example"_s);
    row("data.none", {}, {});
    row("data.email.deeper", {}, {});
    row("data.nothing", u"null"_s, u"null"_s);
    row("data.ok", u"true"_s, u"true"_s);
    row("data.number", u"12345678901234567890123.50"_s, u"12345678901234567890123.50"_s);
    row("data.note", u"two lines"_s, u"two\nlines"_s);
    row("data.groups[].name", u"Sales, Field \u00e9"_s, u"Sales, Field \u00e9"_s);
    row("data.groups[1].name", u"Field \u00e9"_s, u"Field \u00e9"_s);
    row("data.groups[7].name", {}, {});
    row("data.groups", u"2 items"_s, u"[{\"name\":\"Sales\"},{\"name\":\"Field \\u00e9\"}]"_s);
    row("data.groups[]",
        u"1 key, 1 key"_s,
        u"{\"name\":\"Sales\"}, {\"name\":\"Field \\u00e9\"}"_s);
    row("data.empty", u"0 items"_s, u"[]"_s);
    row("data[\"odd key\"]", u"7"_s, u"7"_s);
    row("data.twice", u"last"_s, u"last"_s);
    row("context.actor.id", u"user_9"_s, u"user_9"_s);
    row("prev.email", u"old@b.example"_s, u"old@b.example"_s);
    row("prev.from_context", u"c"_s, u"c"_s);
}

static QByteArray sample()
{
    return MadeStore::text(
        madeId(1, 0),
        0,
        "user.updated",
        "\"id\":\"user_1\",\"email\":\"a@b.example\",\"nothing\":null,\"ok\":true,"
        "\"number\":12345678901234567890123.50,\"note\":\"two\\nlines\","
        "\"groups\":[{\"name\":\"Sales\"},{\"name\":\"Field \\u00e9\"}],\"empty\":[],"
        "\"odd key\":7,\"twice\":\"first\",\"twice\":\"last\","
        "\"previous_attributes\":{\"email\":\"old@b.example\"}",
        "\"context\":{\"actor\":{\"id\":\"user_9\"},"
        "\"previous_attributes\":{\"from_context\":\"c\"}}");
}

void PathColumnsTest::valuesAreThoseOfTheEvent()
{
    QFETCH(QString, path);
    QFETCH(QString, shown);
    QFETCH(QString, whole);
    MadeStore store;
    store.addText(sample());
    Table table(store);
    table.model.setScope(wholeDay());
    table.model.setSnapshot(store.snapshot());
    const auto column = table.model.addPathColumn(path);
    QVERIFY(column);
    const QModelIndex cell = table.model.index(0, *column);
    QCOMPARE(cell.data().toString(), shown);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), shown);
    QCOMPARE(cell.data(EventTableModel::FullTextRole).toString(), whole);
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), whole);
    QCOMPARE(cell.data(EventTableModel::EventRowRole).toUInt(), 0U);
}

/// One meaning of paths: where anyValueOf() finds a value, the column shows one.
void PathColumnsTest::aFilterFindsWhatAColumnShows()
{
    JsonDocument document;
    const QByteArray event = sample();
    QVERIFY(document.parse(event));
    for (const QString &path : {u"data.email"_s,
                                u"data.none"_s,
                                u"data.groups[].name"_s,
                                u"data.groups.name"_s,
                                u"data.groups[1]"_s,
                                u"data.groups[2]"_s,
                                u"data.empty[]"_s,
                                u"data.twice"_s,
                                u"context.actor"_s,
                                u"context.none"_s,
                                u"prev.email"_s,
                                u"prev.from_context"_s,
                                u"prev.id"_s}) {
        const auto written = parseFilterPath(path).path;
        QVERIFY(written);
        const bool isThere = anyValueOf(document.root(),
                                        written->field,
                                        written->path,
                                        [](JsonValue) { return true; });
        QVERIFY2(valueAtPath(event, *written).whole.isEmpty() != isThere, qPrintable(path));
    }
}

void PathColumnsTest::longValuesAreCutInTheCellOnly()
{
    const QString text(1'000'000, u'x');
    MadeStore store;
    store.add(0, "user.updated", "\"id\":\"user_1\",\"note\":\"" + text.toUtf8() + '"');
    Table table(store);
    table.model.setScope(wholeDay());
    table.model.setSnapshot(store.snapshot());
    QVERIFY(table.model.addPathColumn(u"data.note"_s));
    for (int look = 0; look < 2; ++look) {
        const QModelIndex cell = table.model.index(0, kFixed);
        QVERIFY(cell.data().toString().size() < 500);
        QVERIFY(cell.data().toString().startsWith(u"xxx"_s));
        QCOMPARE(cell.data(EventTableModel::FullTextRole).toString(), text);
    }
}

void PathColumnsTest::columnsComeBehindTheFixedOnes()
{
    MadeStore store;
    store.add(0, "user.updated", R"("id":"user_1","a":1,"b":2)");
    Table table(store);
    table.model.setScope(wholeDay());
    table.model.setSnapshot(store.snapshot());
    QSignalSpy inserted(&table.model, &QAbstractItemModel::columnsInserted);
    QSignalSpy removed(&table.model, &QAbstractItemModel::columnsRemoved);
    QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
    QCOMPARE(table.model.addPathColumn(u"data.a"_s).value(), kFixed);
    QCOMPARE(table.model.index(0, kFixed).data().toString(), u"1"_s);
    QCOMPARE(table.model.addPathColumn(u"data.b"_s).value(), kFixed + 1);
    QCOMPARE(table.model.columnCount(), kFixed + 2);
    QCOMPARE(table.model.headerData(kFixed + 1, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"data.b"_s);
    QVERIFY(table.model.headerData(kFixed + 1, Qt::Horizontal, Qt::ToolTipRole)
                .toString()
                .contains(u"does not sort"_s));
    QVERIFY(!table.model.isPathColumn(kFixed - 1));
    QVERIFY(table.model.isPathColumn(kFixed + 1));
    table.model.removePathColumn(kFixed);
    QCOMPARE(table.model.pathColumns(), QStringList{u"data.b"_s});
    QCOMPARE(table.model.index(0, kFixed).data().toString(), u"2"_s);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(reset.size(), 0);
    // The fixed columns are as before.
    QCOMPARE(table.at(0, EventTableModel::Column::Type).toString(), u"user.updated"_s);
}

void PathColumnsTest::aPathIsAColumnOnce()
{
    MadeStore store;
    Table table(store);
    QCOMPARE(table.model.addPathColumn(u"data.a"_s).value(), kFixed);
    QCOMPARE(table.model.addPathColumn(u"data[\"a\"]"_s).value(), kFixed);
    QCOMPARE(table.model.columnCount(), kFixed + 1);
}

void PathColumnsTest::mistakesAreToldWithTheirPlace()
{
    MadeStore store;
    Table table(store);
    for (const QString &path : {u""_s, u"id"_s, u"data"_s, u"data."_s, u"data.list[x]"_s}) {
        const auto column = table.model.addPathColumn(path);
        QVERIFY2(!column, qPrintable(path));
        QVERIFY(!column.error().message.isEmpty());
    }
    QCOMPARE(table.model.columnCount(), kFixed);
}

void PathColumnsTest::newEventsAndOtherStoresAreReadAnew()
{
    MadeStore store;
    store.add(0, "user.updated", R"("id":"user_1","a":"one")");
    Table table(store);
    table.model.setScope(wholeDay());
    table.model.setSnapshot(store.snapshot());
    QVERIFY(table.model.addPathColumn(u"data.a"_s));
    QCOMPARE(table.model.index(0, kFixed).data().toString(), u"one"_s);
    store.add(1000, "user.updated", R"("id":"user_1","a":"two")");
    table.model.updateSnapshot(store.snapshot());
    QCOMPARE(table.model.index(1, kFixed).data().toString(), u"two"_s);
    MadeStore other;
    other.add(0, "user.updated", R"("id":"user_1","a":"elsewhere")");
    table.model.setSnapshot(other.snapshot());
    QCOMPARE(table.model.index(0, kFixed).data().toString(), u"elsewhere"_s);
}

void PathColumnsTest::pathsDoNotSort()
{
    MadeStore store;
    store.add(0, "user.updated", R"("id":"user_1","a":2)");
    store.add(1000, "user.updated", R"("id":"user_2","a":1)");
    Table table(store);
    table.model.setScope(wholeDay());
    table.model.setSnapshot(store.snapshot());
    QVERIFY(table.model.addPathColumn(u"data.a"_s));
    const auto before = table.rows();
    table.model.sort(kFixed, Qt::DescendingOrder);
    QCOMPARE(table.rows(), before);
    QVERIFY(table.model.isSortedByTime());
}

QTEST_GUILESS_MAIN(PathColumnsTest)
#include "tst_pathcolumns.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/streamorder.h"
#include "tests/model/events/eventtable.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace std::chrono_literals;

namespace {

/// Ten events, a second apart, in a scope that ends behind the sixth.
struct Stand
{
    Stand()
        : table(store)
    {
        store.addTo(10, 0, "user.created", R"("id":"u")");
        FetchScope scope;
        scope.range = {kMadeStart, store.snapshot().createdAt(5) + Duration(1)};
        table.model.setScope(scope);
        table.model.setSnapshot(store.snapshot());
    }
    Instant end() const { return table.model.scope().range.until; }

    MadeStore store;
    Table table;
};

} // namespace

class TestEventTableScope : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }

    void aLaterEndTakesWhatComes()
    {
        Stand s;
        FetchScope all;
        all.range = {kMadeStart, kMadeStart + 1min};
        s.table.model.setScope(all);
        QSignalSpy resets(&s.table.model, &QAbstractItemModel::modelReset);
        s.table.model.extendScope(kMadeStart + 5min);
        QCOMPARE(s.end(), kMadeStart + 5min);
        QCOMPARE(s.table.model.shownCount(), 10u);
        s.store.add(120'000, "user.created", R"("id":"u")");
        s.store.add(299'999, "user.created", R"("id":"u")");
        s.store.add(300'000, "user.created", R"("id":"u")");
        s.table.model.updateSnapshot(s.store.snapshot());
        QCOMPARE(s.table.model.loadedCount(), 12u);
        QCOMPARE(s.table.rows().back(), EventRow(11));
        QCOMPARE(resets.size(), 0);
    }

    void whatIsStoredBetweenIsListed()
    {
        Stand s;
        QCOMPARE(s.table.model.shownCount(), 6u);
        s.table.model.extendScope(s.store.snapshot().createdAt(8));
        QCOMPARE(s.table.model.shownCount(), 8u);
        s.table.model.extendScope(kMadeStart + 1h);
        QCOMPARE(s.table.rows(), streamOrder(s.store.snapshot()));
    }

    void anEarlierEndChangesNothing()
    {
        Stand s;
        const Instant before = s.end();
        s.table.model.extendScope(before - 1s);
        QCOMPARE(s.end(), before);
        s.table.model.setScope({});
        s.table.model.extendScope(before);
        QCOMPARE(s.table.model.scope(), FetchScope());
        QCOMPARE(s.table.model.shownCount(), 10u);
    }
};

QTEST_GUILESS_MAIN(TestEventTableScope)
#include "tst_eventtablescope.moc"

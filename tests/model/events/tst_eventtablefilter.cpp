// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtercontext.h"
#include "tests/model/events/eventtable.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Rows = std::vector<EventRow>;

/// Six events of two organizations, a second apart.
struct Stand
{
    Stand()
        : table(store)
    {
        for (int i = 0; i < 6; ++i) {
            store.add(i * 1000,
                      i % 2 == 0 ? "dsync.user.created" : "dsync.user.deleted",
                      user("du_" + QByteArray::number(i),
                           i < 4 ? "org_1" : "org_2",
                           "\"object\":\"directory_user\""));
        }
        surroundings.now = [this] { return now; };
        surroundings.selected = [this] { return selected; };
        table.model.setFilterSurroundings(surroundings);
        table.model.setSnapshot(store.snapshot());
    }

    void setText(const QString &text)
    {
        EventFilter filter = table.model.filter();
        filter.text = text;
        table.model.setFilter(filter);
    }
    bool shows(const Rows &rows)
    {
        return QTest::qWaitFor([&] { return !table.model.isSearching() && table.rows() == rows; });
    }

    MadeStore store;
    Table table;
    Instant now = kMadeStart + 10s;
    RowSet selected;
    FilterSurroundings surroundings;
};

} // namespace

class TestEventTableFilter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theTextIsAnExpression()
    {
        Stand s;
        s.setText(u"type:*.deleted org:org_1"_s);
        QVERIFY(s.shows({1, 3}));
        s.setText(u"-(type:*.deleted org:org_1) after:7s"_s);
        QVERIFY(s.shows({4, 5}));
        s.setText(u"  "_s);
        QVERIFY(s.shows({0, 1, 2, 3, 4, 5}));
    }

    void columnsResetTheTableOnce()
    {
        Stand s;
        QSignalSpy resets(&s.table.model, &QAbstractItemModel::modelReset);
        QSignalSpy progress(&s.table.model, &EventTableModel::searchProgressed);
        s.setText(u"type:*.deleted"_s);
        QVERIFY(s.shows({1, 3, 5}));
        QCOMPARE(resets.size(), 1);
        QCOMPARE(progress.size(), 1);
        QCOMPARE(s.table.model.searchedCount(), 6u);
    }

    void aMistakeFiltersNothing()
    {
        Stand s;
        s.setText(u"type:*.deleted"_s);
        QVERIFY(s.shows({1, 3, 5}));
        QVERIFY(!s.table.model.filterMistake(u"type:*.deleted"_s));
        QVERIFY(s.table.model.filterMistake(u"tpye:x"_s));
        s.setText(u"tpye:x"_s);
        QVERIFY(!s.table.model.isSearching());
        QCOMPARE(s.table.model.shownCount(), 6u);
    }

    void aTextIsReadOnce()
    {
        Stand s;
        s.setText(u"type:*.deleted"_s);
        const auto *inForce = &s.table.model.parsedFilter(u"type:*.deleted"_s);
        QVERIFY(inForce->has_value());
        const auto *asked = &s.table.model.parsedFilter(u"is:stale"_s);
        QVERIFY(asked->has_value() && **asked != **inForce);
        QCOMPARE(&s.table.model.parsedFilter(u"is:stale"_s), asked);
        QVERIFY(!s.table.model.filterMistake(u"is:stale"_s));
        QCOMPARE(&s.table.model.parsedFilter(u"type:*.deleted"_s), inForce);
        QVERIFY(!s.table.model.parsedFilter(u"tpye:x"_s));
        s.setText(QString());
        QVERIFY(s.table.model.parsedFilter(QString())->operands.empty());
    }

    void aTextThatSaysTheSameIsNotSearchedAgain()
    {
        Stand s;
        s.setText(u"type:*.deleted"_s);
        QVERIFY(s.shows({1, 3, 5}));
        QSignalSpy resets(&s.table.model, &QAbstractItemModel::modelReset);
        s.setText(u"( type:*.deleted )"_s);
        QVERIFY(!s.table.model.isSearching());
        QCOMPARE(resets.size(), 0);
        QVERIFY(s.shows({1, 3, 5}));
    }

    void countsAndTimelineFollowTheExpression()
    {
        Stand s;
        s.setText(u"type:*.deleted"_s);
        QVERIFY(s.shows({1, 3, 5}));
        EventFilter filter = s.table.model.filter();
        filter.hiddenOrganizations = {OrganizationId("org_2")};
        s.table.model.setFilter(filter);
        QVERIFY(s.shows({1, 3}));
        const FacetCounts &facets = s.table.model.facets();
        QCOMPARE(facets.types.size(), 2);
        QCOMPARE(facets.types[0].name, QByteArray("dsync.user.deleted"));
        QCOMPARE(facets.types[0].count, 2u);
        QCOMPARE(facets.types[1].count, 0u);
        QCOMPARE(facets.organizations[0].count, 2u); // org_1
        QCOMPARE(facets.organizations[1].count, 1u); // org_2, under the other filters
        const TimelineBins bins = s.table.model.timeline({kMadeStart, kMadeStart + 6s}, 6);
        for (size_t bin = 0; bin < 6; ++bin) {
            QCOMPARE(bins.bins[bin][size_t(Family::DirectorySync)], bin == 1 || bin == 3 ? 1u : 0u);
        }
    }

    void newRowsAreEvaluated()
    {
        Stand s;
        s.setText(u"type:*.deleted -org:org_2"_s);
        QVERIFY(s.shows({1, 3}));
        QSignalSpy inserts(&s.table.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy resets(&s.table.model, &QAbstractItemModel::modelReset);
        s.store.add(2500, "dsync.user.deleted", user("du_9", "org_1"));
        s.store.add(2600, "dsync.user.deleted", user("du_9", "org_2"));
        s.table.model.updateSnapshot(s.store.snapshot());
        QVERIFY(s.shows({1, 6, 3}));
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(resets.size(), 0);
    }

    void marksAreEvaluatedAgain()
    {
        Stand s;
        s.setText(u"is:duplicate"_s);
        QVERIFY(s.shows({}));
        s.store.store().markReceivedAgain(2);
        s.table.model.updateMarks(s.store.snapshot());
        QVERIFY(s.shows({2}));
    }

    void lateEventsMakeOthersStale()
    {
        Stand s;
        const auto version = [&s](int ms, const QByteArray &seconds) {
            return s.store.add(ms,
                               "dsync.user.updated",
                               user("du_7",
                                    "org_1",
                                    "\"object\":\"directory_user\",\"updated_at\":"
                                    "\"2026-11-23T07:00:"
                                        + seconds + "Z\""));
        };
        version(7000, "05"); // 6
        version(8000, "06"); // 7
        s.table.model.updateSnapshot(s.store.snapshot());
        s.setText(u"is:stale"_s);
        QVERIFY(s.shows({}));
        version(7500, "06"); // 8: now 7 tells nothing new
        s.table.model.updateSnapshot(s.store.snapshot());
        QVERIFY(s.shows({7}));
        version(6500, "07"); // 9: now none of them does
        s.table.model.updateSnapshot(s.store.snapshot());
        QVERIFY(s.shows({6, 8, 7}));
    }

    void aCursorThatMovesIsEvaluatedAgain()
    {
        Stand s;
        s.setText(u"cursor>sync"_s);
        QCOMPARE(s.table.model.shownCount(), 6u); // it is not known: a mistake
        QVERIFY(s.table.model.filterMistake(u"cursor>sync"_s));
        s.table.model.setCursorMarks({{u"sync"_s, false, 3}});
        QVERIFY(!s.table.model.filterMistake(u"cursor>sync"_s));
        QVERIFY(s.shows({4, 5}));
        s.table.model.setCursorMarks({{u"sync"_s, true, 1}});
        QVERIFY(s.shows({2, 3, 4, 5}));
        QSignalSpy resets(&s.table.model, &QAbstractItemModel::modelReset);
        s.table.model.setCursorMarks({{u"sync"_s, true, 1}, {u"other"_s, false, 2}});
        QVERIFY(!s.table.model.isSearching());
        QCOMPARE(resets.size(), 0);
        s.table.model.setCursorMarks({{u"sync"_s, true, std::nullopt}});
        QVERIFY(s.shows({0, 1, 2, 3, 4, 5}));
        s.table.model.setCursorMarks({});
        QVERIFY(!s.table.model.isSearching());
        QCOMPARE(s.table.model.shownCount(), 6u);
    }

    /// Each page of a backfill towards it brings another last event before it.
    void aCursorFromATimeIsNotEvaluatedAgain()
    {
        Stand s;
        const Instant from = kMadeStart + 20s;
        s.table.model.setCursorMarks({{u"sync"_s, true, 5, from}});
        s.setText(u"cursor<=sync dsync"_s);
        QVERIFY(s.shows({0, 1, 2, 3, 4, 5}));
        QSignalSpy resets(&s.table.model, &QAbstractItemModel::modelReset);
        const EventRow row = s.store.add(10'000, "dsync.user.created", R"("id":"du_9")");
        s.table.model.updateSnapshot(s.store.snapshot());
        s.table.model.setCursorMarks({{u"sync"_s, true, row, from}});
        QVERIFY(s.shows({0, 1, 2, 3, 4, 5, row}));
        QCOMPARE(resets.size(), 0);
        s.setText(u"cursor:sync"_s);
        QVERIFY(s.shows({row}));
        const EventRow later = s.store.add(15'000, "dsync.user.created", R"("id":"du_10")");
        s.table.model.updateSnapshot(s.store.snapshot());
        s.table.model.setCursorMarks({{u"sync"_s, true, later, from}});
        QVERIFY(s.shows({later}));
    }

    void whatIsRefusedLaterLeavesTheLastTextInForce()
    {
        Stand s;
        s.setText(u"type ~ /deleted$/"_s);
        QVERIFY(s.shows({1, 3, 5}));
        QSignalSpy refusals(&s.table.model, &EventTableModel::filterRefused);
        const QString large = u"type ~ /.*a.{300}b.{300}c/"_s;
        QVERIFY(!s.table.model.filterMistake(large));
        s.setText(large);
        QVERIFY(refusals.wait(60'000));
        QCOMPARE(s.table.model.filter().text, u"type ~ /deleted$/"_s);
        QVERIFY(s.shows({1, 3, 5}));
        QVERIFY(s.table.model.filterMistake(large)->line().endsWith(u"too large."_s));
        s.setText(QString());
        s.setText(large);
        QVERIFY(!s.table.model.isSearching());
        QCOMPARE(s.table.model.shownCount(), 6u);
        QCOMPARE(refusals.size(), 1);
    }

    void anotherZoneIsEvaluatedAgain()
    {
        Stand s;
        s.setText(u"at>=2026-11-23T09:00:02"_s);
        QVERIFY(s.shows({}));
        s.surroundings.zone = QTimeZone("Europe/Berlin");
        s.table.model.setFilterSurroundings(s.surroundings);
        QVERIFY(s.shows({2, 3, 4, 5}));
    }

    void nowIsTheMomentOfSetting()
    {
        Stand s;
        s.setText(u"after:8s"_s);
        QVERIFY(s.shows({2, 3, 4, 5}));
        s.now += 2s;
        s.table.model.setFilterSurroundings(s.surroundings);
        s.store.add(1500, "dsync.user.deleted", user("du_9", "org_1"));
        s.store.add(6000, "dsync.user.deleted", user("du_9", "org_1"));
        s.table.model.updateSnapshot(s.store.snapshot());
        QVERIFY(s.shows({2, 3, 4, 5, 7}));
        s.setText(u"after:8s "_s);
        s.setText(u"after:8s org:*"_s);
        QVERIFY(s.shows({4, 5, 7}));
    }

    void theSelectionIsThatOfSetting()
    {
        Stand s;
        s.selected.insert(1);
        s.selected.insert(4);
        s.setText(u"is:selected"_s);
        QVERIFY(s.shows({1, 4}));
        s.selected.clear(); // as the reset of the table does
        s.store.add(9000, "dsync.user.deleted", user("du_9", "org_1"));
        s.table.model.updateSnapshot(s.store.snapshot());
        QVERIFY(s.shows({1, 4}));
        s.selected.insert(0);
        s.setText(u"is:selected type:*.created"_s);
        QVERIFY(s.shows({0}));
    }

    void anAliasIsEvaluatedAgain()
    {
        Stand s;
        s.setText(u"org:acme*"_s);
        QVERIFY(s.shows({}));
        s.table.model.setOrganizationAliases({{OrganizationId("org_2"), u"Acme Labs"_s}});
        QVERIFY(s.shows({4, 5}));
        s.table.model.setOrganizationAliases({{OrganizationId("org_1"), u"Acme Labs"_s}});
        QVERIFY(s.shows({0, 1, 2, 3}));
    }

    void narrowingKeepsWhatTheWorkerFound()
    {
        Stand s;
        for (const char *text : {"d", "du", "du_", "du_4", "du_4 type:*.created", "du_4"}) {
            s.setText(QString::fromLatin1(text));
        }
        QVERIFY(s.shows({4}));
        s.setText(u"du_"_s);
        QVERIFY(s.shows({0, 1, 2, 3, 4, 5}));
    }
};

QTEST_GUILESS_MAIN(TestEventTableFilter)
#include "tst_eventtablefilter.moc"

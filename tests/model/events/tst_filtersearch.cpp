// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterparser.h"
#include "model/events/filterprinter.h"
#include "model/events/filtersearch.h"
#include "tests/model/events/growingstage.h"
#include "tests/model/events/randomfilters.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

FilterQuestion question(const QString &text)
{
    return {parseFilter(text).value(), {}, {}};
}

/// Collects the answers of one search.
class Answers : public QObject
{
    Q_OBJECT

public:
    explicit Answers(FilterSearch &search)
    {
        connect(&search, &FilterSearch::answered, this, [this](const FilterAnswer &answer) {
            m_requests.insert(answer.request);
            for (const EventRow row : answer.lost) {
                QVERIFY(m_rows.erase(row) == 1);
            }
            for (const EventRow row : answer.found) {
                QVERIFY(m_rows.insert(row).second);
            }
            m_searched = answer.searched;
            m_isDone = answer.isDone;
            ++m_count;
        });
    }
    void clear()
    {
        m_requests.clear();
        m_rows.clear();
        m_searched = 0;
        m_isDone = false;
        m_count = 0;
    }
    Rows hits() const { return {m_rows.begin(), m_rows.end()}; }

    QSet<quint64> m_requests;
    std::set<EventRow> m_rows;
    EventRow m_searched = 0;
    bool m_isDone = false;
    int m_count = 0;
};

} // namespace

class TestFilterSearch : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void answersWithAllRows()
    {
        MadeStore store;
        Rows expected;
        for (quint32 i = 0; i < 300; ++i) {
            const bool isHit = i % 7 == 0;
            const EventRow row = store.add(i,
                                           "user.created",
                                           isHit ? R"("id":"x","name":"Ada")"
                                                 : R"("id":"x","name":"Bob")");
            if (isHit) {
                expected.push_back(row);
            }
        }
        FilterSearch search(store.catalogue());
        Answers answers(search);
        const quint64 request = search.search(store.snapshot(), question(u"ada"_s));
        QTRY_VERIFY(answers.m_isDone);
        QCOMPARE(answers.hits(), expected);
        QCOMPARE(answers.m_searched, 300u);
        QCOMPARE(answers.m_requests, QSet<quint64>{request});
    }

    void columnsAreAnsweredAtOnce()
    {
        MadeStore store;
        store.addTo(40'000, 0, "user.created", R"("id":"x")");
        store.addTo(40'000, 40'000, "user.deleted", R"("id":"x")");
        FilterSearch search(store.catalogue());
        Answers answers(search);
        search.search(store.snapshot(), question(u"type:*.created"_s));
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY(answers.m_isDone);
        QCOMPARE(answers.hits().size(), size_t(40'000));
        // A machine that is very busy may take longer than a tenth of a second, which brings answers in between.
        QVERIFY(answers.m_count == 1 || timer.elapsed() >= 100);
    }

    void growsWithTheStore()
    {
        MadeStore store;
        const EventRow first = store.add(0, "user.created", R"("id":"x","name":"Ada")");
        FilterSearch search(store.catalogue());
        Answers answers(search);
        search.search(store.snapshot(), question(u"ada"_s));
        QTRY_VERIFY(answers.m_isDone);
        QCOMPARE(answers.hits(), Rows{first});
        store.add(1, "user.created", R"("id":"x","name":"Bob")");
        search.extend(store.snapshot(), false);
        const EventRow third = store.add(2, "user.created", R"("id":"x","name":"ADA")");
        search.extend(store.snapshot(), false);
        answers.m_isDone = false;
        QTRY_VERIFY(answers.m_isDone);
        QCOMPARE(answers.hits(), (Rows{first, third}));
        QCOMPARE(answers.m_requests.size(), 1);
    }

    /// A live tail or a backfill brings more pages than anybody can look at.
    void manyPagesAreAnsweredTogether()
    {
        MadeStore store;
        store.add(0, "user.created", R"("id":"x")");
        FilterSearch search(store.catalogue());
        Answers answers(search);
        search.search(store.snapshot(), question(u"type:user.*"_s));
        QTRY_VERIFY(answers.m_isDone);
        answers.m_count = 0;
        QElapsedTimer timer;
        timer.start();
        EventRow rows = 1;
        while (timer.elapsed() < 450) {
            store.add(rows, "user.created", R"("id":"x")");
            ++rows;
            search.extend(store.snapshot(), false);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(answers.m_searched, rows);
        QTRY_VERIFY(answers.m_isDone);
        QCOMPARE(answers.hits().size(), size_t(rows));
        QVERIFY2(answers.m_count <= 2 + timer.elapsed() / 100,
                 qPrintable(QString::number(answers.m_count)));
    }

    /// Names that change faster than a filter is compiled.
    void wishesDoNotKeepItFromFinding()
    {
        MadeStore store;
        for (quint32 i = 0; i < 3'000; ++i) {
            const QString data = u"\"id\":\"x\",\"organization_id\":\"org_%1\""_s.arg(i);
            store.add(i, "dsync.user.created", data.toUtf8().constData());
        }
        FilterSearch search(store.catalogue());
        Answers answers(search);
        search.search(store.snapshot(), question(u"org:acme OR \"dsync.user\""_s));
        bool isAcme = false;
        QElapsedTimer timer;
        timer.start();
        while (answers.m_rows.empty() && timer.elapsed() < 10'000) {
            isAcme = !isAcme;
            search.rename({{OrganizationId("org_1"), isAcme ? u"Acme"_s : u"Bcme"_s}});
            QCoreApplication::processEvents();
        }
        QVERIFY(!answers.m_rows.empty());
    }

    void tellsWhatOnlyCompilingTells()
    {
        MadeStore store;
        store.add(0, "user.created", R"("id":"x")");
        FilterSearch search(store.catalogue());
        std::optional<FilterAnswer> last;
        connect(&search, &FilterSearch::answered, this, [&last](const FilterAnswer &answer) {
            last = answer;
        });
        search.search(store.snapshot(), question(u"type ~ /.*a.{300}b.{300}c/"_s));
        QTRY_VERIFY_WITH_TIMEOUT(last && last->isDone, 60'000);
        QVERIFY(last->mistake);
        QCOMPARE(last->mistake->position, 7);
        QVERIFY(last->mistake->line().endsWith(u"Pattern is too large."_s));
        last.reset();
        search.search(store.snapshot(), question(u"type ~ /created/"_s));
        QTRY_VERIFY(last && last->isDone);
        QVERIFY(!last->mistake);
        QCOMPARE(last->found, Rows{0});
    }

    void everyNextFilterGivesItsOwnRows()
    {
        GrowingStage stage(300, 3);
        while (!stage.isWhole()) {
            stage.addPage();
        }
        const FilterContext context = stage.context();
        RandomFilters filters(stage.events(), context, 4);
        FilterSearch search(stage.catalogue());
        Answers answers(search);
        for (int round = 0; round < 40; ++round) {
            FilterExpression expression = filters.next(2);
            search.search(stage.events(), stage.question(expression));
            if (round % 3 == 0) {
                // Overtaken at once, by a narrower one.
                FilterExpression narrower;
                narrower.operands = {expression, filters.next(0)};
                expression = narrower;
                search.search(stage.events(), stage.question(expression));
            }
            answers.clear();
            QTRY_VERIFY(answers.m_isDone);
            QVERIFY2(answers.hits() == stage.shownPlainly(expression),
                     qPrintable(filterText(expression)));
        }
    }

    void marksAndNamesAreAnsweredUnderTheSameNumber()
    {
        MadeStore store;
        store.add(0, "dsync.user.created", R"("id":"x","organization_id":"org_1")");
        store.add(1, "dsync.user.created", R"("id":"y","organization_id":"org_2")");
        FilterSearch search(store.catalogue());
        Answers answers(search);
        search.search(store.snapshot(), question(u"is:duplicate OR org:acme"_s));
        QTRY_VERIFY(answers.m_isDone);
        QCOMPARE(answers.hits(), Rows());
        store.store().markReceivedAgain(0);
        search.extend(store.snapshot(), true);
        QTRY_COMPARE(answers.hits(), Rows{0});
        search.rename({{OrganizationId("org_2"), u"Acme"_s}});
        QTRY_COMPARE(answers.hits(), (Rows{0, 1}));
        search.rename({});
        QTRY_COMPARE(answers.hits(), Rows{0});
        store.add(2, "organization.updated", R"("id":"org_1","name":"ACME")");
        search.extend(store.snapshot(), false);
        QTRY_COMPARE(answers.hits(), (Rows{0, 2}));
        QCOMPARE(answers.m_requests.size(), 1);
    }

    void outdatedAnswersAreDropped()
    {
        MadeStore store;
        store.addTo(200, 0, "user.created", R"("id":"x","name":"Ada")");
        FilterSearch search(store.catalogue());
        QSignalSpy spy(&search, &FilterSearch::answered);
        search.search(store.snapshot(), question(u"ada"_s));
        search.rest();
        Answers answers(search);
        const quint64 request = search.search(store.snapshot(), question(u"\"nothing of it\""_s));
        QTRY_VERIFY(answers.m_isDone);
        QCOMPARE(answers.m_requests, QSet<quint64>{request});
        QVERIFY(answers.hits().empty());
    }

    void anotherStoreStartsAnew()
    {
        MadeStore large;
        large.addTo(300, 0, "user.created", R"("id":"x","name":"Ada")");
        MadeStore small;
        const EventRow row = small.add(0, "user.created", R"("id":"x","name":"Adam")");
        FilterSearch search(large.catalogue());
        Answers answers(search);
        for (int round = 0; round < 20; ++round) {
            search.search(large.snapshot(), question(u"ada"_s));
            answers.clear();
            QTRY_COMPARE(answers.hits().size(), size_t(300));
            search.stop();
            search.search(small.snapshot(), question(u"adam"_s));
            answers.clear();
            QTRY_VERIFY(answers.m_isDone);
            QCOMPARE(answers.hits(), Rows{row});
            search.stop();
        }
    }

    void endsWhileSearching()
    {
        MadeStore store;
        store.addTo(500, 0, "user.created", R"("id":"x","name":"Ada")");
        for (int i = 0; i < 20; ++i) {
            FilterSearch search(store.catalogue());
            search.search(store.snapshot(), question(u"ada is:stale"_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestFilterSearch)
#include "tst_filtersearch.moc"

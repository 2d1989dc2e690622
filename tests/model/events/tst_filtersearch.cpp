// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterparser.h"
#include "model/events/filtersearch.h"
#include "tests/model/events/madeevents.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

using Rows = std::vector<EventRow>;

/// Collects the answers of one search.
class Answers : public QObject
{
    Q_OBJECT

public:
    explicit Answers(FilterSearch &search)
    {
        connect(&search, &FilterSearch::answered, this, [this](const FilterAnswer &answer) {
            m_requests.insert(answer.request);
            if (answer.startsAnew) {
                m_hits.clear();
            }
            m_hits.insert(m_hits.end(), answer.hits.begin(), answer.hits.end());
            m_searchedTo = answer.searchedTo;
        });
    }
    void clear()
    {
        m_requests.clear();
        m_hits.clear();
        m_searchedTo = 0;
    }
    QSet<quint64> m_requests;
    Rows m_hits;
    EventRow m_searchedTo = 0;
};

/// Orders a search for what the text says. What words mean stays the same from search to search.
quint64 wanted(FilterSearch &search,
               const MadeStore &store,
               const EventSnapshot &events,
               const QString &text)
{
    FilterContext context;
    context.catalogue = &store.catalogue();
    return search.search(events, parseFilter(text).value(), context, true);
}

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
        FilterSearch search;
        Answers answers(search);
        const quint64 request = wanted(search, store, store.snapshot(), u"ada"_s);
        QTRY_COMPARE(answers.m_searchedTo, 300u);
        QCOMPARE(answers.m_hits, expected);
        QCOMPARE(answers.m_requests, QSet<quint64>{request});
    }

    void growsWithTheStore()
    {
        MadeStore store;
        const EventRow first = store.add(0, "user.created", R"("id":"x","name":"Ada")");
        FilterSearch search;
        Answers answers(search);
        wanted(search, store, store.snapshot(), u"ada"_s);
        QTRY_COMPARE(answers.m_hits, Rows{first});
        store.add(1, "user.created", R"("id":"x","name":"Bob")");
        search.extend(store.snapshot());
        QTRY_COMPARE(answers.m_searchedTo, 2u);
        const EventRow third = store.add(2, "user.created", R"("id":"x","name":"ADA")");
        search.extend(store.snapshot());
        QTRY_COMPARE(answers.m_hits, (Rows{first, third}));
        QCOMPARE(answers.m_requests.size(), 1);
    }

    void everyNextTextGivesItsOwnRows()
    {
        QRandomGenerator random(3);
        MadeStore store;
        const QString words[] = {u"a"_s, u"ab"_s, u"abc"_s, u"abcd"_s, u"bc"_s, u"x"_s};
        for (quint32 i = 0; i < 400; ++i) {
            store.add(i,
                      "user.created",
                      "\"id\":\"q\",\"k\":\"" + words[random.bounded(6)].toUtf8() + ".\"");
        }
        const EventSnapshot events = store.snapshot();
        FilterSearch search;
        Answers answers(search);
        for (int round = 0; round < 60; ++round) {
            QString needle = words[random.bounded(6)]
                             + (random.bounded(2) == 0 ? u"."_s : QString());
            wanted(search, store, events, needle);
            if (random.bounded(3) == 0) {
                // Overtaken at once.
                needle += u"."_s;
                wanted(search, store, events, needle);
            }
            answers.clear();
            QTRY_COMPARE(answers.m_searchedTo, events.rowCount());
            Rows expected;
            for (EventRow row = 0; row < events.rowCount(); ++row) {
                if (QString::fromUtf8(events.raw(row)).contains(needle, Qt::CaseInsensitive)) {
                    expected.push_back(row);
                }
            }
            QCOMPARE(answers.m_hits, expected);
        }
    }

    void outdatedAnswersAreDropped()
    {
        MadeStore store;
        store.addTo(200, 0, "user.created", R"("id":"x","name":"Ada")");
        FilterSearch search;
        QSignalSpy spy(&search, &FilterSearch::answered);
        wanted(search, store, store.snapshot(), u"ada"_s);
        search.stop();
        Answers answers(search);
        const quint64 request = wanted(search, store, store.snapshot(), u"nothing of it"_s);
        QTRY_COMPARE(answers.m_searchedTo, 200u);
        QCOMPARE(answers.m_requests, QSet<quint64>{request});
        QVERIFY(answers.m_hits.empty());
    }

    void anotherStoreStartsAnew()
    {
        MadeStore large;
        large.addTo(300, 0, "user.created", R"("id":"x","name":"Ada")");
        MadeStore small;
        const EventRow row = small.add(0, "user.created", R"("id":"x","name":"Adam")");
        FilterSearch search;
        Answers answers(search);
        for (int round = 0; round < 20; ++round) {
            wanted(search, large, large.snapshot(), u"ada"_s);
            answers.clear();
            QTRY_COMPARE(answers.m_searchedTo, 300u);
            search.stop();
            wanted(search, small, small.snapshot(), u"adam"_s);
            answers.clear();
            QTRY_COMPARE(answers.m_searchedTo, 1u);
            QCOMPARE(answers.m_hits, Rows{row});
            search.stop();
        }
    }

    void endsWhileSearching()
    {
        MadeStore store;
        store.addTo(500, 0, "user.created", R"("id":"x","name":"Ada")");
        for (int i = 0; i < 20; ++i) {
            FilterSearch search;
            wanted(search, store, store.snapshot(), u"ada"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestFilterSearch)
#include "tst_filtersearch.moc"

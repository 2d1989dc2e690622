// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demostream.h"
#include "model/server/eventsendpoint.h"
#include "tests/model/server/endpointsupport.h"
#include "tests/model/server/serveddemo.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace playhead;

namespace {

/// What a walk leaves out, and how that is asked for in each spelling of `events`.
struct Filter
{
    std::vector<QByteArray> types; ///< Empty = all.
    QByteArray organizationId; ///< Empty = all.

    bool takes(const EventFields &fields) const
    {
        return (types.empty() || std::find(types.begin(), types.end(), fields.type) != types.end())
               && (organizationId.isEmpty() || fields.organizationId == organizationId);
    }
    QByteArray query(int spelling) const;
};

constexpr int kSpellings = 7;

QByteArray Filter::query(int spelling) const
{
    QByteArray text = organizationId.isEmpty() ? QByteArray()
                                               : "&organization_id=" + organizationId;
    for (size_t i = 0; i < types.size(); ++i) {
        const QByteArray number = QByteArray::number(qsizetype(i));
        const std::array<QByteArray, kSpellings> names{i == 0 ? "&events=" : ",",
                                                       i == 0 ? "&events=" : "%2C",
                                                       "&events=",
                                                       "&events[]=",
                                                       "&events%5B%5D=",
                                                       "&events[" + number + "]=",
                                                       "&events%5B" + number + "%5D="};
        text += names[size_t(spelling)] + types[i];
    }
    return text;
}

using Events = std::vector<QByteArray>;

Events reversed(Events events)
{
    std::reverse(events.begin(), events.end());
    return events;
}

} // namespace

/// Walks a whole demo stream in every way that there is.
class TestEventsPaging : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void givesEachEventOnce_data();
    void givesEachEventOnce();
    void beforeMirrorsAfter();
    void afterIsNullAtTheEndAlone();
    void holdsBackUntilTheTimeHasCome();

private:
    ServedPage ask(const QByteArray &query) const;
    QByteArray idOf(const QByteArray &event) const;
    Events taken(const Filter &filter) const;
    Events walk(const QByteArray &query, bool byBefore) const;
    std::vector<Filter> filters() const;

    std::unique_ptr<TypeCatalogue> m_catalogue;
    DemoPlan m_plan{5, 400, tryParseIsoInstant(kDemoEnd).value_or(Instant{})};
    Events m_source;
    std::vector<EventFields> m_fields;
    std::unique_ptr<EventsEndpoint> m_endpoint;
};

void TestEventsPaging::initTestCase()
{
    m_catalogue = loadedCatalogue();
    QVERIFY(m_catalogue);
    m_source = makeDemoStream(m_plan);
    for (const QByteArray &event : m_source) {
        const auto decoded = decodeEvent(event, *m_catalogue);
        QVERIFY(decoded);
        m_fields.push_back(decoded->fields);
    }
    m_endpoint = makeEndpoint(m_source, *m_catalogue, kDemoEnd, {});
    QVERIFY(m_endpoint);
    for (const Filter &filter : filters()) {
        QVERIFY(taken(filter).size() > 5);
    }
}

std::vector<Filter> TestEventsPaging::filters() const
{
    // The organization of the most events, and the types that it has.
    QHash<QByteArray, int> counts;
    QByteArray organization;
    for (const EventFields &fields : m_fields) {
        if (!fields.organizationId.isEmpty()
            && ++counts[fields.organizationId] > counts.value(organization)) {
            organization = fields.organizationId;
        }
    }
    std::vector<QByteArray> ownTypes;
    for (const EventFields &fields : m_fields) {
        const bool isKnown = std::find(ownTypes.begin(), ownTypes.end(), fields.type)
                             != ownTypes.end();
        if (fields.organizationId == organization && !isKnown && ownTypes.size() < 5) {
            ownTypes.push_back(fields.type);
        }
    }
    const std::vector<QByteArray> types{"user.created", "dsync.user.created", "session.created"};
    // The second is common, the others are rare enough to be found by lists.
    return {{{}, {}}, {types, {}}, {{}, organization}, {ownTypes, organization}};
}

ServedPage TestEventsPaging::ask(const QByteArray &query) const
{
    const QByteArray target = "/events?" + query;
    const ApiAnswer answer = m_endpoint->answer(getRequest(target));
    return answer.status == 200 ? readPage(answer.body) : ServedPage();
}

QByteArray TestEventsPaging::idOf(const QByteArray &event) const
{
    const auto decoded = decodeEvent(event, *m_catalogue);
    return decoded ? decoded->fields.id : QByteArray();
}

Events TestEventsPaging::taken(const Filter &filter) const
{
    Events events;
    for (size_t i = 0; i < m_source.size(); ++i) {
        if (filter.takes(m_fields[i])) {
            events.push_back(m_source[i]);
        }
    }
    return events;
}

/// Every page's events as shown. By `after` it goes on with list_metadata.after; by `before` with the id of the page's
/// last event in the direction of the walk, until a page is empty. Empty when a page is not right.
Events TestEventsPaging::walk(const QByteArray &query, bool byBefore) const
{
    Events got;
    QByteArray cursor;
    do {
        const QByteArray parameter = byBefore ? "&before=" : "&after=";
        const ServedPage page = ask(query + (cursor.isEmpty() ? QByteArray() : parameter + cursor));
        if (!page.isRight) {
            return {};
        }
        got.insert(got.end(), page.events.begin(), page.events.end());
        cursor = page.after;
        if (byBefore) {
            cursor = page.events.empty() ? QByteArray() : idOf(page.events.back());
        }
    } while (!cursor.isEmpty() && got.size() <= m_source.size());
    return got;
}

void TestEventsPaging::givesEachEventOnce_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<int>("filter");
    for (const char *order : {"asc", "desc", "normal"}) {
        for (int filter = 0; filter < int(filters().size()); ++filter) {
            QTest::addRow("%s, filter %d", order, filter) << QByteArray(order) << filter;
        }
    }
}

void TestEventsPaging::givesEachEventOnce()
{
    QFETCH(QByteArray, order);
    QFETCH(int, filter);
    const Filter chosen = filters().at(size_t(filter));
    const Events expected = order == "asc" ? taken(chosen) : reversed(taken(chosen));
    // `normal` walks to older events by `before`.
    const bool byBefore = order == "normal";
    for (int spelling = 0; spelling < (chosen.types.empty() ? 1 : kSpellings); ++spelling) {
        for (int limit = 1; limit <= 100; ++limit) {
            const QByteArray query = "order=" + order + "&limit=" + QByteArray::number(limit);
            QCOMPARE(walk(query + chosen.query(spelling), byBefore), expected);
        }
    }
}

void TestEventsPaging::beforeMirrorsAfter()
{
    for (const Filter &filter : filters()) {
        for (size_t at = 0; at < m_source.size(); at += 7) {
            const QByteArray id = m_fields[at].id;
            const QByteArray query = "limit=" + QByteArray::number(at % 100 + 1) + filter.query(0);
            const auto page = [this, &query](const QByteArray &order, const QByteArray &cursor) {
                return ask(query + "&order=" + order + '&' + cursor).events;
            };
            const Events older = page("desc", "after=" + id);
            const Events newer = page("asc", "after=" + id);
            QCOMPARE(page("asc", "before=" + id), reversed(older));
            QCOMPARE(page("normal", "before=" + id), older);
            QCOMPARE(page("desc", "before=" + id), reversed(newer));
            QCOMPARE(page("normal", "after=" + id), reversed(newer));
        }
    }
}

void TestEventsPaging::afterIsNullAtTheEndAlone()
{
    const auto eager = makeEndpoint(m_source, *m_catalogue, kDemoEnd, {"full-last-page=id"});
    QVERIFY(eager);
    for (const Filter &filter : filters()) {
        const Events all = taken(filter);
        const size_t limit = std::min<size_t>(all.size(), 100);
        for (size_t left = 1; left <= limit; ++left) {
            // `left` events are still to come, and the page takes as many, or one more or less.
            const QByteArray start = all.size() == left
                                         ? QByteArray()
                                         : "&after=" + idOf(all[all.size() - left - 1]);
            for (const size_t size : {left - 1, left, left + 1}) {
                if (size < 1 || size > 100) {
                    continue;
                }
                const QByteArray query = "limit=" + QByteArray::number(qsizetype(size))
                                         + filter.query(0) + start;
                const QByteArray target = "/events?" + query;
                const QByteArray last = idOf(all[all.size() - left + std::min(size, left) - 1]);
                QCOMPARE(ask(query).after, size < left ? last : QByteArray());
                QCOMPARE(readPage(eager->answer(getRequest(target)).body).after,
                         size <= left ? last : QByteArray());
            }
        }
    }
}

void TestEventsPaging::holdsBackUntilTheTimeHasCome()
{
    // The clock stands at each event's own time in turn: it and all before are there, with 60 s only what is older.
    for (size_t at = 0; at < m_source.size(); at += 13) {
        const Instant now = m_fields[at].createdAt;
        for (const int seconds : {0, 60}) {
            const auto endpoint = makeEndpoint(m_source,
                                               *m_catalogue,
                                               isoUtcExact(now),
                                               {"hold-back=" + QByteArray::number(seconds)});
            QVERIFY(endpoint);
            QByteArray newest;
            for (size_t i = 0; i < m_source.size(); ++i) {
                if (m_fields[i].createdAt <= now - std::chrono::seconds(seconds)) {
                    newest = m_source[i];
                }
            }
            const QByteArray target = "/events?order=desc&limit=1";
            const ServedPage page = readPage(endpoint->answer(getRequest(target)).body);
            QVERIFY(page.isRight);
            QCOMPARE(page.events, newest.isEmpty() ? Events() : Events{newest});
        }
    }
}

QTEST_GUILESS_MAIN(TestEventsPaging)
#include "tst_eventspaging.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/compiledfilter.h"
#include "model/events/filterparser.h"
#include "model/events/filtervocabulary.h"
#include "tests/model/events/madeevents.h"

#include <numeric>
#include <set>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

const std::atomic_bool kGoesOn = false;

QList<SeenPath> pathsOf(const MadeStore &store)
{
    std::vector<EventRow> rows(store.snapshot().rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return seenPaths(store.snapshot(), rows, kGoesOn);
}

std::optional<SeenPath> pathOf(const QList<SeenPath> &paths, const QString &text)
{
    const auto found = std::find_if(paths.begin(), paths.end(), [&text](const SeenPath &path) {
        return path.path == text;
    });
    return found == paths.end() ? std::nullopt : std::optional(*found);
}

} // namespace

class TestSeenPaths : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyOfferedNumberFindsItsEvent()
    {
        MadeStore store;
        const QList<QByteArray> numbers = {"3.14159265",
                                           "18446744073709551615",
                                           "-9007199254740993",
                                           "1e21",
                                           "0.1"};
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            store.add(quint32(i), "a.b", ("\"n\":" + numbers[i]).constData());
        }
        const EventSnapshot events = store.snapshot();
        const auto path = pathOf(pathsOf(store), u"data.n"_s);
        QVERIFY(path);
        QCOMPARE(path->values.size(), numbers.size());
        std::set<EventRow> found;
        for (const SeenValue &value : path->values) {
            auto filter =
                CompiledFilter::compile(parseFilter(u"data.n:\"%1\""_s.arg(value.text)).value(),
                                        {});
            const auto rows = filter->matching(events, {0, 1, 2, 3, 4});
            QVERIFY2(rows.size() == 1, qPrintable(value.text));
            found.insert(rows.front());
        }
        QCOMPARE(found.size(), size_t(numbers.size()));
    }

    void pathsAreWrittenAsInAFilter()
    {
        MadeStore store;
        store.add(
            0,
            "a.b",
            R"("email":"x@y.dev","groups":[{"name":"A"},{"name":"B"}],"n":{"deep":1},"a key":true)",
            R"("context":{"actor":{"name":"Kim"}})");
        QStringList texts;
        for (const SeenPath &path : pathsOf(store)) {
            texts << path.path;
        }
        const QStringList wanted = {u"context.actor"_s,
                                    u"context.actor.name"_s,
                                    u"data.email"_s,
                                    u"data.groups[]"_s,
                                    u"data.groups[].name"_s,
                                    u"data.n"_s,
                                    u"data.n.deep"_s,
                                    u"data[\"a key\"]"_s};
        QCOMPARE(texts, wanted);
    }

    void valuesAreCountedOnceAnEventTheCommonestFirst()
    {
        MadeStore store;
        store.add(0, "a.b", R"("state":"active","groups":[{"name":"A"},{"name":"A"}])");
        store.add(1, "a.b", R"("state":"inactive","groups":[{"name":"A"}])");
        store.add(2, "a.b", R"("state":"inactive","n":12,"isOn":false,"none":null)");
        const QList<SeenPath> paths = pathsOf(store);
        const auto state = pathOf(paths, u"data.state"_s);
        QVERIFY(state && state->isScalar);
        QCOMPARE(state->count, 3U);
        QCOMPARE(state->values, (QList<SeenValue>{{u"inactive"_s, 2}, {u"active"_s, 1}}));
        const auto name = pathOf(paths, u"data.groups[].name"_s);
        QCOMPARE(name->count, 2U);
        QCOMPARE(name->values, (QList<SeenValue>{{u"A"_s, 2}}));
        QVERIFY(!pathOf(paths, u"data.groups[]"_s)->isScalar);
        QCOMPARE(pathOf(paths, u"data.n"_s)->values.front().text, u"12"_s);
        QCOMPARE(pathOf(paths, u"data.isOn"_s)->values.front().text, u"false"_s);
        QCOMPARE(pathOf(paths, u"data.none"_s)->values.front().text, u"null"_s);
    }

    void whatWasBeforeIsFoundWhereverItStands()
    {
        MadeStore store;
        store.add(0, "a.b", R"("previous_attributes":{"email":"old@y.dev"})");
        store.add(1, "a.b", {}, R"("context":{"previous_attributes":{"name":"Old"}})");
        store.add(
            2,
            "a.b",
            {},
            R"("context":{"previous_attributes":{"data":{"state":"off"},"context":{"who":"x"}}})");
        const QList<SeenPath> paths = pathsOf(store);
        for (const QString &path :
             {u"prev.email"_s, u"prev.name"_s, u"prev.state"_s, u"prev.who"_s}) {
            QVERIFY2(pathOf(paths, path), qPrintable(path));
            QCOMPARE(pathOf(paths, path)->count, 1U);
        }
        QVERIFY(!pathOf(paths, u"prev.data"_s));
    }

    void hugeObjectsAndLongValuesAreLeftOut()
    {
        QByteArray many;
        for (int i = 0; i < 500; ++i) {
            many += (i > 0 ? ",\"key" : "\"key") + QByteArray::number(i) + "\":1";
        }
        MadeStore store;
        store.add(0, "a.b", "\"map\":{" + many + "},\"long\":\"" + QByteArray(500, 'x') + '"');
        const QList<SeenPath> paths = pathsOf(store);
        QVERIFY(pathOf(paths, u"data.map"_s));
        QVERIFY(!pathOf(paths, u"data.map.key1"_s));
        QVERIFY(pathOf(paths, u"data.long"_s)->isScalar);
        QVERIFY(pathOf(paths, u"data.long"_s)->values.isEmpty());
    }

    void stops()
    {
        MadeStore store;
        store.add(0, "a.b", R"("email":"x@y.dev")");
        const std::atomic_bool stops = true;
        QVERIFY(seenPaths(store.snapshot(), {0}, stops).isEmpty());
    }

    void everyTypeIsCountedAndSampled()
    {
        MadeStore store;
        store.addTo(4000, 0, "dsync.user.updated", R"("organization_id":"org_1","common":1)");
        store.add(5000, "connection.activated", R"("organization_id":"org_2","rare":1)");
        const FilterVocabulary all =
            gatherVocabulary(store.snapshot(), {}, store.catalogue(), kGoesOn);
        QCOMPARE(all.types.size(), 2);
        QCOMPARE(all.types.front().name, u"dsync.user.updated"_s);
        QCOMPARE(all.types.front().count, 4000U);
        QCOMPARE(all.types.back().family, Family::Connections);
        QCOMPARE(all.organizations.front().id, OrganizationId("org_1"));
        QCOMPARE(all.organizations.front().count, 4000U);
        QCOMPARE(pathOf(all.paths, u"data.rare"_s)->count, 1U);
        // A bounded sample, not all of them.
        QVERIFY(pathOf(all.paths, u"data.common"_s)->count > 10);
        QVERIFY(pathOf(all.paths, u"data.common"_s)->count < 100);
        QVERIFY(!all.arePathsCounted);
    }

    void ofFewEventsAllAreCounted()
    {
        MadeStore store;
        store.addTo(400, 0, "dsync.user.updated", R"("common":1)");
        store.addTo(30, 1000, "user.created", R"("common":1)");
        const FilterVocabulary all =
            gatherVocabulary(store.snapshot(), {}, store.catalogue(), kGoesOn);
        QVERIFY(all.arePathsCounted);
        QCOMPARE(pathOf(all.paths, u"data.common"_s)->count, 430U);
    }

    void onlyLoadedEventsAreCounted()
    {
        MadeStore store;
        store.addTo(10, 0, "dsync.user.updated", R"("organization_id":"org_1")");
        store.addTo(5, 1000, "dsync.user.created", R"("organization_id":"org_2")");
        FetchScope scope;
        scope.range = {kMadeStart, kMadeStart + std::chrono::milliseconds(5)};
        FilterVocabulary part =
            gatherVocabulary(store.snapshot(), scope, store.catalogue(), kGoesOn);
        QCOMPARE(part.types.size(), 1);
        QCOMPARE(part.types.front().count, 5U);
        scope = {};
        scope.types = {"dsync.user.created"};
        part = gatherVocabulary(store.snapshot(), scope, store.catalogue(), kGoesOn);
        QCOMPARE(part.types.size(), 1);
        QCOMPARE(part.organizations.size(), 1);
        scope = {};
        scope.organization = OrganizationId("org_2");
        part = gatherVocabulary(store.snapshot(), scope, store.catalogue(), kGoesOn);
        QCOMPARE(part.types.front().name, u"dsync.user.created"_s);
        scope.organization = OrganizationId("org_9");
        part = gatherVocabulary(store.snapshot(), scope, store.catalogue(), kGoesOn);
        QVERIFY(part.types.isEmpty() && part.organizations.isEmpty() && part.paths.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSeenPaths)
#include "tst_seenpaths.moc"

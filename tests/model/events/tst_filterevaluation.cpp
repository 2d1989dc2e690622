// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterparser.h"
#include "model/events/filterprinter.h"
#include "tests/model/events/growingstage.h"
#include "tests/model/events/randomfilters.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

FilterExpression parsed(const QString &text)
{
    return parseFilter(text).value();
}

/// Steps to the end; how many it took.
int finish(FilterEvaluation &evaluation)
{
    int steps = 0;
    for (; !evaluation.isAtEnd(); ++steps) {
        evaluation.step();
    }
    return steps;
}

/// What the news add up to.
struct Told
{
    void take(FilterEvaluation &evaluation)
    {
        const FilterEvaluation::News news = evaluation.takeNews();
        for (const EventRow row : news.lost) {
            QCOMPARE(rows.erase(row), size_t(1));
        }
        for (const EventRow row : news.found) {
            QVERIFY(rows.insert(row).second);
        }
        QVERIFY(!evaluation.hasNews());
    }
    Rows all() const { return {rows.begin(), rows.end()}; }
    std::set<EventRow> rows;
};

FilterExpression narrowed(const FilterExpression &expression, RandomFilters &filters)
{
    FilterExpression narrower;
    narrower.operands = {expression, filters.next(1)};
    return narrower;
}

} // namespace

class TestFilterEvaluation : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void agreesWithThePlainOneWhateverHappens_data();
    void agreesWithThePlainOneWhateverHappens();
    void narrowingLooksAtLittle();
    void anotherMomentIsNotNarrowed();
    void patternsAreCompiledOnce();
    void cursorFromATimeMovesItsLastEvent();
    void clearForgetsTheStore();
};

void TestFilterEvaluation::agreesWithThePlainOneWhateverHappens_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed) {
        QTest::addRow("%u", seed) << seed;
    }
}

/// Pages, marks, names, other filters and narrower ones come at any moment; some are never brought to an end.
void TestFilterEvaluation::agreesWithThePlainOneWhateverHappens()
{
    QFETCH(quint32, seed);
    GrowingStage stage(260, seed);
    QRandomGenerator &random = stage.random();
    FilterEvaluation evaluation(stage.catalogue());
    FilterExpression expression;
    Told told;
    const auto ask = [&](FilterExpression next) {
        expression = std::move(next);
        evaluation.ask(stage.question(expression), stage.events());
        told.rows.clear();
    };
    for (int round = 0; round < 70; ++round) {
        const FilterContext context = stage.context();
        RandomFilters filters(stage.events(), context, random.generate());
        const int way = random.bounded(10);
        if (way < 3 || round == 0) {
            ask(filters.next(random.bounded(3)));
        } else if (way < 5) {
            ask(narrowed(expression, filters));
        } else {
            bool isMarked = true;
            if (way == 5) {
                stage.mark();
            } else if (way == 6) {
                stage.markByOrganization();
            } else if (way == 7) {
                stage.alias();
            } else {
                stage.addPage();
                isMarked = random.bounded(2) == 0;
            }
            evaluation.goOn(stage.events(), stage.question({}).aliases, isMarked);
        }
        for (int steps = random.bounded(6); steps > 0 && !evaluation.isAtEnd(); --steps) {
            evaluation.step();
        }
        if (random.bounded(3) == 0) {
            told.take(evaluation);
        }
        if (random.bounded(3) == 0) {
            finish(evaluation);
            told.take(evaluation);
            QCOMPARE(evaluation.progress(), stage.events().rowCount());
            QVERIFY2(told.all() == stage.shownPlainly(expression),
                     qPrintable(filterText(expression)));
        }
    }
}

void TestFilterEvaluation::narrowingLooksAtLittle()
{
    MadeStore store;
    const QByteArray filling = R"(,"more":")" + QByteArray(600'000, 'x') + '"';
    for (int i = 0; i < 8; ++i) {
        store.add(i,
                  "user.created",
                  R"("id":"u","name":"okta )" + QByteArray::number(i % 4) + '"' + filling);
    }
    FilterEvaluation evaluation(store.catalogue());
    Told told;
    evaluation.ask({parsed(u"okta"_s), {}, {}}, store.snapshot());
    QVERIFY(!evaluation.isQuick());
    QCOMPARE(finish(evaluation), 2);
    evaluation.ask({parsed(u"\"okta 3\""_s), {}, {}}, store.snapshot());
    QCOMPARE(finish(evaluation), 2);
    told.take(evaluation);
    QCOMPARE(told.all(), (Rows{3, 7}));
    store.add(8, "user.created", R"("id":"u","name":"okta 3")");
    evaluation.ask({parsed(u"\"okta 3\" type:user.*"_s), {}, {}}, store.snapshot());
    QCOMPARE(finish(evaluation), 2);
    told.rows.clear();
    told.take(evaluation);
    QCOMPARE(told.all(), (Rows{3, 7, 8}));
    // Overtaken: what was not looked at is a candidate still.
    evaluation.ask({parsed(u"okta"_s), {}, {}}, store.snapshot());
    evaluation.step();
    evaluation.ask({parsed(u"\"okta 3\""_s), {}, {}}, store.snapshot());
    evaluation.step();
    evaluation.ask({parsed(u"\"okta 3\" user"_s), {}, {}}, store.snapshot());
    QVERIFY(finish(evaluation) >= 2);
    told.rows.clear();
    told.take(evaluation);
    QCOMPARE(told.all(), (Rows{3, 7, 8}));
}

void TestFilterEvaluation::anotherMomentIsNotNarrowed()
{
    MadeStore store;
    store.add(0, "user.created", R"("id":"u","name":"a")");
    FilterEvaluation evaluation(store.catalogue());
    FilterContext context;
    context.now = kMadeStart + std::chrono::hours(2);
    evaluation.ask({parsed(u"before:3h"_s), context, {}}, store.snapshot());
    finish(evaluation);
    QVERIFY(evaluation.takeNews().found.empty());
    context.now = kMadeStart + std::chrono::hours(4);
    evaluation.ask({parsed(u"before:3h user.created"_s), context, {}}, store.snapshot());
    finish(evaluation);
    QCOMPARE(evaluation.takeNews().found, Rows{0});
}

void TestFilterEvaluation::cursorFromATimeMovesItsLastEvent()
{
    MadeStore store;
    store.add(0, "user.created", R"("id":"u","name":"a")");
    FilterEvaluation evaluation(store.catalogue());
    FilterContext context;
    context.cursors = {{u"c"_s, {kMadeStart + std::chrono::milliseconds(5), {}}}};
    Told told;
    evaluation.ask({parsed(u"cursor=c"_s), context, {}}, store.snapshot());
    finish(evaluation);
    told.take(evaluation);
    QCOMPARE(told.all(), Rows{0});
    store.add(3, "user.created", R"("id":"u","name":"a")");
    store.add(7, "user.created", R"("id":"u","name":"a")");
    evaluation.goOn(store.snapshot(), {}, false);
    finish(evaluation);
    told.take(evaluation);
    QCOMPARE(told.all(), Rows{1});
}

void TestFilterEvaluation::clearForgetsTheStore()
{
    MadeStore large;
    for (int i = 0; i < 30; ++i) {
        large.add(i,
                  "user.created",
                  R"("object":"user","id":"u","updated_at":"2026-11-20T10:00:00Z")");
    }
    MadeStore small;
    small.add(0, "user.created", R"("object":"user","id":"u","updated_at":"2026-11-20T10:00:00Z")");
    FilterEvaluation evaluation(large.catalogue());
    evaluation.ask({parsed(u"is:stale"_s), {}, {}}, large.snapshot());
    finish(evaluation);
    QCOMPARE(evaluation.takeNews().found.size(), size_t(29));
    evaluation.clear();
    QVERIFY(evaluation.isAtEnd());
    evaluation.ask({parsed(u"is:stale user"_s), {}, {}}, small.snapshot());
    finish(evaluation);
    QVERIFY(evaluation.takeNews().found.empty());
}

void TestFilterEvaluation::patternsAreCompiledOnce()
{
    GrowingStage stage(300, 5);
    FilterEvaluation evaluation(stage.catalogue());
    const FilterExpression expression = parsed(u"org:acme OR type ~ /^user/"_s);
    evaluation.ask(stage.question(expression), stage.events());
    while (!stage.isWhole()) {
        stage.addPage();
        stage.alias();
        evaluation.goOn(stage.events(), stage.question({}).aliases, true);
    }
    finish(evaluation);
    Told told;
    told.take(evaluation);
    QCOMPARE(told.all(), stage.shownPlainly(expression));
    QCOMPARE(evaluation.compiledPatterns(), 1);
    evaluation.ask(stage.question(parsed(u"(org:acme OR type ~ /^user/) after:2d"_s)),
                   stage.events());
    evaluation.ask(stage.question(parsed(u"type ~ /^user/i"_s)), stage.events());
    QCOMPARE(evaluation.compiledPatterns(), 2);
}

QTEST_GUILESS_MAIN(TestFilterEvaluation)
#include "tst_filterevaluation.moc"

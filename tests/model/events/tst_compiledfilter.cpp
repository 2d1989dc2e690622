// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/compiledfilter.h"
#include "model/events/filterparser.h"
#include "model/events/filterprinter.h"
#include "model/events/streamorder.h"
#include "tests/model/events/filterexamples.h"
#include "tests/model/events/filterstages.h"
#include "tests/model/events/randomfilters.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// What the filter shows of all rows; fails the test when it cannot be used.
Rows shown(const QString &text, const EventSnapshot &events, const FilterContext &context)
{
    const auto expression = parseFilter(text);
    if (!expression) {
        QTest::qFail(qPrintable(expression.error().line()), __FILE__, __LINE__);
        return {};
    }
    auto filter = CompiledFilter::compile(*expression, context);
    if (!filter) {
        QTest::qFail(qPrintable(filter.error().line()), __FILE__, __LINE__);
        return {};
    }
    return filter->matching(events, allRows(events));
}

} // namespace

class TestCompiledFilter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void showsWhatIsWritten_data();
    void showsWhatIsWritten();
    void everyExampleIsAnswered();
    void agreesWithThePlainOne();
    void findsEverySpelling();
    void keepsTheOrderOfTheRows();
    void goesOnWithTheStore();
    void unknownCursorIsAMistake();
    void aHandMadeMistakeIsTold();
};

void TestCompiledFilter::showsWhatIsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Rows>("rows");
    const auto row = [](const char *text, const Rows &rows) {
        QTest::newRow(text) << QString::fromUtf8(text) << rows;
    };
    row("", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    // Columns.
    row("type:session.created", {5, 6});
    row("type:DSYNC.USER.*", {1, 2, 3});
    row("type=DSYNC.USER.*", {});
    row("type:*.user.?eleted,*.new.*", {3, 9});
    row("type!=session.created,user.created -type:dsync.*", {0, 4, 7, 8, 9});
    row("type~/^(dsync|vault)\\./", {1, 2, 3, 8});
    row("family:auth", {4, 5, 6});
    row("family:\"Directory Sync\",other", {1, 2, 3, 9});
    row("family!=auth,dsync", {0, 7, 8, 9, 10});
    row("org:acme", {0, 1, 2});
    row("org:\"acme inc.\"", {0, 1, 2});
    row("org=Acme,org_02", {0, 1, 2, 3});
    row("org!=Acme", {3});
    row("org~/^Orb/", {3});
    row("-has:org", {4, 5, 6, 7, 8, 9, 10});
    row("object:du_1", {1, 2});
    row("object:\"directory_user:du_?\"", {1, 2, 3});
    row("object:directory_user", {1, 2, 3});
    row("actor:\"grace *\"", {7});
    row("actor:user_9,key_7", {7, 8});
    row("actor!=Batch", {7});
    row("has:actor", {7, 8});
    row("has:object -has:actor type:s*", {5, 6});
    // Times: minute n is event n; now is minute 15.
    row("after:2026-11-23T08:08Z", {8, 9, 10});
    row("before:2026-11-23T08:02Z", {0, 1});
    row("after:8m before:6m", {7, 8});
    row("at:2026-11-23T08:03", {3});
    row("at<=2026-11-23T08:03", {0, 1, 2, 3});
    row("at<2026-11-23T08:03", {0, 1, 2});
    row("at>2026-11-23T08:08", {9, 10});
    row("at>=2026-11-23T08:09", {9, 10});
    row("at!=2026-11-23,2026-11-22", {});
    row("at:today before:+1s", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    row("at:yesterday", {});
    // Cursors: (a, b].
    row("cursor>billing-sync", {10});
    row("cursor>=billing-sync", {9, 10});
    row("cursor:billing-sync", {9});
    row("cursor>\"after 2\" cursor<=billing-sync", {3, 4, 5, 6, 7, 8, 9});
    row("cursor>from-5", {5, 6, 7, 8, 9, 10});
    row("cursor=from-5", {4});
    row("cursor<from-5", {0, 1, 2, 3});
    row("cursor!=from-5,billing-sync cursor>=from-5", {5, 6, 7, 8, 10});
    row("cursor<=from-start", {});
    row("cursor>from-start", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    row("cursor>=from-start", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    // What other rooms know.
    row("is:selected", {3, 4});
    row("is:stale,duplicate", {2, 6});
    row("is:outoforder", {});
    row("result:done", {0, 1});
    row("result:failed,unknown", {2, 4});
    // Paths.
    row("data.email:*@example.com", {1, 2});
    row("data.email=ada@example.com", {2});
    row("data.email!=ada@example.com", {1, 4, 10});
    row("data.email:null", {4});
    row("data.email:*", {1, 2, 4, 10});
    row("has:data.email -data.email:*@*", {4});
    row("data.error:*", {4});
    row("data.error:x*", {});
    row("data.error.code:*", {4});
    row("data.error.message:\"*c:\\\\temp*\"", {4});
    row("data.error.message:\"*\\\"EMAIL\\\"*Ä\"", {4});
    row("data.custom_attributes.department = Platform", {1});
    row("data.custom_attributes[\"Cost Center\"]:1?", {1});
    row("data.groups[].name:\"field sales\"", {2});
    row("data.groups[1].name:\"field sales\"", {});
    row("data.groups[].size > 39", {2});
    row("data.groups[].size != 3", {2});
    row("data.groups.name:All", {});
    row("data.groups:*", {2});
    row("data.tags:a", {6});
    row("data.tags:*", {6});
    row("has:data.tags", {5, 6});
    row("has:data.tags[]", {6});
    row("data.tags[1]=b", {6});
    row("data.tries = 10", {5, 9});
    row("data.tries:10.0", {5, 9});
    row("data.tries:1*", {5, 9});
    row("data.tries = 9.50,7", {6});
    row("data.tries > 9.5", {5, 9});
    row("data.tries >= 9.5", {5, 6, 9});
    row("data.tries < 10", {6});
    row("data.tries <= -1,9.5", {6});
    row("data.ok:true", {5});
    row("data.ok != true", {6});
    row("data.expires_at < +30d", {5});
    row("data.expires_at >= 2027-12-10", {6});
    row("data.expires_at > 2027-12-10", {});
    row("data.expires_at > 10", {});
    row("data.job_title ~ /staff|principal/i", {2});
    row("data.job_title ~ /staff/", {});
    row("prev.job_title:*", {2});
    row("prev.custom_attributes.department:sales", {2});
    row("prev.enabled = false", {7});
    row("prev.access_type:all", {7});
    row("prev.context.access_type:all", {});
    row("has:prev.job_title,prev.enabled", {2, 7});
    row("context.client_id:client_1", {7});
    row("has:data.previous_attributes", {2});
    row("has:context.actor,data.tags", {5, 6, 7});
    // Free text: values, not keys or numbers; names of organizations.
    row("okta", {});
    row("STAFF", {2});
    row("job_title", {});
    row("previous_attributes", {});
    row("\"in c:\\\\temp ä\"", {4});
    row("\"\\\"email\\\"\"", {4});
    row("\"id\\\":\"", {});
    row("40", {});
    row("orbital", {3});
    row("acme", {0, 1, 2});
    row("du_1", {1, 2});
    row("sso_failed", {4});
    // Joined.
    row("(org:Orbital OR org:Acme) -family:dsync", {0});
    row("type:dsync.* -(data.email:* OR is:selected)", {});
    row("NOT (type:dsync.* OR family:auth) has:object", {0, 7, 8, 10}); // 9 is of no known type
    row("staff OR type:user.* OR result:accepted", {0, 2, 10});
    row("-(-staff)", {2});
}

void TestCompiledFilter::showsWhatIsWritten()
{
    static const Stage kStage;
    QFETCH(QString, text);
    QTEST(shown(text, kStage.m_store.snapshot(), kStage.m_context), "rows");
}

void TestCompiledFilter::everyExampleIsAnswered()
{
    const DemoStage stage(2000);
    int withRows = 0;
    for (const QString &example : filterExamples()) {
        const Rows rows = shown(example, stage.m_events, stage.m_context);
        QVERIFY2(rows == stage.shownPlainly(parseFilter(example).value()), qPrintable(example));
        withRows += rows.empty() ? 0 : 1;
    }
    QVERIFY2(withRows >= 8, qPrintable(QString::number(withRows)));
}

void TestCompiledFilter::agreesWithThePlainOne()
{
    const DemoStage stage(2000);
    RandomFilters random(stage.m_events, stage.m_context, 23);
    int some = 0;
    constexpr int kRounds = 120;
    for (int round = 0; round < kRounds; ++round) {
        // Single terms, too: a wrong one cannot hide in a large expression.
        const FilterExpression expression = random.next(round % 2 == 0 ? 0 : 3);
        const QString text = filterText(expression);
        const auto parsed = parseFilter(text);
        QVERIFY2(parsed && *parsed == expression, qPrintable(text));
        const Rows rows = shown(text, stage.m_events, stage.m_context);
        QVERIFY2(rows == stage.shownPlainly(expression), qPrintable(text));
        some += rows.empty() || rows.size() == stage.m_events.rowCount() ? 0 : 1;
    }
    // Most filters show some events and hide others.
    QVERIFY2(some > kRounds / 2, qPrintable(QString::number(some)));
}

/// The scan of the bytes before the JSON is read must not lose a value that is spelled in another way.
void TestCompiledFilter::findsEverySpelling()
{
    MadeStore store;
    store.add(0, "user.created", "\"id\":\"u\",\"name\":\"M\\u00f6ller/\\u0041\"");
    store.add(1, "user.created", "\"id\":\"u\",\"n\\u0061me\":\"Möller\\/A\"");
    store.add(2, "user.created", R"("id":"u","name":"MÖLLER/a")");
    store.add(3, "user.created", R"("id":"u","name":"Muller/A")");
    const EventSnapshot events = store.snapshot();
    QCOMPARE(shown(u"data.name:möller/a"_s, events, {}), (Rows{0, 1, 2}));
    QCOMPARE(shown(u"data.name=Möller/A"_s, events, {}), (Rows{0, 1}));
    QCOMPARE(shown(u"data.name:m?ller*"_s, events, {}), (Rows{0, 1, 2, 3}));
    QCOMPARE(shown(u"data.name ~ /^MÖLL/i"_s, events, {}), (Rows{0, 1, 2}));
    QCOMPARE(shown(u"möller/A"_s, events, {}), (Rows{0, 1, 2}));
    QCOMPARE(shown(u"u00f6"_s, events, {}), Rows());
    QCOMPARE(shown(u"has:data.name"_s, events, {}), (Rows{0, 1, 2, 3}));
}

void TestCompiledFilter::keepsTheOrderOfTheRows()
{
    const DemoStage stage(500);
    auto filter =
        CompiledFilter::compile(parseFilter(u"family:dsync OR okta OR data.id:*1*"_s).value(),
                                stage.m_context);
    QVERIFY(filter);
    const Rows order = streamOrder(stage.m_events);
    Rows expected = filter->matching(stage.m_events, allRows(stage.m_events));
    QVERIFY(expected.size() > 50);
    Rows found = filter->matching(stage.m_events, order);
    QVERIFY(found != expected); // the demo stage is not stored in stream order
    const auto isExpected = [&expected](EventRow row) {
        return std::binary_search(expected.begin(), expected.end(), row);
    };
    Rows inStream = order;
    std::erase_if(inStream, [&](EventRow row) { return !isExpected(row); });
    QCOMPARE(found, inStream);
}

/// New types, organizations and events come after the filter was compiled.
void TestCompiledFilter::goesOnWithTheStore()
{
    MadeStore store;
    store.add(0, "user.created", R"("id":"u1")");
    FilterContext context;
    context.cursors = {{u"later"_s, {kMadeStart + std::chrono::milliseconds(5), {}}}};
    auto filter = CompiledFilter::compile(
        parseFilter(u"(type:*.deleted OR org:org_9 OR ada) -cursor:later"_s).value(), context);
    QVERIFY(filter);
    QVERIFY(!filter->matchesAll());
    QCOMPARE(filter->matching(store.snapshot(), {0}), Rows());
    store.add(1, "user.deleted", R"("id":"u1")");
    store.add(2, "organization.created", R"("id":"org_9","name":"x")");
    store.add(3, "user.deleted", R"("id":"ada")");
    store.add(4, "user.deleted", R"("id":"u1")"); // now the last one before the cursor
    QCOMPARE(filter->matching(store.snapshot(), {0, 1, 2, 3, 4}), (Rows{1, 2, 3}));
    QVERIFY(CompiledFilter::compile({}, {})->matchesAll());
}

void TestCompiledFilter::unknownCursorIsAMistake()
{
    FilterContext context;
    context.cursors = {{u"billing-sync"_s, {}}, {u"nightly"_s, {}}};
    const auto near = CompiledFilter::compile(parseFilter(u"a cursor>biling-sync"_s).value(),
                                              context);
    QVERIFY(!near);
    QCOMPARE(near.error().line(), u"\"biling-sync\" is not a cursor. Did you mean billing-sync?"_s);
    QCOMPARE(near.error().position, 9);
    QCOMPARE(near.error().length, 11);
    const auto far = CompiledFilter::compile(parseFilter(u"cursor:x,nightly"_s).value(), context);
    QVERIFY(!far);
    QCOMPARE(far.error().line(), u"\"x\" is not a cursor. Write the name of a saved cursor."_s);
}

void TestCompiledFilter::aHandMadeMistakeIsTold()
{
    FilterExpression expression{FilterExpression::Kind::Term, {}, {}};
    expression.term.field = FilterField::After;
    expression.term.values = {{u"soon"_s, false, {}}};
    const auto filter = CompiledFilter::compile(expression, {});
    QVERIFY(!filter);
    QCOMPARE(filter.error().message, u"\"soon\" is not a time"_s);
}

QTEST_GUILESS_MAIN(TestCompiledFilter)
#include "tst_compiledfilter.moc"

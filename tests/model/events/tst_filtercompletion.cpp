// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filtercompletion.h"
#include "model/events/filterparser.h"
#include "model/events/filterwords.h"

#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

FilterVocabulary vocabulary()
{
    FilterVocabulary words;
    words.types = {{u"dsync.user.updated"_s, Family::DirectorySync, 626},
                   {u"dsync.user.created"_s, Family::DirectorySync, 114},
                   {u"dsync.group.user_added"_s, Family::DirectorySync, 20},
                   {u"authentication.sso_failed"_s, Family::Authentication, 9},
                   {u"session.created"_s, Family::Authentication, 8}};
    words.organizations = {{OrganizationId("org_1"), u"Foo Corp"_s, 783},
                           {OrganizationId("org_2"), u"Orbital"_s, 320},
                           {OrganizationId("org_3"), {}, 2},
                           {OrganizationId("org_4"), u"Twin"_s, 1},
                           {OrganizationId("org_5"), u"Twin"_s, 1}};
    words.cursors = {u"billing-sync"_s, u"crm mirror"_s};
    words.paths = {{u"context.actor.name"_s, 3, true, {{u"Kim Lee"_s, 2}}},
                   {u"data.custom_attributes"_s, 5, false, {}},
                   {u"data.custom_attributes.department"_s, 5, true, {{u"Platform"_s, 4}}},
                   {u"data.domains[]"_s, 2, true, {{u"foo.dev"_s, 2}}},
                   {u"data.email"_s, 40, true, {{u"a@foo.dev"_s, 2}, {u"b@foo.dev"_s, 1}}},
                   {u"data.first_name"_s, 30, true, {{u"Ann \"Al\" Bo"_s, 1}, {u"a*b"_s, 1}}},
                   {u"data.groups[]"_s, 7, false, {}},
                   {u"data.groups[].name"_s, 7, true, {{u"Field Sales"_s, 7}}},
                   {u"prev.email"_s, 4, true, {}}};
    return words;
}

/// `|` is the caret.
FilterCompletion completed(QString text)
{
    const qsizetype caret = text.indexOf(u'|');
    text.remove(caret, 1);
    return completeFilter(text, caret, vocabulary());
}

QStringList textsOf(const FilterCompletion &completion)
{
    QStringList texts;
    for (const FilterCandidate &candidate : completion.candidates) {
        texts << candidate.text;
    }
    return texts;
}

} // namespace

class TestFilterCompletion : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void candidates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("replaced");
        QTest::addColumn<QStringList>("first"); ///< The candidates begin so.
        QTest::newRow("nothing") << u"|"_s << u""_s << QStringList{u"type:"_s, u"family:"_s};
        QTest::newRow("behind a term")
            << u"is:stale |"_s << u""_s << QStringList{u"type:"_s, u"family:"_s};
        QTest::newRow("behind a bracket") << u"(|"_s << u""_s << QStringList{u"type:"_s};
        QTest::newRow("behind a minus") << u"-|is"_s << u""_s << QStringList{u"type:"_s};
        QTest::newRow("a field begun") << u"ty|"_s << u"ty"_s << QStringList{u"type:"_s};
        QTest::newRow("in any case") << u"TY|"_s << u"TY"_s << QStringList{u"type:"_s};
        QTest::newRow("negated") << u"-re|"_s << u"re"_s << QStringList{u"result:"_s, u"before:"_s};
        QTest::newRow("a path's field") << u"dat|"_s << u"dat"_s << QStringList{u"data."_s};
        QTest::newRow("a path's whole field") << u"data|"_s << u"data"_s << QStringList{u"data."_s};
        QTest::newRow("a cursor") << u"cu|"_s << u"cu"_s << QStringList{u"cursor>"_s};
        QTest::newRow("before its operator") << u"ty|:x"_s << u"ty"_s << QStringList{u"type"_s};
        QTest::newRow("operators")
            << u"type|"_s << u""_s << QStringList{u":"_s, u"="_s, u"!="_s, u"~"_s};
        QTest::newRow("operators of a cursor")
            << u"cursor|"_s << u""_s << QStringList{u":"_s, u"="_s, u"!="_s, u">"_s, u">="_s};
        QTest::newRow("operators of a path")
            << u"data.email|"_s << u""_s
            << QStringList{u":"_s, u"="_s, u"!="_s, u">"_s, u">="_s, u"<"_s, u"<="_s, u"~"_s};
        QTest::newRow("types: their groups first")
            << u"type:|"_s << u""_s
            << QStringList{u"dsync.*"_s, u"dsync.user.updated"_s, u"dsync.user.created"_s};
        QTest::newRow("types: the next level")
            << u"type:dsync.|"_s << u"dsync."_s
            << QStringList{u"dsync.*"_s, u"dsync.user.*"_s, u"dsync.user.updated"_s};
        QTest::newRow("types that hold it")
            << u"type:created|"_s << u"created"_s
            << QStringList{u"dsync.user.created"_s, u"session.created"_s};
        QTest::newRow("another type") << u"type:session.created,dsync.g|"_s << u"dsync.g"_s
                                      << QStringList{u"dsync.group.user_added"_s};
        QTest::newRow("behind a comma")
            << u"type:session.created,|"_s << u""_s << QStringList{u"dsync.*"_s};
        QTest::newRow("families") << u"family:|"_s << u""_s
                                  << QStringList{u"dsync"_s, u"auth"_s, u"users"_s};
        QTest::newRow("organizations")
            << u"org:|"_s << u""_s
            << QStringList{u"\"Foo Corp\""_s, u"Orbital"_s, u"org_3"_s, u"org_4"_s, u"org_5"_s};
        QTest::newRow("an organization by its id")
            << u"org:org_1|"_s << u"org_1"_s << QStringList{u"\"Foo Corp\""_s};
        QTest::newRow("in quotes")
            << u"org:\"Fo|\""_s << u"\"Fo\""_s << QStringList{u"\"Foo Corp\""_s};
        QTest::newRow("in quotes without an end")
            << u"org:\"Fo| type:x"_s << u"\"Fo"_s << QStringList{u"\"Foo Corp\""_s};
        QTest::newRow("cursors") << u"cursor>|"_s << u""_s
                                 << QStringList{u"billing-sync"_s, u"\"crm mirror\""_s};
        QTest::newRow("states") << u"is:d|"_s << u"d"_s << QStringList{u"duplicate"_s};
        QTest::newRow("has") << u"has:o|"_s << u"o"_s << QStringList{u"org"_s, u"object"_s};
        QTest::newRow("has a path")
            << u"has:data.c|"_s << u"data.c"_s
            << QStringList{u"data.custom_attributes"_s, u"data.custom_attributes."_s};
        QTest::newRow("results") << u"result:f|"_s << u"f"_s << QStringList{u"failed"_s};
        QTest::newRow("times") << u"after:|"_s << u""_s
                               << QStringList{u"now"_s, u"today"_s, u"yesterday"_s};
        QTest::newRow("times begun") << u"before:yes|"_s << u"yes"_s << QStringList{u"yesterday"_s};
        QTest::newRow("paths, the commonest first")
            << u"data.|"_s << u"data."_s
            << QStringList{u"data.email"_s, u"data.first_name"_s, u"data.groups[]."_s};
        QTest::newRow("a path begun")
            << u"data.f|"_s << u"data.f"_s << QStringList{u"data.first_name"_s};
        QTest::newRow("below a path")
            << u"data.groups[].|"_s << u"data.groups[]."_s << QStringList{u"data.groups[].name"_s};
        QTest::newRow("what was before")
            << u"prev.|"_s << u"prev."_s << QStringList{u"prev.email"_s};
        QTest::newRow("values of a path")
            << u"data.email:|"_s << u""_s << QStringList{u"a@foo.dev"_s, u"b@foo.dev"_s};
        QTest::newRow("values in quotes, none with a wildcard")
            << u"data.first_name:|"_s << u""_s << QStringList{u"\"Ann \\\"Al\\\" Bo\""_s};
        QTest::newRow("values with spaces around the operator")
            << u"data.groups[].name = Fi|"_s << u"Fi"_s << QStringList{u"\"Field Sales\""_s};
        QTest::newRow("values of an array")
            << u"data.domains:|"_s << u""_s << QStringList{u"foo.dev"_s};
        QTest::newRow("actors") << u"actor:k|"_s << u"k"_s << QStringList{u"\"Kim Lee\""_s};
        QTest::newRow("in the middle of a word")
            << u"is:du|plicate x"_s << u"duplicate"_s << QStringList{u"duplicate"_s};
    }
    void candidates()
    {
        QFETCH(QString, text);
        QFETCH(QString, replaced);
        QFETCH(QStringList, first);
        const FilterCompletion completion = completed(text);
        const QStringList texts = textsOf(completion);
        QCOMPARE(texts.first(std::min(texts.size(), first.size())), first);
        QString plain = text;
        plain.remove(u'|');
        QCOMPARE(plain.sliced(completion.span.position, completion.span.length), replaced);
    }

    void nothingIsOffered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("behind what is whole") << u"is:stale|"_s;
        QTest::newRow("free text that begins no field") << u"zz|"_s;
        QTest::newRow("free text in quotes") << u"\"ty|\""_s;
        QTest::newRow("a closed quote") << u"org:\"Foo Corp\"|"_s;
        QTest::newRow("a pattern") << u"type ~ /ds|/"_s;
        QTest::newRow("before a pattern") << u"type ~ |"_s;
        QTest::newRow("an unknown field") << u"tpye:|"_s;
        QTest::newRow("below what is no path") << u"type.x:|"_s;
        QTest::newRow("ids") << u"id:|"_s;
        QTest::newRow("right before a value") << u"is:|stale"_s;
    }
    void nothingIsOffered()
    {
        QFETCH(QString, text);
        QCOMPARE(textsOf(completed(text)), QStringList());
    }

    void countsAndNotesStandBeside()
    {
        const FilterCompletion types = completed(u"type:|"_s);
        QCOMPARE(types.candidates.front().count, 760U);
        QCOMPARE(types.candidates.front().note, familyLabel(Family::DirectorySync));
        const FilterCompletion organizations = completed(u"org:|"_s);
        QCOMPARE(organizations.candidates.front().label, u"Foo Corp"_s);
        QCOMPARE(organizations.candidates.front().note, u"org_1"_s);
        QCOMPARE(organizations.candidates.front().count, 783U);
        const FilterCompletion families = completed(u"family:|"_s);
        QCOMPARE(families.candidates.at(1).count, 17U);
        QCOMPARE(completed(u"data.|"_s).candidates.front().count, 40U);
        QCOMPARE(completed(u"data.email:|"_s).candidates.front().count, 2U);
        // What a sample has of it is no count.
        FilterVocabulary sampled = vocabulary();
        sampled.arePathsCounted = false;
        const FilterCompletion paths = completeFilter(u"data.", 5, sampled);
        QCOMPARE(textsOf(paths), textsOf(completed(u"data.|"_s)));
        QVERIFY(!paths.candidates.front().count);
        QVERIFY(!completeFilter(u"data.email:", 11, sampled).candidates.front().count);
        for (const FilterCandidate &field : completed(u"|"_s).candidates) {
            QVERIFY2(!field.note.isEmpty(), qPrintable(field.text));
            QVERIFY(field.goesOn);
        }
        QCOMPARE(completed(u"|"_s).candidates.size(), fieldWords().size());
    }

    /// What is taken over is a filter that can be read, but for what must still follow.
    void everyCandidateFits()
    {
        for (const QString &text : {u"type:|"_s,
                                    u"family:|"_s,
                                    u"org:|"_s,
                                    u"is:|"_s,
                                    u"has:|"_s,
                                    u"result:|"_s,
                                    u"after:|"_s,
                                    u"cursor>|"_s,
                                    u"data.email:|"_s,
                                    u"data.first_name = |"_s}) {
            const FilterCompletion completion = completed(text);
            QVERIFY2(!completion.candidates.isEmpty(), qPrintable(text));
            for (const FilterCandidate &candidate : completion.candidates) {
                QString filter = text;
                filter.remove(u'|').replace(completion.span.position,
                                            completion.span.length,
                                            candidate.text);
                QVERIFY2(candidate.goesOn || parseFilter(filter), qPrintable(filter));
            }
        }
    }

    void unfinishedWordsMayBecomeRight_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("may");
        QTest::newRow("nothing behind the operator") << u"type:|"_s << true;
        QTest::newRow("nothing behind a comma") << u"type:a,|"_s << true;
        QTest::newRow("an open quote") << u"org:\"Foo |"_s << true;
        QTest::newRow("an open bracket") << u"(is:stale |"_s << true;
        QTest::newRow("an open pattern") << u"type ~ /us|"_s << true;
        QTest::newRow("behind OR") << u"is:stale OR |"_s << true;
        QTest::newRow("a state begun") << u"is:sta|"_s << true;
        QTest::newRow("a time begun") << u"after:yester|"_s << true;
        QTest::newRow("a date begun") << u"after:2026-11-|"_s << true;
        QTest::newRow("a duration begun") << u"after:2|"_s << true;
        QTest::newRow("a family begun") << u"family:us|"_s << true;
        QTest::newRow("a path begun") << u"has:data.|"_s << true;
        QTest::newRow("no state begins so") << u"is:stoo|"_s << false;
        QTest::newRow("no time begins so") << u"after:yesterdy|"_s << false;
        QTest::newRow("a duration of nothing") << u"after:2x|"_s << false;
        QTest::newRow("the caret is elsewhere") << u"is:sta| type:x"_s << false;
        QTest::newRow("behind a space") << u"is:sta |"_s << false;
        QTest::newRow("before it") << u"|is:sta"_s << false;
        QTest::newRow("no such field") << u"tpye:|"_s << false;
        QTest::newRow("an operator that the field has not") << u"is>|"_s << false;
        QTest::newRow("a bracket that closes nothing") << u"is:stale)|"_s << false;
    }
    void unfinishedWordsMayBecomeRight()
    {
        QFETCH(QString, text);
        QFETCH(bool, may);
        const qsizetype caret = text.indexOf(u'|');
        text.remove(caret, 1);
        const auto parsed = parseFilter(text);
        QVERIFY2(!parsed, qPrintable(text));
        QCOMPARE(mayBecomeRight(parsed.error(), text, caret, vocabulary()), may);
    }

    void pathsWaitForTheirOperator_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isBegun");
        QTest::newRow("a dot") << u"x data.|"_s << true;
        QTest::newRow("a key") << u"data.ema|"_s << true;
        QTest::newRow("a list") << u"data.groups[].na|"_s << true;
        QTest::newRow("with its operator") << u"data.email:|"_s << false;
        QTest::newRow("with a value") << u"data.email:x|"_s << false;
        QTest::newRow("before the end") << u"data.e|mail"_s << false;
        QTest::newRow("behind a space") << u"data.email |"_s << false;
        QTest::newRow("the field alone") << u"data|"_s << false;
        QTest::newRow("no path") << u"foo.data|"_s << false;
        QTest::newRow("in quotes") << u"\"data.x\"|"_s << false;
        QTest::newRow("nothing") << u"|"_s << false;
    }
    void pathsWaitForTheirOperator()
    {
        QFETCH(QString, text);
        QFETCH(bool, isBegun);
        const qsizetype caret = text.indexOf(u'|');
        text.remove(caret, 1);
        QCOMPARE(isPathBegun(text, caret), isBegun);
    }

    void namesOfCursorsMayBeBegun()
    {
        // parseFilter() knows no cursors; who compiles the filter does.
        const FilterError mistake{7, 4, u"\"bill\" is not a cursor"_s, {}};
        QVERIFY(mayBecomeRight(mistake, u"cursor>bill", 11, vocabulary()));
        QVERIFY(!mayBecomeRight(mistake, u"cursor>bull", 11, vocabulary()));
    }
};

QTEST_GUILESS_MAIN(TestFilterCompletion)
#include "tst_filtercompletion.moc"

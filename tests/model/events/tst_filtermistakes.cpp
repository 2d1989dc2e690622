// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterparser.h"

#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestFilterMistakes : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void largePatternsAreLeftToTheSearch();
};

void TestFilterMistakes::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("line");
    const auto row = [](const QString &text, int position, int length, const QString &line) {
        QTest::newRow(qPrintable(text)) << text << position << length << line;
    };
    row(u"a tpye:x"_s, 2, 4, u"\"tpye\" is not a field. Did you mean type?"_s);
    row(u"dta.email = x"_s, 0, 9, u"\"dta.email\" is not a field. Did you mean data.email?"_s);
    row(u"https://x"_s,
        0,
        5,
        u"\"https\" is not a field. The fields are type, family, org, object, id, actor, before, "
        "after, at, cursor, is, has, result, data, context, prev. Put quotes around text with \":\"."_s);
    row(u"after:yesterdy"_s,
        6,
        8,
        u"\"yesterdy\" is not a time. Try yesterday, 2d or 2026-11-22."_s);
    row(u"before:2d,soon"_s, 10, 4, u"\"soon\" is not a time. Try yesterday, 2d or 2026-11-22."_s);
    row(u"at > tody"_s, 5, 4, u"\"tody\" is not a time. Try today, 2d or 2026-11-22."_s);
    row(u"data.n < yesterdy"_s,
        9,
        8,
        u"\"yesterdy\" is neither a number nor a time. Did you mean yesterday?"_s);
    row(u"data.n > many"_s,
        9,
        4,
        u"\"many\" is neither a number nor a time. Compare with 10, 2d or 2026-11-22."_s);
    row(u"a (b OR c"_s, 2, 1, u"This bracket is not closed. Put a \")\" behind it."_s);
    row(u"a b) c"_s,
        3,
        1,
        u"This bracket closes nothing. Take it out, or put a \"(\" before it."_s);
    row(u")"_s, 0, 1, u"This bracket closes nothing. Take it out, or put a \"(\" before it."_s);
    row(u"a ()"_s,
        3,
        1,
        u"Something is missing behind \"(\". Write a term as type:user.created, or a text."_s);
    row(u"(a OR )"_s,
        6,
        1,
        u"Something is missing behind \"OR\". Write a term as type:user.created, or a text."_s);
    row(u"a OR"_s,
        4,
        0,
        u"Something is missing behind \"OR\". Write a term as type:user.created, or a text."_s);
    row(u"a AND OR b"_s,
        6,
        2,
        u"Something is missing behind \"AND\". Write a term as type:user.created, or a text."_s);
    row(u"NOT"_s,
        3,
        0,
        u"Something is missing behind \"NOT\". Write a term as type:user.created, or a text."_s);
    row(u"AND b"_s,
        0,
        3,
        u"Something is missing before \"AND\". AND and OR stand between two terms."_s);
    row(u"--a"_s,
        1,
        1,
        u"Only one \"-\" or NOT can stand before a term. Take one out, or put quotes around text that begins with \"-\"."_s);
    row(u"a \"b c"_s, 2, 4, u"The closing quote is missing. Put a \" at the end."_s);
    row(u"type:\"b c"_s, 5, 4, u"The closing quote is missing. Put a \" at the end."_s);
    row(u"\"\""_s,
        0,
        2,
        u"There is nothing between the quotes. Write the text to look for, or take the quotes out."_s);
    row(u"type:\"\""_s, 5, 2, u"There is nothing between the quotes. Write a value for type."_s);
    row(u"type:"_s,
        5,
        0,
        u"A value is missing behind \":\". Write it right behind, as in type:user.created."_s);
    row(u"(type:)"_s,
        6,
        0,
        u"A value is missing behind \":\". Write it right behind, as in type:user.created."_s);
    row(u"type:a, "_s,
        7,
        0,
        u"A value is missing behind \",\". Write it right behind, as in type:user.created."_s);
    row(u"type:,a"_s,
        5,
        0,
        u"A value is missing behind \":\". Write it right behind, as in type:user.created."_s);
    row(u"type:a:b"_s,
        6,
        1,
        u"\":\" cannot stand here. Put quotes around text with \":\", a space or a bracket."_s);
    row(u"type:=b"_s,
        5,
        1,
        u"\"=\" cannot stand here. Put quotes around text with \":\", a space or a bracket."_s);
    row(u"a[0]"_s,
        1,
        1,
        u"A space is missing before \"[\". Put one there, or quotes around all of the text."_s);
    row(u"a [0]"_s,
        2,
        1,
        u"\"[\" cannot stand here. Put quotes around text with \":\", a space or a bracket."_s);
    row(u"a(b)"_s,
        1,
        1,
        u"A space is missing before \"(\". Put one there, or quotes around all of the text."_s);
    row(u"type:a\"b\""_s,
        6,
        3,
        u"A space is missing before \"\"b\"\". Put one there, or quotes around all of the text."_s);
    row(u":a"_s,
        0,
        1,
        u"A field is missing before \":\". Write it as type:user.created, or put quotes around the text."_s);
    row(u"a OR =b"_s,
        5,
        1,
        u"A field is missing before \"=\". Write it as type:user.created, or put quotes around the text."_s);
    row(u"type>a"_s, 4, 1, u"\">\" cannot be used with type. Use one of these: : = != ~"_s);
    row(u"after>=2d"_s, 5, 2, u"\">=\" cannot be used with after. Use one of these: : ="_s);
    row(u"is~/a/"_s, 2, 1, u"\"~\" cannot be used with is. Use one of these: : ="_s);
    row(u"data.:x"_s,
        4,
        1,
        u"\"data.\" is not a path. Paths look like data.groups[].name or data.list[2]."_s);
    row(u"data:x"_s, 0, 4, u"\"data\" is not a path. Name a value in it, as in data.email."_s);
    row(u"a data.b[x]:1"_s,
        8,
        3,
        u"\"data.b[x]\" is not a path. Paths look like data.groups[].name or data.list[2]."_s);
    row(u"has:data.a..b"_s,
        4,
        9,
        u"\"data.a..b\" is not a path. Paths look like data.groups[].name or data.list[2]."_s);
    row(u"has:type"_s,
        4,
        4,
        u"\"type\" is not a path. A path begins with data, context or prev."_s);
    row(u"has:actr"_s, 4, 4, u"\"actr\" is nothing that an event can have. Did you mean actor?"_s);
    row(u"has:wings"_s,
        4,
        5,
        u"\"wings\" is nothing that an event can have. Use org, object, actor, or a path as data.previous_attributes."_s);
    row(u"is:odd"_s,
        3,
        3,
        u"\"odd\" is nothing that an event can be. Use one of these: selected, stale, duplicate, outoforder."_s);
    row(u"is:stal"_s, 3, 4, u"\"stal\" is nothing that an event can be. Did you mean stale?"_s);
    row(u"result:faild"_s, 7, 5, u"\"faild\" is not a result of a replay. Did you mean failed?"_s);
    row(u"family:aut,xyzzy"_s,
        11,
        5,
        u"\"xyzzy\" is not a family. Use one of these: dsync, auth, users, orgs, connections, roles, platform, other."_s);
    row(u"family:dsycn"_s, 7, 5, u"\"dsycn\" is not a family. Did you mean dsync?"_s);
    row(u"id~abc"_s,
        3,
        3,
        u"\"~\" needs a pattern. Patterns stand between slashes, as in ~ /staff|principal/i."_s);
    row(u"id~"_s,
        3,
        0,
        u"A value is missing behind \"~\". Write it right behind, as in type:user.created."_s);
    row(u"id~/abc"_s,
        3,
        4,
        u"The pattern has no end. Patterns stand between slashes, as in ~ /staff|principal/i."_s);
    row(u"id~/abc/gi"_s,
        8,
        2,
        u"\"gi\" is not a pattern's flag. The only flag is i: without case."_s);
    row(u"id~//"_s,
        3,
        2,
        u"There is nothing between the slashes. Patterns look like /staff|principal/i."_s);
    row(u"id ~ /a(b/"_s,
        5,
        5,
        u"/a(b/ cannot be used as a pattern. Missing close parenthesis for group started at index 1."_s);
    row(u"id~/(a)\\1/"_s,
        3,
        7,
        u"/(a)\\1/ cannot be used as a pattern. Back-references are unsupported."_s);
}

/// What costs seconds to tell is left to who compiles the filter.
void TestFilterMistakes::largePatternsAreLeftToTheSearch()
{
    for (const QString &pattern : {u".{1,3000}x.{1,3000}"_s,
                                   u".*a.{300}b.{300}c"_s,
                                   u"(.{1,500}x){1,200}"_s,
                                   u"\\p{L}+@\\p{L}+"_s,
                                   u"a{1,40000}"_s,
                                   u"[{300}]\\x{263A}\\{12}é{7,}"_s}) {
        QVERIFY2(parseFilter(u"type ~ /%1/"_s.arg(pattern)), qPrintable(pattern));
    }
    const auto open = parseFilter(u"id ~ /.{1,3000}x(.{1,3000}/"_s);
    QVERIFY(!open);
    QCOMPARE(open.error().advice, u"Missing close parenthesis for group started at index 10."_s);
    QVERIFY(!parseFilter(u"id ~ /a{30,20}/"_s));
    QVERIFY(!parseFilter(u"id ~ /a{99999999999}/"_s));
}

void TestFilterMistakes::tellsWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(int, length);
    const auto expression = parseFilter(text);
    QVERIFY(!expression);
    QTEST(expression.error().line(), "line");
    QCOMPARE(expression.error().position, position);
    QCOMPARE(expression.error().length, length);
}

QTEST_APPLESS_MAIN(TestFilterMistakes)
#include "tst_filtermistakes.moc"

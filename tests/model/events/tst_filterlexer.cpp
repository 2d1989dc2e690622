// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterlexer.h"
#include "tests/model/events/filterexamples.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

/// `Field type|Operator :|Value x`
QString described(const QString &text)
{
    static const QStringList kNames{u"Field"_s,
                                    u"Operator"_s,
                                    u"Value"_s,
                                    u"Text"_s,
                                    u"Quoted"_s,
                                    u"Pattern"_s,
                                    u"Comma"_s,
                                    u"Open"_s,
                                    u"Close"_s,
                                    u"Minus"_s,
                                    u"And"_s,
                                    u"Or"_s,
                                    u"Not"_s,
                                    u"OpenQuote"_s,
                                    u"OpenPattern"_s,
                                    u"Stray"_s};
    QStringList parts;
    for (const FilterToken &token : lexFilter(text)) {
        parts.append(kNames[static_cast<int>(token.kind)] + u' '
                     + text.sliced(token.position, token.length));
    }
    return parts.join(u" | "_s);
}

} // namespace

class TestFilterLexer : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void cutsIntoWords_data();
    void cutsIntoWords()
    {
        QFETCH(QString, text);
        QTEST(described(text), "tokens");
    }

    void onlySpacesLieBetweenTokens();
    /// No word is read to the end of the text again for each of its parts: that would take minutes here.
    void longTextsTakeNoTime()
    {
        QCOMPARE(lexFilter(u"a:"_s.repeated(200'000)).size(), 400'000);
        QCOMPARE(lexFilter(u"a[\""_s.repeated(200'000)).back().end(), 600'000);
        QCOMPARE(lexFilter(u"a["_s.repeated(200'000)).size(), 400'000);
    }
    void resolvesQuotes()
    {
        QCOMPARE(unquoted(u"\"a b\""), u"a b"_s);
        QCOMPARE(unquoted(u"\"say \\\"hi\\\"\""), u"say \"hi\""_s);
        QCOMPARE(unquoted(u"\"C:\\\\temp\\x\""), u"C:\\temp\\x"_s);
        QCOMPARE(unquoted(u"\"\""), QString());
    }
};

void TestFilterLexer::cutsIntoWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *name, const QString &text, const QString &tokens) {
        QTest::newRow(name) << text << tokens;
    };
    row("nothing", u" \t "_s, {});
    row("text", u"okta wow!"_s, u"Text okta | Text wow!"_s);
    row("field", u"type:a.*"_s, u"Field type | Operator : | Value a.*"_s);
    row("spaces around the operator",
        u"data.x = Platform rest"_s,
        u"Field data.x | Operator = | Value Platform | Text rest"_s);
    row("every operator",
        u"a:1 a=1 a!=1 a>1 a>=1 a<1 a<=1 a~/1/"_s,
        u"Field a | Operator : | Value 1 | Field a | Operator = | Value 1 | Field a | Operator != "
        "| Value 1 | Field a | Operator > | Value 1 | Field a | Operator >= | Value 1 | Field a | "
        "Operator < | Value 1 | Field a | Operator <= | Value 1 | Field a | Operator ~ | Pattern "
        "/1/"_s);
    row("path",
        u"data.groups[].list[2][\"a \\\"]\"].name:x"_s,
        u"Field data.groups[].list[2][\"a \\\"]\"].name | Operator : | Value x"_s);
    row("path after has",
        u"has:data.groups[].name,context.actor x"_s,
        u"Field has | Operator : | Value data.groups[].name | Comma , | Value context.actor | Text "
        "x"_s);
    row("values",
        u"type:a , \"b c\",d e"_s,
        u"Field type | Operator : | Value a | Comma , | Quoted \"b c\" | Comma , | Value d | Text "
        "e"_s);
    row("comma in text", u"a,b"_s, u"Text a,b"_s);
    row("minus touches",
        u"-a -(b) a-b"_s,
        u"Minus - | Text a | Minus - | Open ( | Text b | Close ) | Text a-b"_s);
    row("minus alone", u"a - b -"_s, u"Text a | Text - | Text b | Text -"_s);
    row("negative value", u"data.x<-5"_s, u"Field data.x | Operator < | Value -5"_s);
    row("words that join",
        u"a AND b OR NOT c"_s,
        u"Text a | And AND | Text b | Or OR | Not NOT | Text c"_s);
    row("small letters do not join", u"a and b"_s, u"Text a | Text and | Text b"_s);
    row("time with colons",
        u"after:2026-11-22T09:00Z x"_s,
        u"Field after | Operator : | Value 2026-11-22T09:00Z | Text x"_s);
    row("value with a colon",
        u"type:a:b"_s,
        u"Field type | Operator : | Value a | Stray : | Text b"_s);
    row("value with a bracket",
        u"type:a[b"_s,
        u"Field type | Operator : | Value a | Stray [ | Text b"_s);
    row("value with operators inside",
        u"data.x:a=b~c"_s,
        u"Field data.x | Operator : | Value a=b~c"_s);
    row("pattern",
        u"id ~ /a\\/b c/i,/d/"_s,
        u"Field id | Operator ~ | Pattern /a\\/b c/i | Comma , | Pattern /d/"_s);
    row("slash without ~", u"data.x:/a/b"_s, u"Field data.x | Operator : | Value /a/b"_s);
    row("open quote", u"a \"b c"_s, u"Text a | OpenQuote \"b c"_s);
    row("open pattern", u"id~/b c"_s, u"Field id | Operator ~ | OpenPattern /b c"_s);
    row("bracket in text", u"a[0]"_s, u"Text a | Stray [ | Text 0 | Stray ]"_s);
    row("operator without a field", u":a"_s, u"Operator : | Text a"_s);
    row("two operators", u"type:=a"_s, u"Field type | Operator : | Stray = | Text a"_s);
    row("value missing", u"(type:)"_s, u"Open ( | Field type | Operator : | Close )"_s);
}

/// Random bytes: colouring relies on it.
void TestFilterLexer::onlySpacesLieBetweenTokens()
{
    QRandomGenerator random(5);
    const QString letters = u"ab :=!<>~,()[]\"\\/-.*? \tANDORT09é😀"_s;
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (int size = random.bounded(24); size > 0; --size) {
            text += letters[random.bounded(int(letters.size()))];
        }
        qsizetype at = 0;
        for (const FilterToken &token : lexFilter(text)) {
            QVERIFY2(token.length > 0 && token.position >= at, qPrintable(text));
            QVERIFY2(QStringView(text).sliced(at, token.position - at).trimmed().isEmpty(),
                     qPrintable(text));
            at = token.end();
        }
        QVERIFY2(at <= text.size() && QStringView(text).sliced(at).trimmed().isEmpty(),
                 qPrintable(text));
    }
}

QTEST_APPLESS_MAIN(TestFilterLexer)
#include "tst_filterlexer.moc"

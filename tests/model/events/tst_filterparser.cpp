// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterlexer.h"
#include "model/events/filterparser.h"
#include "model/events/filterprinter.h"
#include "model/events/filterwords.h"
#include "model/events/serverpart.h"
#include "tests/model/events/filterexamples.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// With all brackets: `and(type:a, or(b, not(c)))`.
QString shapeOf(const FilterExpression &expression)
{
    if (expression.kind == FilterExpression::Kind::Term) {
        return filterText(expression.term);
    }
    QStringList operands;
    for (const FilterExpression &operand : expression.operands) {
        operands.append(shapeOf(operand));
    }
    static const QStringList kNames{u"and"_s, u"or"_s, u"not"_s};
    return kNames[static_cast<int>(expression.kind)] + u'(' + operands.join(u", "_s) + u')';
}

QString randomFilter(QRandomGenerator &random)
{
    const QStringList examples = filterExamples();
    QString text = examples[random.bounded(int(examples.size()))];
    const QString letters = u"ab :=!<>~,()[]\"\\/-.*?\t09é😀"_s;
    for (int edits = random.bounded(5); edits > 0; --edits) {
        const int at = random.bounded(int(text.size()) + 1);
        switch (random.bounded(4)) {
        case 0:
            text.insert(at, letters[random.bounded(int(letters.size()))]);
            break;
        case 1:
            text.remove(at, 1 + random.bounded(4));
            break;
        case 2:
            text.truncate(at);
            break;
        default:
            text.insert(at, examples[random.bounded(int(examples.size()))]);
            break;
        }
    }
    return text;
}

QString randomBytes(QRandomGenerator &random)
{
    QByteArray bytes;
    for (int size = random.bounded(40); size > 0; --size) {
        bytes += static_cast<char>(random.bounded(256));
    }
    return random.bounded(2) == 0 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

} // namespace

class TestFilterParser : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyExampleIsPrintedAsItIsWritten_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &example : filterExamples()) {
            QTest::newRow(qPrintable(example)) << example;
        }
    }
    void everyExampleIsPrintedAsItIsWritten()
    {
        QFETCH(QString, text);
        const auto expression = parseFilter(text);
        QVERIFY2(expression, expression ? "" : qPrintable(expression.error().line()));
        // Quotes that are not needed go.
        QCOMPARE(filterText(*expression), QString(text).replace(u"\"Acme\""_s, u"Acme"_s));
    }

    void groupsTerms_data();
    void groupsTerms()
    {
        QFETCH(QString, text);
        const auto expression = parseFilter(text);
        QVERIFY2(expression, expression ? "" : qPrintable(expression.error().line()));
        QTEST(shapeOf(*expression), "shape");
    }

    void readsTerms();
    void everyWordHasItsMeaning();
    void survivesAnyText_data()
    {
        QTest::addColumn<bool>("isMutated");
        QTest::newRow("random bytes") << false;
        QTest::newRow("changed examples") << true;
    }
    void survivesAnyText();
    void deepBracketsAreAMistake()
    {
        const QString fine = QString(100, u'(') + u'a' + QString(100, u')');
        QVERIFY(parseFilter(fine));
        const auto refused = parseFilter(QString(200'000, u'('));
        QVERIFY(!refused);
        QCOMPARE(refused.error().position, 100);
        const auto long_ = parseFilter(u"a OR "_s.repeated(20'000) + u'a');
        QVERIFY(long_);
        QCOMPARE(long_->operands.size(), size_t(20'001));
    }

    void serverPartIsToldApart_data();
    void serverPartIsToldApart()
    {
        QFETCH(QString, text);
        const ServerPart part = serverPart(parseFilter(text).value());
        QTEST(filterText(part.asked), "asked");
        QTEST(filterText(part.local), "local");
    }
};

void TestFilterParser::groupsTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shape");
    const auto row = [](const QString &text, const QString &shape) {
        QTest::newRow(qPrintable(text)) << text << shape;
    };
    row({}, u"and()"_s);
    row(u"  "_s, u"and()"_s);
    row(u"a"_s, u"a"_s);
    row(u"a b"_s, u"and(a, b)"_s);
    row(u"a AND b c"_s, u"and(a, b, c)"_s);
    row(u"a OR b c"_s, u"or(a, and(b, c))"_s);
    row(u"a b OR c"_s, u"or(and(a, b), c)"_s);
    row(u"a AND (b OR c)"_s, u"and(a, or(b, c))"_s);
    row(u"(a OR b)(c OR d)"_s, u"and(or(a, b), or(c, d))"_s);
    row(u"((a))"_s, u"a"_s);
    row(u"a (b c)"_s, u"and(a, and(b, c))"_s);
    row(u"a OR (b OR c)"_s, u"or(a, or(b, c))"_s);
    row(u"-a b"_s, u"and(not(a), b)"_s);
    row(u"NOT a b"_s, u"and(not(a), b)"_s);
    row(u"NOT a OR b"_s, u"or(not(a), b)"_s);
    row(u"-(a b)"_s, u"not(and(a, b))"_s);
    row(u"-(-a)"_s, u"not(not(a))"_s);
    row(u"NOT(a OR -b)"_s, u"not(or(a, not(b)))"_s);
    row(u"a - b"_s, u"and(a, -, b)"_s);
    row(u"a-b"_s, u"a-b"_s);
    row(u"\"-a\" \"AND\" \"a:b\" \"\\\"\""_s, u"and(\"-a\", \"AND\", \"a:b\", \"\\\"\")"_s);
    row(u"type:a , \"b c\" d"_s, u"and(type:a,\"b c\", d)"_s);
    row(u"type : a OR org=x"_s, u"or(type:a, org=x)"_s);
    row(u"data.x=\"\""_s, u"data.x = \"\""_s);
    row(u"data[\"a b\"].c-d[3][].e:x"_s, u"data[\"a b\"].c-d[3][].e:x"_s);
    row(u"data[\"ab\"]!=x"_s, u"data.ab != x"_s);
    row(u"has:org,data.a[].b"_s, u"has:org,data.a[].b"_s);
    row(u"at>=2d at < \"2026-11-22 09:00\""_s, u"and(at>=2d, at<\"2026-11-22 09:00\")"_s);
    row(u"id~/a\\/b\\\\/,/c/i"_s, u"id~/a\\/b\\\\/,/c/i"_s);
    row(u"result:done is:stale,duplicate"_s, u"and(result:done, is:stale,duplicate)"_s);
    row(u"cursor<=b"_s, u"cursor<=b"_s);
    row(u"\"data.x\""_s, u"data.x"_s);
    row(u"type"_s, u"type"_s);
}

void TestFilterParser::readsTerms()
{
    const auto parsed = parseFilter(u"x data.groups[].list[2].name ~ /a\\/b/i,/c/"_s);
    QVERIFY(parsed);
    const FilterTerm &term = parsed->operands[1].term;
    QCOMPARE(term.field, FilterField::Data);
    QCOMPARE(term.op, FilterOperator::Pattern);
    QCOMPARE(term.span.position, 2);
    QCOMPARE(term.span.length, 40);
    using Step = FilterStep;
    QVERIFY((term.path
             == FilterPath{{Step::Kind::Key, u"groups"_s, 0},
                           {Step::Kind::AnyElement, {}, 0},
                           {Step::Kind::Key, u"list"_s, 0},
                           {Step::Kind::Element, {}, 2},
                           {Step::Kind::Key, u"name"_s, 0}}));
    QCOMPARE(term.values.size(), size_t(2));
    QCOMPARE(term.values[0].text, u"a/b"_s);
    QVERIFY(term.values[0].isCaseless);
    QCOMPARE(term.values[1].text, u"c"_s);
    QVERIFY(!term.values[1].isCaseless);
    QCOMPARE(term.values[1].span.position, 39);
    QCOMPARE(term.values[1].span.length, 3);
    QCOMPARE(parseFilter(u"\"say \\\"hi\\\"\""_s)->term.values[0].text, u"say \"hi\""_s);
}

/// Words and operators of the grammar, each once.
void TestFilterParser::everyWordHasItsMeaning()
{
    QCOMPARE(fieldWords().size(), 16);
    for (const QString &word : fieldWords()) {
        QCOMPARE(fieldWord(fieldOf(word).value()), word);
    }
    for (const char *text : {":", "=", "!=", ">", ">=", "<", "<=", "~"}) {
        const QString op = QString::fromLatin1(text);
        QCOMPARE(operatorText(operatorOf(op).value()), op);
    }
    QVERIFY(!operatorOf(u"=="));
    QVERIFY(familiesNamed(u"auth"_s, false)[static_cast<size_t>(Family::Authentication)]);
    QVERIFY(familiesNamed(u"directory sync"_s, false)[static_cast<size_t>(Family::DirectorySync)]);
    QVERIFY(familiesNamed(u"Directory Sync"_s, true)[static_cast<size_t>(Family::DirectorySync)]);
    QVERIFY(familiesNamed(u"Org"_s, false)[static_cast<size_t>(Family::Organizations)]);
    QCOMPARE(familiesNamed(u"or"_s, false), Families{});
    QCOMPARE(familiesNamed(u"AUTH"_s, true), Families{});
    const Families all = familiesNamed(u"*"_s, false);
    QVERIFY(std::find(all.begin(), all.end(), false) == all.end());
}

void TestFilterParser::survivesAnyText()
{
    QFETCH(bool, isMutated);
    QRandomGenerator random(17);
    int parsed = 0;
    constexpr int kRounds = 20'000;
    for (int round = 0; round < kRounds; ++round) {
        const QString text = isMutated ? randomFilter(random) : randomBytes(random);
        const auto expression = parseFilter(text);
        if (!expression) {
            const FilterError &error = expression.error();
            QVERIFY2(error.position >= 0 && error.length >= 0
                         && error.position + error.length <= text.size(),
                     qPrintable(text));
            QVERIFY2(!error.message.isEmpty() && !error.message.endsWith(u'.'), qPrintable(text));
            continue;
        }
        ++parsed;
        const QString printed = filterText(*expression);
        const auto again = parseFilter(printed);
        QVERIFY2(again, qPrintable(text + u" / "_s + printed));
        QVERIFY2(*again == *expression, qPrintable(text + u" / "_s + printed));
        QCOMPARE(filterText(*again), printed);
        const ServerPart part = serverPart(*expression);
        QVERIFY2(parseFilter(filterText(part.asked)) && parseFilter(filterText(part.local)),
                 qPrintable(text));
    }
    // Both answers came often enough to mean something.
    QVERIFY2(parsed > kRounds / 20 && parsed < kRounds * 19 / 20,
             qPrintable(QString::number(parsed)));
}

void TestFilterParser::serverPartIsToldApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("local");
    const auto row = [](const QString &text, const QString &asked, const QString &local) {
        QTest::newRow(qPrintable(text)) << text << asked << local;
    };
    row({}, {}, {});
    row(u"type:dsync.user.*"_s, u"type:dsync.user.*"_s, {});
    row(u"okta"_s, {}, u"okta"_s);
    row(u"type:a,b org:org_1 after:2d before:now data.x:1 okta"_s,
        u"type:a,b org:org_1 after:2d before:now"_s,
        u"data.x:1 okta"_s);
    row(u"at>=2d at<now at>1d"_s, u"at>=2d at<now"_s, u"at>1d"_s);
    row(u"type:a type:b"_s, u"type:a"_s, u"type:b"_s);
    row(u"org:org_1 org=org_2"_s, u"org:org_1"_s, u"org=org_2"_s);
    row(u"org:org_1,org_2 org:Acme org:org_*"_s, {}, u"org:org_1,org_2 org:Acme org:org_*"_s);
    row(u"type:a? type!=b type~/c/ -type:d"_s, {}, u"type:a? type!=b type~/c/ -type:d"_s);
    row(u"type:a OR after:2d"_s, {}, u"type:a OR after:2d"_s);
    row(u"(type:a OR type:b) after:2d,3d"_s, {}, u"(type:a OR type:b) after:2d,3d"_s);
    row(u"family:auth cursor>x"_s, {}, u"family:auth cursor>x"_s);
}

QTEST_APPLESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"

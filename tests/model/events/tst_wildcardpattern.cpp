// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/patternmatcher.h"
#include "model/events/wildcardpattern.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

QString randomText(QRandomGenerator &random, const QString &letters, int maxSize)
{
    const auto characters = letters.toUcs4();
    QString text;
    for (int size = random.bounded(maxSize + 1); size > 0; --size) {
        const char32_t one = characters[random.bounded(int(characters.size()))];
        text += QString::fromUcs4(&one, 1);
    }
    return text;
}

} // namespace

/// The two ways in which the filter language compares texts: `:` and `~`.
class TestWildcardPattern : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void agreesWithRegularExpressions_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::newRow("ascii") << u"aAbB."_s;
        QTest::newRow("beyond ascii") << u"aAöÖ😀Жж"_s;
    }
    void agreesWithRegularExpressions()
    {
        QFETCH(QString, letters);
        QRandomGenerator random(3);
        int matching = 0;
        for (int round = 0; round < 20'000; ++round) {
            const QString written = randomText(random, letters + u"**?"_s, 6);
            const QString text = randomText(random, letters, 8);
            QString expression = QRegularExpression::escape(written);
            expression.replace(u"\\*"_s, u".*"_s).replace(u"\\?"_s, u"."_s);
            const bool isMatch = QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                                    QRegularExpression::CaseInsensitiveOption)
                                     .match(text)
                                     .hasMatch();
            const WildcardPattern pattern(written);
            const QByteArray utf8 = text.toUtf8();
            const QByteArray what = (written + u" / "_s + text).toUtf8();
            QVERIFY2(pattern.matches(text) == isMatch, what.constData());
            QVERIFY2(pattern.matches(QByteArrayView(utf8)) == isMatch, what.constData());
            QVERIFY2(!isMatch || text.contains(pattern.longestPart(), Qt::CaseInsensitive),
                     what.constData());
            matching += isMatch ? 1 : 0;
        }
        QVERIFY2(matching > 500, qPrintable(QString::number(matching)));
    }

    void manyStarsTakeNoTime()
    {
        const WildcardPattern pattern(u"*a"_s.repeated(200) + u'b');
        QVERIFY(!pattern.matches(QString(20'000, u'a')));
        QVERIFY(WildcardPattern(u"***"_s).matchesAll());
        QVERIFY(!WildcardPattern(u"*?"_s).matchesAll());
        QVERIFY(WildcardPattern(QString()).matches(QString()));
        QVERIFY(!WildcardPattern(QString()).matches(u"a"_s));
        QCOMPARE(WildcardPattern(u"*ab?cde*f"_s).longestPart(), u"cde"_s);
    }

    void patternsAreFoundAnywhere_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isCaseless");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("inside") << u"staff"_s << false << u"the staff of"_s << true;
        QTest::newRow("other case") << u"staff"_s << false << u"Staff"_s << false;
        QTest::newRow("without case") << u"staff"_s << true << u"STAFF"_s << true;
        QTest::newRow("without case, beyond ascii") << u"öl"_s << true << u"ÖL"_s << true;
        QTest::newRow("anchored") << u"^b"_s << false << u"ab"_s << false;
        QTest::newRow("word's border") << u"\\bb"_s << false << u"a b"_s << true;
        QTest::newRow("a character is one") << u"^.$"_s << false << u"ö"_s << true;
        QTest::newRow("may be nothing") << u"x*"_s << false << QString() << true;
    }
    void patternsAreFoundAnywhere()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isCaseless);
        QFETCH(QString, text);
        const auto matcher = PatternMatcher::compile(pattern, isCaseless);
        QVERIFY(matcher);
        QTEST(matcher->isIn(text.toUtf8()), "isFound");
    }

    /// A version of Vectorscan loses matches far behind in a text.
    void patternsAreFoundAtEveryPlace_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern : {"7",
                                    "7[78]?",
                                    "7.",
                                    "7|y7z",
                                    "7x*y",
                                    "a.*7",
                                    "7.*7",
                                    "7.{0,5}z",
                                    "^x*7",
                                    "7$",
                                    "\\b7",
                                    "7\\b",
                                    "\\w+@\\w+",
                                    "ö."}) {
            QTest::newRow(pattern) << QString::fromUtf8(pattern);
        }
    }
    void patternsAreFoundAtEveryPlace()
    {
        QFETCH(QString, pattern);
        QRandomGenerator random(5);
        const QString letters = u"7yza8b@ö"_s;
        const QRegularExpression expected(pattern);
        const auto matcher = PatternMatcher::compile(pattern, false);
        QVERIFY(matcher);
        int found = 0;
        for (int round = 0; round < 2000; ++round) {
            QString text(random.bounded(260), u'x');
            const int rarity = 1 + random.bounded(200);
            for (QChar &c : text) {
                if (random.bounded(rarity) == 0) {
                    c = letters[random.bounded(int(letters.size()))];
                }
            }
            const bool isFound = expected.match(text).hasMatch();
            QVERIFY2(matcher->isIn(text.toUtf8()) == isFound, qPrintable(text));
            found += isFound ? 1 : 0;
        }
        QVERIFY2(found > 0 && found < 2000, qPrintable(QString::number(found)));
    }

    void refusalsHaveAReason()
    {
        const auto refused = PatternMatcher::compile(u"(?=a)b"_s, false);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WrongUsage);
        QVERIFY2(refused.error().detail.contains(u"lookahead"_s, Qt::CaseInsensitive)
                     || refused.error().detail.contains(u"Zero-width"_s),
                 qPrintable(refused.error().detail));
        QVERIFY(!PatternMatcher::compile(QString(QChar(0)), false));
    }
};

QTEST_APPLESS_MAIN(TestWildcardPattern)
#include "tst_wildcardpattern.moc"

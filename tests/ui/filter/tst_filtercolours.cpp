// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/filter/filtercolours.h"
#include "ui/shared/contrast.h"
#include "ui/shared/theme.h"

#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// The colour of the character at a place.
QColor colourAt(const QString &text, qsizetype at)
{
    for (const QTextLayout::FormatRange &range : filterColours(text, std::nullopt)) {
        if (at >= range.start && at < range.start + range.length) {
            return range.format.foreground().color();
        }
    }
    return {};
}

QString underlined(const QString &text, const FilterError &mistake)
{
    QString found;
    for (const QTextLayout::FormatRange &range : filterColours(text, mistake)) {
        if (range.format.underlineStyle() == QTextCharFormat::WaveUnderline) {
            found += text.sliced(range.start, range.length);
        }
    }
    return found;
}

} // namespace

class TestFilterColours : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(ThemeChoice::Light); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void kindsOfWordsDiffer()
    {
        const Tokens &t = tokens();
        const QString text = u"type:a.b -after:2d x ~ /p/ OR \"q\" data.n > 5"_s;
        const auto at = [&text](const QString &word) { return colourAt(text, text.indexOf(word)); };
        QCOMPARE(at(u"type"_s), t.jsonKeyword);
        QCOMPARE(at(u"a.b"_s), t.jsonString);
        QCOMPARE(at(u"-after"_s), t.accent);
        QCOMPARE(at(u"2d"_s), t.jsonNumber);
        QCOMPARE(at(u"/p/"_s), t.jsonNumber);
        QCOMPARE(at(u"OR"_s), t.accent);
        QCOMPARE(at(u"\"q\""_s), t.jsonString);
        QCOMPARE(at(u"5"_s), t.jsonNumber);
        QCOMPARE(colourAt(u"foo"_s, 0), t.text);
        // `today` is a time only where times are meant.
        QCOMPARE(colourAt(u"after:today"_s, 8), t.jsonNumber);
        QCOMPARE(colourAt(u"org:today"_s, 6), t.jsonString);
    }

    void formatsStandInOrderAndApart()
    {
        const QString text = u"type:a,b (x OR -org:\"c d\") data.e ~ /f/i"_s;
        const FilterError mistake{6, 14, u"m"_s, {}};
        int end = 0;
        for (const QTextLayout::FormatRange &range : filterColours(text, mistake)) {
            QVERIFY(range.start >= end && range.length > 0);
            end = range.start + range.length;
        }
        QVERIFY(end <= text.size());
    }

    void mistakesAreUnderlined_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("line");
        QTest::newRow("a value") << u"after:yesterdy"_s << 6 << 8 << u"yesterdy"_s;
        QTest::newRow("a field") << u"tpye:x"_s << 0 << 4 << u"tpye"_s;
        QTest::newRow("a part") << u"id:abcdef"_s << 5 << 2 << u"cd"_s;
        QTest::newRow("something missing") << u"x type:"_s << 7 << 0 << u":"_s;
    }
    void mistakesAreUnderlined()
    {
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(int, length);
        QFETCH(QString, line);
        QCOMPARE(underlined(text, {position, length, u"m"_s, {}}), line);
    }

    void everyColourCanBeRead()
    {
        const QString text = u"type:a,b (x OR -after:2d) \"q\" data.e ~ /f/i"_s;
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(theme);
            for (const QTextLayout::FormatRange &range : filterColours(text, std::nullopt)) {
                const QColor colour = range.format.foreground().color();
                QVERIFY2(contrastRatio(colour, tokens().control) >= 4.5,
                         qPrintable(text.sliced(range.start, range.length)));
            }
        }
        applyTheme(ThemeChoice::Light);
    }

    void longTextsAreNotColouredToTheirEnd()
    {
        QCOMPARE(colourAt(QString(20'000, u'x'), 15'000), QColor());
    }
};

QTEST_MAIN(TestFilterColours)
#include "tst_filtercolours.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/ui/uisupport.h"
#include "ui/shared/contrast.h"

#include <QStyle>
#include <QStyleFactory>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

/// Figures of the design are rounded to one place.
constexpr double kRounding = 0.05;
constexpr double kText = 4.5;
constexpr double kGraphics = 3.0;

struct Value
{
    const char *name;
    QColor Tokens::*token;
    QRgb light;
    QRgb dark;
};

// Design, section 3.
constexpr Value kValues[] = {
    {"window", &Tokens::window, 0xF3F4F6, 0x1A1E25},
    {"chrome", &Tokens::chrome, 0xF9FAFB, 0x1E232B},
    {"base", &Tokens::base, 0xFFFFFF, 0x14181E},
    {"side", &Tokens::side, 0xF6F7F9, 0x191D24},
    {"control", &Tokens::control, 0xFFFFFF, 0x232932},
    {"line", &Tokens::line, 0xDFE3E8, 0x2D343F},
    {"hair", &Tokens::hair, 0xECEFF2, 0x20262E},
    {"strong", &Tokens::strong, 0x858F9E, 0x6E7A8A},
    {"soft border", &Tokens::softBorder, 0xC3CAD4, 0x3C4551},
    {"hover", &Tokens::hover, 0xEBEEF2, 0x262D37},
    {"text", &Tokens::text, 0x18202B, 0xE7EBF1},
    {"text2", &Tokens::text2, 0x4A5564, 0xAEB8C5},
    {"text3", &Tokens::text3, 0x646F7E, 0x8792A1},
    {"accent", &Tokens::accent, 0x2456C8, 0x82ABFF},
    {"accent fill", &Tokens::accentFill, 0x2456C8, 0x3A6BDB},
    {"accent text", &Tokens::accentText, 0xFFFFFF, 0xFFFFFF},
    {"selection", &Tokens::selection, 0xDCE7FC, 0x21345B},
    {"danger", &Tokens::danger, 0xB3261E, 0xFF938A},
    {"danger soft", &Tokens::dangerSoft, 0xFCEBE9, 0x3B2022},
    {"production", &Tokens::production, 0xC62828, 0xFF7A70},
    {"production tag", &Tokens::productionTag, 0xC62828, 0xC62828},
    {"warning", &Tokens::warning, 0x855000, 0xF2BC66},
    {"warning soft", &Tokens::warningSoft, 0xFFF4DE, 0x352A14},
    {"ok", &Tokens::ok, 0x1A6E3C, 0x78D6A0},
    {"ok soft", &Tokens::okSoft, 0xE5F4EA, 0x17321F},
    {"info soft", &Tokens::infoSoft, 0xE8F0FE, 0x1D2A44},
    {"JSON string", &Tokens::jsonString, 0x1A6E3C, 0x8FD8AA},
    {"JSON number", &Tokens::jsonNumber, 0x8A3E00, 0xF0B27A},
    {"JSON keyword", &Tokens::jsonKeyword, 0x6A2C91, 0xC3A6F5},
};

struct Glyph
{
    Family family;
    QRgb light;
    double lightRatio;
    QRgb dark;
    double darkRatio;
};

constexpr Glyph kGlyphs[] = {
    {Family::DirectorySync, 0x4093FC, 3.1, 0x3577E1, 4.1},
    {Family::Authentication, 0x8A5F1B, 5.6, 0xCD7327, 5.2},
    {Family::Users, 0x00927D, 3.9, 0xA9EBBF, 13.0},
    {Family::Organizations, 0x7828A4, 8.0, 0xA595FD, 7.1},
    {Family::Connections, 0x386E88, 5.6, 0x72D6FB, 10.8},
    {Family::RolesAccess, 0xD561C3, 3.3, 0xE28DA2, 7.3},
    {Family::Platform, 0x908B21, 3.6, 0xDCBD58, 9.7},
    {Family::Other, 0x4A4E54, 8.4, 0x75797F, 4.1},
};

struct Pair
{
    const char *name;
    QColor Tokens::*front;
    QColor Tokens::*back;
    double light;
    double dark;
};

constexpr Pair kPairs[] = {
    // The design's own figures.
    {"field border on its ground", &Tokens::strong, &Tokens::control, 3.3, 3.4},
    {"text on base", &Tokens::text, &Tokens::base, 16.4, 14.9},
    {"text2 on base", &Tokens::text2, &Tokens::base, 7.6, 8.9},
    {"text2 on selection", &Tokens::text2, &Tokens::selection, 6.1, 6.1},
    {"text3 on base", &Tokens::text3, &Tokens::base, 5.1, 5.6},
    {"text3 on side", &Tokens::text3, &Tokens::side, 4.8, 5.4},
    {"text3 on processed", &Tokens::text3, &Tokens::processed, kText, kText},
    {"accent on base", &Tokens::accent, &Tokens::base, 6.5, 7.8},
    {"white on accent fill", &Tokens::accentText, &Tokens::accentFill, 6.5, 4.9},
    {"text on selection", &Tokens::text, &Tokens::selection, 13.2, 10.3},
    {"danger on soft", &Tokens::danger, &Tokens::dangerSoft, 5.7, 6.9},
    {"white on production tag", &Tokens::accentText, &Tokens::productionTag, 5.6, 5.6},
    {"production on soft", &Tokens::production, &Tokens::productionSoft, 4.7, 5.8},
    {"warning on soft", &Tokens::warning, &Tokens::warningSoft, 6.1, 8.1},
    {"ok on soft", &Tokens::ok, &Tokens::okSoft, 5.5, 7.9},
    {"text2 on info soft", &Tokens::text2, &Tokens::infoSoft, 6.6, 7.1},
    {"JSON string", &Tokens::jsonString, &Tokens::base, 6.3, 8.6},
    {"JSON number", &Tokens::jsonNumber, &Tokens::base, 6.3, 8.6},
    {"JSON keyword", &Tokens::jsonKeyword, &Tokens::base, 6.3, 8.6},
    // What is painted beside them.
    {"text on window", &Tokens::text, &Tokens::window, kText, kText},
    {"text on chrome", &Tokens::text, &Tokens::chrome, kText, kText},
    {"text on side", &Tokens::text, &Tokens::side, kText, kText},
    {"text on control", &Tokens::text, &Tokens::control, kText, kText},
    {"text on hover", &Tokens::text, &Tokens::hover, kText, kText},
    {"text on danger soft", &Tokens::text, &Tokens::dangerSoft, kText, kText},
    {"text on warning soft", &Tokens::text, &Tokens::warningSoft, kText, kText},
    {"text on ok soft", &Tokens::text, &Tokens::okSoft, kText, kText},
    {"text on info soft", &Tokens::text, &Tokens::infoSoft, kText, kText},
    {"text2 on window", &Tokens::text2, &Tokens::window, kText, kText},
    {"text2 on chrome", &Tokens::text2, &Tokens::chrome, kText, kText},
    {"text2 on side", &Tokens::text2, &Tokens::side, kText, kText},
    {"text2 on control", &Tokens::text2, &Tokens::control, kText, kText},
    {"text2 on hover", &Tokens::text2, &Tokens::hover, kText, kText},
    {"text2 on danger soft", &Tokens::text2, &Tokens::dangerSoft, kText, kText},
    {"text2 on warning soft", &Tokens::text2, &Tokens::warningSoft, kText, kText},
    {"text2 on ok soft", &Tokens::text2, &Tokens::okSoft, kText, kText},
    {"text3 on window", &Tokens::text3, &Tokens::window, kText, kText},
    {"text3 on chrome", &Tokens::text3, &Tokens::chrome, kText, kText},
    {"text3 on control", &Tokens::text3, &Tokens::control, kText, kText},
    {"accent on window", &Tokens::accent, &Tokens::window, kText, kText},
    {"accent on chrome", &Tokens::accent, &Tokens::chrome, kText, kText},
    {"accent on side", &Tokens::accent, &Tokens::side, kText, kText},
    {"accent on control", &Tokens::accent, &Tokens::control, kText, kText},
    {"accent on hover", &Tokens::accent, &Tokens::hover, kText, kText},
    {"accent on selection", &Tokens::accent, &Tokens::selection, kText, kText},
    {"danger on window", &Tokens::danger, &Tokens::window, kText, kText},
    {"danger on base", &Tokens::danger, &Tokens::base, kText, kText},
    {"danger on selection", &Tokens::danger, &Tokens::selection, kText, kText},
    {"warning on window", &Tokens::warning, &Tokens::window, kText, kText},
    {"warning on side", &Tokens::warning, &Tokens::side, kText, kText},
    {"warning on selection", &Tokens::warning, &Tokens::selection, kText, kText},
    {"ok on window", &Tokens::ok, &Tokens::window, kText, kText},
    {"ok on base", &Tokens::ok, &Tokens::base, kText, kText},
    {"JSON string on selection", &Tokens::jsonString, &Tokens::selection, kText, kText},
    {"JSON number on selection", &Tokens::jsonNumber, &Tokens::selection, kText, kText},
    {"JSON keyword on selection", &Tokens::jsonKeyword, &Tokens::selection, kText, kText},
};

QPalette plain(QRgb ground, QRgb text, QRgb highlight, QRgb highlightedText)
{
    QPalette palette(QColor::fromRgb(text),
                     QColor::fromRgb(ground),
                     QColor::fromRgb(text),
                     QColor::fromRgb(text),
                     QColor::fromRgb(text),
                     QColor::fromRgb(text),
                     QColor::fromRgb(text),
                     QColor::fromRgb(ground),
                     QColor::fromRgb(ground));
    palette.setColor(QPalette::Highlight, QColor::fromRgb(highlight));
    palette.setColor(QPalette::HighlightedText, QColor::fromRgb(highlightedText));
    return palette;
}

} // namespace

class TestContrast : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void ratioIsThatOfTheGuideline()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrastRatio(QColor(0x123456), QColor(0x123456)), 1.0);
        // The well-known lightest grey that may carry text on white.
        QVERIFY(std::abs(contrastRatio(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    }

    void tokensAreTheDesigns()
    {
        const Tokens light = lightTokens();
        const Tokens dark = darkTokens();
        for (const Value &value : kValues) {
            QVERIFY2(light.*value.token == QColor::fromRgb(value.light), value.name);
            QVERIFY2(dark.*value.token == QColor::fromRgb(value.dark), value.name);
        }
        for (const Glyph &glyph : kGlyphs) {
            QCOMPARE(light.family[int(glyph.family)], QColor::fromRgb(glyph.light));
            QCOMPARE(dark.family[int(glyph.family)], QColor::fromRgb(glyph.dark));
        }
        QVERIFY(!light.isDark);
        QVERIFY(dark.isDark);
    }

    void everyPairIsReadable_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::addColumn<double>("least");
        for (const bool isDark : {false, true}) {
            const Tokens t = isDark ? darkTokens() : lightTokens();
            for (const Pair &pair : kPairs) {
                QTest::addRow("%s, %s", pair.name, isDark ? "dark" : "light")
                    << contrastRatio(t.*pair.front, t.*pair.back)
                    << (isDark ? pair.dark : pair.light);
            }
        }
    }
    void everyPairIsReadable()
    {
        QFETCH(double, ratio);
        QFETCH(double, least);
        QVERIFY2(ratio >= least - kRounding, qPrintable(QString::number(ratio)));
        QVERIFY2(least < kText || ratio >= kText, qPrintable(QString::number(ratio)));
    }

    void glyphsStandOut()
    {
        for (const bool isDark : {false, true}) {
            const Tokens t = isDark ? darkTokens() : lightTokens();
            for (const Glyph &glyph : kGlyphs) {
                const double onBase = contrastRatio(t.family[int(glyph.family)], t.base);
                QVERIFY2(onBase >= kGraphics, qPrintable(QString::number(onBase)));
                QVERIFY(onBase >= (isDark ? glyph.darkRatio : glyph.lightRatio) - kRounding);
                // In the sidebar the family's name stands beside it; Directory Sync has 2.88 on the light side.
                const double onSide = contrastRatio(t.family[int(glyph.family)], t.side);
                QVERIFY2(onSide >= 2.85, qPrintable(QString::number(onSide)));
            }
        }
    }

    void highContrastIsToldFromAnOrdinaryTheme_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addColumn<bool>("isHigh");
        QTest::newRow("white on black") << plain(0x000000, 0xFFFFFF, 0x1AEBFF, 0x000000) << true;
        QTest::newRow("black on white") << plain(0xFFFFFF, 0x000000, 0x37006E, 0xFFFFFF) << true;
        QTest::newRow("yellow on black") << plain(0x000000, 0xFFFF00, 0x008000, 0xFFFFFF) << true;
        QTest::newRow("our light") << paletteOf(lightTokens()) << false;
        QTest::newRow("our dark") << paletteOf(darkTokens()) << false;
        QTest::newRow("Fusion") << QStyleFactory::create(u"Fusion"_s)->standardPalette() << false;
        QTest::newRow("soft dark") << plain(0x1E1E1E, 0xFFFFFF, 0x3584E4, 0xFFFFFF) << false;
        QPalette classic = plain(0xFFFFFF, 0x000000, 0x0078D7, 0xFFFFFF);
        classic.setColor(QPalette::Button, QColor(0xF0F0F0));
        QTest::newRow("white window, grey buttons") << classic << false;
    }
    void highContrastIsToldFromAnOrdinaryTheme()
    {
        QFETCH(QPalette, palette);
        QFETCH(bool, isHigh);
        QCOMPARE(isHighContrast(palette), isHigh);
    }

    void systemPaletteMakesReadableTokens_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("white on black") << plain(0x000000, 0xFFFFFF, 0x1AEBFF, 0x000000);
        QTest::newRow("black on white") << plain(0xFFFFFF, 0x000000, 0x37006E, 0xFFFFFF);
        QTest::newRow("yellow on black") << plain(0x000000, 0xFFFF00, 0x008000, 0xFFFFFF);
        QPalette odd = plain(0x000000, 0xFFFFFF, 0xFFFFFF, 0x000000);
        odd.setColor(QPalette::Button, Qt::white);
        odd.setColor(QPalette::ButtonText, Qt::black);
        odd.setColor(QPalette::Link, QColor(0x00007F));
        QTest::newRow("buttons and links of another kind") << odd;
    }
    void systemPaletteMakesReadableTokens()
    {
        QFETCH(QPalette, palette);
        const Tokens t = tokensOf(palette);
        QCOMPARE(t.base, palette.color(QPalette::Base));
        QCOMPARE(t.text, palette.color(QPalette::Text));
        QCOMPARE(t.isDark, t.text.lightness() > t.base.lightness());
        for (const Pair &pair : kPairs) {
            const double ratio = contrastRatio(t.*pair.front, t.*pair.back);
            QVERIFY2(ratio >= kText,
                     qPrintable(u"%1: %2"_s.arg(QLatin1StringView(pair.name)).arg(ratio)));
        }
        for (const QColor &family : t.family) {
            QVERIFY(contrastRatio(family, t.base) >= kGraphics);
        }
        // And still a sign: what is selected differs from its ground.
        QVERIFY(t.selection != t.base);
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"

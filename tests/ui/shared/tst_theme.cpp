// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/icons.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

/// WCAG 2.1, "contrast ratio".
double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct Pair
{
    const char *name;
    QColor front;
    QColor back;
    double least;
};

QList<Pair> pairs(const Tokens &t)
{
    QList<Pair> all{
        {"text on base", t.text, t.base, 4.5},
        {"text on control", t.text, t.control, 4.5},
        {"text on selection", t.text, t.selection, 4.5},
        {"text2 on base", t.text2, t.base, 4.5},
        {"text2 on side", t.text2, t.side, 4.5},
        {"text2 on selection", t.text2, t.selection, 4.5},
        {"text2 on hover", t.text2, t.hover, 4.5},
        {"text2 on danger soft", t.text2, t.dangerSoft, 4.5},
        {"text2 on warning soft", t.text2, t.warningSoft, 4.5},
        {"text2 on info soft", t.text2, t.infoSoft, 4.5},
        {"text3 on base", t.text3, t.base, 4.5},
        {"text3 on side", t.text3, t.side, 4.5},
        {"text3 on chrome", t.text3, t.chrome, 4.5},
        {"text3 on control", t.text3, t.control, 4.5},
        {"accent on base", t.accent, t.base, 4.5},
        {"accent text on fill", t.accentText, t.accentFill, 4.5},
        {"danger on soft", t.danger, t.dangerSoft, 4.5},
        {"warning on soft", t.warning, t.warningSoft, 4.5},
        {"ok on soft", t.ok, t.okSoft, 4.5},
        {"white on production tag", QColor(Qt::white), t.productionTag, 4.5},
        {"JSON string", t.jsonString, t.base, 4.5},
        {"JSON number", t.jsonNumber, t.base, 4.5},
        {"JSON keyword", t.jsonKeyword, t.base, 4.5},
        {"field border", t.strong, t.control, 3.0},
    };
    for (const QColor &family : t.family) {
        all.append({"family on base", family, t.base, 3.0});
    }
    return all;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void textIsReadable_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void textIsReadable()
    {
        QFETCH(bool, isDark);
        const Tokens t = isDark ? darkTokens() : lightTokens();
        for (const Pair &pair : pairs(t)) {
            const double ratio = contrast(pair.front, pair.back);
            QVERIFY2(ratio >= pair.least,
                     qPrintable(u"%1: %2"_s.arg(QLatin1StringView(pair.name)).arg(ratio)));
        }
    }

    void switchingChangesPaletteAndTokens()
    {
        applyTheme(ThemeChoice::Light);
        QCOMPARE(tokens(), lightTokens());
        QCOMPARE(QApplication::palette().color(QPalette::Base), lightTokens().base);
        applyTheme(ThemeChoice::Dark);
        QCOMPARE(tokens(), darkTokens());
        QCOMPARE(QApplication::palette().color(QPalette::Base), darkTokens().base);
        applyTheme(ThemeChoice::System);
        QVERIFY(tokens() == lightTokens() || tokens() == darkTokens());
        applyTheme(ThemeChoice::Light);
    }

    void everyIconIsDrawnInItsTint()
    {
        QDirIterator icons(u":/icons"_s, {u"*.svg"_s});
        int count = 0;
        while (icons.hasNext()) {
            const QString name = QFileInfo(icons.next()).completeBaseName();
            QImage image(32, 32, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintIcon(&painter, QRectF(0, 0, 32, 32), name, QColor(0x12, 0x34, 0x56));
            painter.end();
            bool isTinted = false;
            for (int y = 0; y < 32 && !isTinted; ++y) {
                for (int x = 0; x < 32 && !isTinted; ++x) {
                    isTinted = image.pixel(x, y) == qRgba(0x12, 0x34, 0x56, 255);
                }
            }
            QVERIFY2(isTinted, qPrintable(name));
            ++count;
        }
        QVERIFY(count > 60);
    }

    void iconFollowsTheTheme()
    {
        const QIcon fetch = icon(u"fetch"_s);
        const auto darkest = [&fetch] {
            const QImage image = fetch.pixmap(32, 32).toImage();
            int lightness = 0;
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > 200) {
                        lightness += image.pixelColor(x, y).lightness();
                        ++count;
                    }
                }
            }
            return count ? lightness / count : -1;
        };
        applyTheme(ThemeChoice::Light);
        const int light = darkest();
        applyTheme(ThemeChoice::Dark);
        const int dark = darkest();
        applyTheme(ThemeChoice::Light);
        QVERIFY(light >= 0);
        QVERIFY(dark > light);
    }

    void familyGlyphsDiffer()
    {
        applyTheme(ThemeChoice::Light);
        QList<QImage> images;
        for (int i = 0; i < kFamilyCount; ++i) {
            QImage image(20, 20, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintFamilyGlyph(&painter, QRectF(0, 0, 20, 20), Family(i));
            painter.end();
            QVERIFY(!images.contains(image));
            images.append(image);
        }
    }

    void figuresAreTabular()
    {
        const QFont font = uiFont();
        const qreal one = tabularWidth(u"1111"_s, font);
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QCOMPARE(tabularWidth(QString(4, QChar(digit)), font), one);
        }
        QVERIFY(tabularWidth(u"12:34"_s, font) > tabularWidth(u"1234"_s, font));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

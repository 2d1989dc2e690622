// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/icons.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace playhead;
using namespace Qt::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

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

    void iconsAreSharpAtEveryScale_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
        QTest::newRow("3") << 3.0;
    }
    void iconsAreSharpAtEveryScale()
    {
        QFETCH(double, ratio);
        const QSize pixels = QSize(16, 16) * ratio;
        for (const QIcon &one :
             {icon(u"fetch"_s), familyIcon(Family::Users), colourIcon(QColor(Qt::blue))}) {
            // What a button asks for: device pixels, not a picture that is stretched afterwards.
            const QPixmap pixmap = one.pixmap(QSize(16, 16), ratio);
            QCOMPARE(pixmap.size(), pixels);
            QCOMPARE(pixmap.devicePixelRatio(), ratio);
        }
        // The same stroke drawn large holds more different greys than one that was stretched would.
        QImage image(pixels, QImage::Format_ARGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(&painter, QRectF(0, 0, 16, 16), u"fetch"_s, Qt::black);
        painter.end();
        QImage drawn(pixels, QImage::Format_ARGB32);
        drawn.fill(Qt::transparent);
        QPainter second(&drawn);
        paintIcon(&second, QRectF(QPointF(), QSizeF(pixels)), u"fetch"_s, Qt::black);
        second.end();
        image.setDevicePixelRatio(1);
        QCOMPARE(image, drawn);
    }

    void fontsAreTheDesigns()
    {
        if (!QFontDatabase::hasFamily(u"Inter"_s)
            || !QFontDatabase::hasFamily(u"JetBrains Mono"_s)) {
            QSKIP("Inter and JetBrains Mono are not installed");
        }
        QCOMPARE(QFontInfo(uiFont()).family(), u"Inter"_s);
        QCOMPARE(QFontInfo(monoFont()).family(), u"JetBrains Mono"_s);
        QVERIFY(QFontInfo(monoFont()).fixedPitch());
        const double grown = fontScale();
        for (const int px : {11, 12, 13, 15, 17, 21}) {
            QCOMPARE(QFontInfo(uiFont(px)).pixelSize(), qRound(px * grown));
        }
        QCOMPARE(QFontInfo(monoFont()).pixelSize(), qRound(12 * grown));
        for (const QFont::Weight weight : {QFont::Normal, QFont::Medium, QFont::DemiBold}) {
            QCOMPARE(uiFont(13, weight).weight(), weight);
        }
        const QFontMetricsF mono(monoFont());
        QCOMPARE(mono.horizontalAdvance(u"1111"_s), mono.horizontalAdvance(u"0000"_s));
        // The application's own font, which every widget starts from.
        applyTheme(ThemeChoice::Light);
        QCOMPARE(QApplication::font().family(), u"Inter"_s);
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

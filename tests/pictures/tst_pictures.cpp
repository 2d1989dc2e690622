// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/pictures/picturecomparison.h"
#include "tests/pictures/picturestates.h"
#include "tests/ui/uisupport.h"

#include <QDir>
#include <QFontDatabase>
#include <QImageWriter>
#include <QLibraryInfo>
#include <QTest>
#include <QVersionNumber>

#include <algorithm>

using namespace playhead;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize kUsual(1440, 900);
constexpr QSize kSmall(960, 600);

bool writePicture(const QImage &image, const QString &path)
{
    QImageWriter writer(path, "png");
    writer.setCompression(100);
    return QDir().mkpath(QFileInfo(path).path()) && writer.write(image);
}

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)),
                     std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))});
}

QRgb nearest(QRgb colour, const QList<QRgb> &colours)
{
    return *std::min_element(colours.begin(), colours.end(), [colour](QRgb a, QRgb b) {
        return distance(colour, a) < distance(colour, b);
    });
}

/// The grounds and letters as they are, then those that lie apart from all before: at most 256, the commonest first.
QList<QRgb> paletteFor(const QImage &image)
{
    constexpr qsizetype kExact = 64;
    constexpr int kApart = 10;
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            ++counts[image.pixel(x, y)];
        }
    }
    QList<QRgb> common = counts.keys();
    std::sort(common.begin(), common.end(), [&counts](QRgb a, QRgb b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
    });
    QList<QRgb> chosen;
    for (const QRgb colour : std::as_const(common)) {
        if (chosen.size() < 256
            && (chosen.size() < kExact || distance(colour, nearest(colour, chosen)) > kApart)) {
            chosen << colour;
        }
    }
    return chosen;
}

/// With 256 colours: a third of the file's size. A picture that would lose by it stays as it is.
QImage withFewColours(const QImage &image)
{
    const QList<QRgb> colours = paletteFor(image);
    QHash<QRgb, uchar> numbers;
    QImage few(image.size(), QImage::Format_Indexed8);
    few.setColorTable(colours);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (!numbers.contains(pixel)) {
                numbers.insert(pixel, uchar(colours.indexOf(nearest(pixel, colours))));
            }
            few.setPixel(x, y, numbers.value(pixel));
        }
    }
    return comparePictures(few, image).share < kPictureShare / 4 ? few : image;
}

} // namespace

/// Key pictures beside the accepted ones in tests/data/pictures. `packaging/dev accept-pictures` accepts what the window
/// looks like now; look at the pictures that it changed before you commit them.
class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFontDatabase::hasFamily(u"Inter"_s)
            || !QFontDatabase::hasFamily(u"JetBrains Mono"_s)) {
            QSKIP("Inter and JetBrains Mono are not installed; the pictures are made with them");
        }
        const QVersionNumber qt = QLibraryInfo::version();
        if (qt.majorVersion() != 6 || qt.minorVersion() != 4) {
            QSKIP("the pictures were accepted with Qt 6.4, and other versions paint otherwise");
        }
    }
    void init() { QTest::failOnWarning(anyRealWarning()); }

    void looksAsAccepted_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("loaded-light") << u"loaded"_s << false << kUsual;
        QTest::newRow("loaded-dark") << u"loaded"_s << true << kUsual;
        QTest::newRow("loaded-light-small") << u"loaded"_s << false << kSmall;
        QTest::newRow("first-run-light-small") << u"first-run"_s << false << kSmall;
        QTest::newRow("production-dark-small") << u"production"_s << true << kSmall;
        QTest::newRow("no-match-light-small") << u"no-match"_s << false << kSmall;
        QTest::newRow("401-light-small") << u"401"_s << false << kSmall;
        QTest::newRow("429-dark-small") << u"429"_s << true << kSmall;
        QTest::newRow("several-selected-light-small") << u"several-selected"_s << false << kSmall;
        QTest::newRow("json-dark-small") << u"json"_s << true << kSmall;
        QTest::newRow("rewind-light-small") << u"rewind"_s << false << kSmall;
        QTest::newRow("export-dark-small") << u"export"_s << true << kSmall;
        QTest::newRow("serve-light-small") << u"serve"_s << false << kSmall;
        QTest::newRow("serve-faults-dark-small") << u"serve-faults"_s << true << kSmall;
        QTest::newRow("new-environment-light-small") << u"new-environment"_s << false << kSmall;
    }
    void looksAsAccepted()
    {
        QFETCH(QString, state);
        QFETCH(bool, isDark);
        QFETCH(QSize, size);
        const auto found = std::find_if(pictureStates().begin(),
                                        pictureStates().end(),
                                        [&state](const PictureState &one) {
                                            return state == QLatin1StringView(one.name);
                                        });
        QVERIFY(found != pictureStates().end());
        const QImage taken = takePicture(*found,
                                         {isDark ? ThemeChoice::Dark : ThemeChoice::Light, size});
        QVERIFY(!taken.isNull());

        const QString file = QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        const QString accepted = QDir(QStringLiteral(PLAYHEAD_ACCEPTED_PICTURES)).filePath(file);
        if (qEnvironmentVariableIsSet("PLAYHEAD_ACCEPT_PICTURES")) {
            // Only what looks otherwise: a picture that is written again for nothing costs room in the repository.
            if (!comparePictures(QImage(accepted), taken).isAccepted()) {
                QVERIFY(writePicture(withFewColours(taken), accepted));
            }
            return;
        }
        const PictureDifference difference = comparePictures(QImage(accepted), taken);
        if (!difference.isAccepted()) {
            const QDir refused(QStringLiteral(PLAYHEAD_REFUSED_PICTURES));
            writePicture(taken, refused.filePath(file));
            if (difference.isSameSize) {
                writePicture(difference.picture, refused.filePath(u"difference-"_s + file));
            }
            QFAIL(qPrintable(
                u"%1 pixels differ (%2 %); see %3. If it shall look so: packaging/dev accept-pictures"_s
                    .arg(difference.pixels)
                    .arg(difference.share * 100)
                    .arg(refused.path())));
        }
    }
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/pictures/picturecomparison.h"

#include <QPainter>
#include <QTest>

using namespace playhead;

class TestPictureComparison : public QObject
{
    Q_OBJECT

private:
    static QImage white()
    {
        QImage image(960, 600, QImage::Format_RGB32);
        image.fill(Qt::white);
        return image;
    }
    static QImage with(const QRect &rect, const QColor &colour)
    {
        QImage image = white();
        QPainter(&image).fillRect(rect, colour);
        return image;
    }

private slots:
    void sameIsAccepted()
    {
        const PictureDifference found = comparePictures(white(), white());
        QVERIFY(found.isAccepted());
        QCOMPARE(found.pixels, 0);
    }

    void softerEdgesAreAccepted()
    {
        const QImage pale = with(QRect(0, 0, 960, 600), QColor(232, 232, 232));
        QVERIFY(comparePictures(white(), pale).isAccepted());
    }

    void iconThatChangedIsSeen()
    {
        const QRect icon(400, 300, 16, 16);
        const PictureDifference found = comparePictures(white(), with(icon, Qt::black));
        QVERIFY(!found.isAccepted());
        QCOMPARE(found.pixels, 256);
        QCOMPARE(found.picture.pixelColor(405, 305), QColor(Qt::red));
        QCOMPARE(found.picture.pixelColor(10, 10), QColor(Qt::white));
    }

    void lineThatMovedIsSeen()
    {
        const QImage before = with(QRect(0, 300, 960, 1), Qt::black);
        const QImage after = with(QRect(0, 301, 960, 1), Qt::black);
        QVERIFY(!comparePictures(before, after).isAccepted());
    }

    void otherSizeIsSeen()
    {
        QVERIFY(!comparePictures(white(), white().scaled(961, 600)).isAccepted());
        QVERIFY(!comparePictures(QImage(), white()).isAccepted());
        QVERIFY(!comparePictures(QImage(), QImage()).isAccepted());
    }
};

QTEST_MAIN(TestPictureComparison)
#include "tst_picturecomparison.moc"

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/pictures/picturecomparison.h"

#include <algorithm>
#include <cstdlib>

namespace playhead {

namespace {

bool differs(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)),
                     std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))})
           > kPictureTolerance;
}

QRgb pale(QRgb colour)
{
    const int grey = 255 - (255 - qGray(colour)) / 4;
    return qRgb(grey, grey, grey);
}

} // namespace

bool PictureDifference::isAccepted() const
{
    return isSameSize && share <= kPictureShare;
}

PictureDifference comparePictures(const QImage &accepted, const QImage &taken)
{
    PictureDifference found;
    found.isSameSize = accepted.size() == taken.size() && !accepted.isNull();
    if (!found.isSameSize) {
        return found;
    }
    const QImage before = accepted.convertToFormat(QImage::Format_RGB32);
    const QImage after = taken.convertToFormat(QImage::Format_RGB32);
    found.picture = QImage(after.size(), QImage::Format_RGB32);
    for (int y = 0; y < after.height(); ++y) {
        for (int x = 0; x < after.width(); ++x) {
            const bool isOther = differs(before.pixel(x, y), after.pixel(x, y));
            found.pixels += isOther ? 1 : 0;
            found.picture.setPixel(x, y, isOther ? qRgb(255, 0, 0) : pale(after.pixel(x, y)));
        }
    }
    found.share = double(found.pixels) / (double(after.width()) * after.height());
    return found;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QImage>

namespace playhead {

/// How far two pictures of one size lie apart.
struct PictureDifference
{
    bool isSameSize = false;
    qint64 pixels = 0; ///< Pixels of which a channel differs by more than kPictureTolerance.
    double share = 0; ///< Of all pixels.
    QImage picture; ///< The new one, pale, with those pixels in red. Null when the sizes differ.

    bool isAccepted() const;
};

/// Of 255: less is what another rasterizer's edges make.
inline constexpr int kPictureTolerance = 24;
/// Less than an icon of the smaller window.
inline constexpr double kPictureShare = 0.0002;

PictureDifference comparePictures(const QImage &accepted, const QImage &taken);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/typecatalogue.h"

#include <QColor>
#include <QIcon>

class QPainter;

namespace playhead {

enum class IconTint {
    Text2,
    Text,
    Text3,
    Accent,
    OnAccent,
    Danger,
    Warning,
    Ok
};

/// An icon of resources/icons by its name (`fetch`, `chev-down`), tinted by the tokens in force at each painting and
/// sharp at every scale. Disabled icons take text3. A name that does not exist asserts in debug builds.
QIcon icon(const QString &name, IconTint tint = IconTint::Text2);
/// The token that a tint stands for, now.
QColor tintColour(IconTint tint);
/// Paints an icon in any colour.
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &colour);

/// The glyph of a family, in its colour. `opacity` 0.6 for processed rows.
void paintFamilyGlyph(QPainter *painter, const QRectF &rect, Family family, qreal opacity = 1.0);
QIcon familyIcon(Family family);

/// A square with round corners in a colour: an environment in menus and in the switcher.
QIcon colourIcon(const QColor &colour);

} // namespace playhead

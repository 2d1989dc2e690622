// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/typecatalogue.h"

#include <QIcon>

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

/// The glyph of a family, in its colour. `opacity` 0.6 for processed rows.
void paintFamilyGlyph(QPainter *painter, const QRectF &rect, Family family, qreal opacity = 1.0);
QIcon familyIcon(Family family);

} // namespace playhead

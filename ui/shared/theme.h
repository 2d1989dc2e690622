// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"
#include "model/events/typecatalogue.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace playhead {

/// The design's palette tokens (design, section 3) as one value, light or dark.
struct Tokens
{
    bool isDark = false;
    QColor window, chrome, base, side, control;
    QColor processed; ///< Ground of processed rows: between base and side.
    QColor line, hair, strong, softBorder, hover;
    QColor text, text2, text3;
    QColor accent, accentFill, accentText, selection;
    QColor danger, dangerSoft, production, productionTag, productionSoft;
    QColor warning, warningSoft, ok, okSoft, infoSoft;
    QColor jsonString, jsonNumber, jsonKeyword;
    QColor family[kFamilyCount];

    bool operator==(const Tokens &) const = default;
};

Tokens lightTokens();
Tokens darkTokens();
QColor environmentColour(EnvironmentColour colour);
/// The environment's own colour; production's red when it is marked so.
QColor environmentColour(const Environment &environment);

enum class ThemeChoice {
    System,
    Light,
    Dark
};

/// The tokens in force. Set by applyTheme(); widgets read them while painting and follow QEvent::PaletteChange.
const Tokens &tokens();
QPalette paletteOf(const Tokens &tokens);

/// Sets style (PlayheadStyle over Fusion), palette and fonts of the application. With System, a high-contrast theme keeps
/// its own palette (contrast.h), and it is called again when the system's theme changes (QEvent::ThemeChange). Window's
/// thread.
void applyTheme(ThemeChoice choice);

/// Fonts of the design's section 4: Inter and JetBrains Mono when installed, else the system's; sizes follow the
/// system's default (13 px = 1.0).
QFont uiFont(int px = 13, QFont::Weight weight = QFont::Normal);
QFont monoFont(int px = 12, QFont::Weight weight = QFont::Normal);

/// How much larger than the design's the person's font is, at least 1.
qreal fontScale();
/// A height of the design, grown with the font: rows and bars use it.
int scaledPx(int px);

} // namespace playhead

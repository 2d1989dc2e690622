// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/theme.h"

// The values of design, section 3.

namespace playhead {

Tokens lightTokens()
{
    Tokens t;
    t.window = QColor(0xF3F4F6);
    t.chrome = QColor(0xF9FAFB);
    t.base = QColor(0xFFFFFF);
    t.side = QColor(0xF6F7F9);
    t.processed = QColor(0xF8F9FA);
    t.control = QColor(0xFFFFFF);
    t.line = QColor(0xDFE3E8);
    t.hair = QColor(0xECEFF2);
    t.strong = QColor(0x858F9E);
    t.softBorder = QColor(0xC3CAD4);
    t.hover = QColor(0xEBEEF2);
    t.text = QColor(0x18202B);
    t.text2 = QColor(0x4A5564);
    t.text3 = QColor(0x646F7E);
    t.accent = QColor(0x2456C8);
    t.accentFill = QColor(0x2456C8);
    t.accentText = QColor(0xFFFFFF);
    t.selection = QColor(0xDCE7FC);
    t.danger = QColor(0xB3261E);
    t.dangerSoft = QColor(0xFCEBE9);
    t.production = QColor(0xC62828);
    t.productionTag = QColor(0xC62828);
    t.productionSoft = QColor(0xFCEBE9);
    t.warning = QColor(0x855000);
    t.warningSoft = QColor(0xFFF4DE);
    t.ok = QColor(0x1A6E3C);
    t.okSoft = QColor(0xE5F4EA);
    t.infoSoft = QColor(0xE8F0FE);
    t.jsonString = QColor(0x1A6E3C);
    t.jsonNumber = QColor(0x8A3E00);
    t.jsonKeyword = QColor(0x6A2C91);
    constexpr QRgb families[kFamilyCount] =
        {0x4093FC, 0x8A5F1B, 0x00927D, 0x7828A4, 0x386E88, 0xD561C3, 0x908B21, 0x4A4E54};
    for (int i = 0; i < kFamilyCount; ++i) {
        t.family[i] = QColor(families[i]);
    }
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.isDark = true;
    t.window = QColor(0x1A1E25);
    t.chrome = QColor(0x1E232B);
    t.base = QColor(0x14181E);
    t.side = QColor(0x191D24);
    t.processed = QColor(0x161A20);
    t.control = QColor(0x232932);
    t.line = QColor(0x2D343F);
    t.hair = QColor(0x20262E);
    t.strong = QColor(0x6E7A8A);
    t.softBorder = QColor(0x3C4551);
    t.hover = QColor(0x262D37);
    t.text = QColor(0xE7EBF1);
    t.text2 = QColor(0xAEB8C5);
    t.text3 = QColor(0x8792A1);
    t.accent = QColor(0x82ABFF);
    t.accentFill = QColor(0x3A6BDB);
    t.accentText = QColor(0xFFFFFF);
    t.selection = QColor(0x21345B);
    t.danger = QColor(0xFF938A);
    t.dangerSoft = QColor(0x3B2022);
    t.production = QColor(0xFF7A70);
    t.productionTag = QColor(0xC62828);
    t.productionSoft = QColor(0x3B2022);
    t.warning = QColor(0xF2BC66);
    t.warningSoft = QColor(0x352A14);
    t.ok = QColor(0x78D6A0);
    t.okSoft = QColor(0x17321F);
    t.infoSoft = QColor(0x1D2A44);
    t.jsonString = QColor(0x8FD8AA);
    t.jsonNumber = QColor(0xF0B27A);
    t.jsonKeyword = QColor(0xC3A6F5);
    constexpr QRgb families[kFamilyCount] =
        {0x3577E1, 0xCD7327, 0xA9EBBF, 0xA595FD, 0x72D6FB, 0xE28DA2, 0xDCBD58, 0x75797F};
    for (int i = 0; i < kFamilyCount; ++i) {
        t.family[i] = QColor(families[i]);
    }
    return t;
}

} // namespace playhead

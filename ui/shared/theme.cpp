// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/theme.h"

#include "ui/shared/contrast.h"
#include "ui/shared/playheadstyle.h"

#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
#include <QAccessibilityHints>
#endif
#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QScreen>
#include <QStyleHints>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

Tokens &currentTokens()
{
    static Tokens current = lightTokens();
    return current;
}

/// The font that the system gave before ours was set.
const QFont &systemFont()
{
    static const QFont font = QApplication::font();
    return font;
}

qreal pixelsPerPoint()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return (screen ? screen->logicalDotsPerInch() : 96.0) / 72.0;
}

QString firstInstalled(const QString &wished, const QString &otherwise)
{
    return QFontDatabase::hasFamily(wished) ? wished : otherwise;
}

/// The system's own. Ours is taken off for it: applyTheme() sets one afterwards.
QPalette systemPalette()
{
    QApplication::setPalette(QPalette());
    return QApplication::palette();
}

bool isDark(const QPalette &system)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark;
    }
#endif
    return system.color(QPalette::WindowText).lightness()
           > system.color(QPalette::Window).lightness();
}

bool asksForContrast(const QPalette &system)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 10, 0)
    if (QGuiApplication::styleHints()->accessibility()->contrastPreference()
        == Qt::ContrastPreference::HighContrast) {
        return true;
    }
#endif
    return isHighContrast(system);
}

} // namespace

QColor environmentColour(EnvironmentColour colour)
{
    switch (colour) {
    case EnvironmentColour::Green:
        return QColor(0x2E8B6E);
    case EnvironmentColour::Blue:
        return QColor(0x3A6BDB);
    case EnvironmentColour::Purple:
        return QColor(0x7828A4);
    case EnvironmentColour::Amber:
        return QColor(0xB8791A);
    case EnvironmentColour::Red:
        break;
    }
    return QColor(0xC62828);
}

QColor environmentColour(const Environment &environment)
{
    return environmentColour(environment.isProduction ? EnvironmentColour::Red
                                                      : environment.colour);
}

const Tokens &tokens()
{
    return currentTokens();
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.base);
    palette.setColor(QPalette::AlternateBase, t.side);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.control);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.accentText);
    palette.setColor(QPalette::ToolTipBase, t.control);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::PlaceholderText, t.text3);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.isDark ? t.softBorder : t.base);
    palette.setColor(QPalette::Midlight, t.hover);
    palette.setColor(QPalette::Mid, t.softBorder);
    palette.setColor(QPalette::Dark, t.strong);
    palette.setColor(QPalette::Shadow, t.isDark ? QColor(0, 0, 0, 160) : QColor(24, 32, 43, 60));
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    palette.setColor(QPalette::Accent, t.accentFill);
#endif
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, t.text3);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.hover);
    return palette;
}

void applyTheme(ThemeChoice choice)
{
    systemFont();
    if (!qobject_cast<PlayheadStyle *>(QApplication::style())) {
        QApplication::setStyle(new PlayheadStyle); // QApplication takes it.
    }
    QApplication::setFont(uiFont());
    const QPalette system = choice == ThemeChoice::System ? systemPalette() : QPalette();
    if (choice == ThemeChoice::System && asksForContrast(system)) {
        currentTokens() = tokensOf(system);
        QApplication::setPalette(system);
        return;
    }
    const bool isDarkWished = choice == ThemeChoice::Dark
                              || (choice == ThemeChoice::System && isDark(system));
    currentTokens() = isDarkWished ? darkTokens() : lightTokens();
    QApplication::setPalette(paletteOf(currentTokens()));
}

QFont uiFont(int px, QFont::Weight weight)
{
    static const QString family = firstInstalled(u"Inter"_s, systemFont().family());
    QFont font = systemFont();
    font.setFamilies({family});
    font.setPointSizeF(px * fontScale() / pixelsPerPoint());
    font.setWeight(weight);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

QFont monoFont(int px, QFont::Weight weight)
{
    static const QString family =
        firstInstalled(u"JetBrains Mono"_s,
                       QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    QFont font = uiFont(px, weight);
    font.setFamilies({family});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

qreal fontScale()
{
    // A system font below 13 px is a default of the platform, hardly a wish for smaller text.
    static const qreal scale = std::max(1.0, QFontInfo(systemFont()).pixelSize() / 13.0);
    return scale;
}

int scaledPx(int px)
{
    return qRound(px * fontScale());
}

} // namespace playhead

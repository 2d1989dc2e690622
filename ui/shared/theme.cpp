// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/theme.h"

#include "ui/shared/stylesheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

Tokens g_tokens = lightTokens();

/// The palette of the system, as it was before the first theme.
const QPalette &systemPalette()
{
    static const QPalette palette = QGuiApplication::palette();
    return palette;
}

bool systemIsDark()
{
    // Qt 6.4 has no question for it: a dark system has light text on a dark window.
    return systemPalette().color(QPalette::WindowText).lightness()
           > systemPalette().color(QPalette::Window).lightness();
}

QString installedFamily(const QString &wanted, QFontDatabase::SystemFont fallback)
{
    return QFontDatabase::families().contains(wanted)
               ? wanted
               : QFontDatabase::systemFont(fallback).family();
}

/// One design pixel in points: 13 px is the system's default size (design, section 4).
qreal pointsPerPx()
{
    static const qreal systemPoints =
        QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
    return (systemPoints > 0 ? systemPoints : 9.75) / 13.0;
}

QPalette makePalette(const Tokens &t)
{
    QPalette palette;
    const auto set =
        [&palette](QPalette::ColorRole role, const QColor &colour, const QColor &disabled) {
            palette.setColor(QPalette::All, role, colour);
            palette.setColor(QPalette::Disabled, role, disabled);
        };
    set(QPalette::Window, t.window, t.window);
    set(QPalette::WindowText, t.text, t.text3);
    set(QPalette::Base, t.base, t.window);
    set(QPalette::AlternateBase, t.side, t.side);
    set(QPalette::Text, t.text, t.text3);
    set(QPalette::PlaceholderText, t.text3, t.text3);
    set(QPalette::Button, t.control, t.control);
    set(QPalette::ButtonText, t.text, t.text3);
    set(QPalette::BrightText, t.danger, t.danger);
    set(QPalette::ToolTipBase, t.control, t.control);
    set(QPalette::ToolTipText, t.text, t.text);
    set(QPalette::Highlight, t.selection, t.hover);
    set(QPalette::HighlightedText, t.text, t.text2);
    set(QPalette::Link, t.accent, t.text3);
    set(QPalette::LinkVisited, t.accent, t.text3);
    set(QPalette::Light, t.control, t.control);
    set(QPalette::Midlight, t.hover, t.hover);
    set(QPalette::Mid, t.softBorder, t.line);
    set(QPalette::Dark, t.strong, t.softBorder);
    set(QPalette::Shadow, t.line, t.line);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    set(QPalette::Accent, t.accentFill, t.softBorder);
#endif
    return palette;
}

} // namespace

const Tokens &tokens()
{
    return g_tokens;
}

void applyTheme(ThemeChoice choice)
{
    const bool isDark = choice == ThemeChoice::Dark
                        || (choice == ThemeChoice::System && systemIsDark());
    g_tokens = isDark ? darkTokens() : lightTokens();
    if (QApplication::style()->objectName().compare(u"fusion"_s, Qt::CaseInsensitive) != 0) {
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    }
    QApplication::setFont(uiFont());
    QApplication::setPalette(makePalette(g_tokens));
    qApp->setStyleSheet(styleSheet(g_tokens));
}

QFont uiFont(int px, QFont::Weight weight)
{
    static const QString family = installedFamily(u"Inter"_s, QFontDatabase::GeneralFont);
    QFont font(family);
    font.setPointSizeF(px * pointsPerPx());
    font.setWeight(weight);
    return font;
}

QFont monoFont(int px, QFont::Weight weight)
{
    static const QString family = installedFamily(u"JetBrains Mono"_s, QFontDatabase::FixedFont);
    QFont font(family);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(px * pointsPerPx());
    font.setWeight(weight);
    return font;
}

QColor environmentColour(EnvironmentColour colour)
{
    switch (colour) {
    case EnvironmentColour::Green:
        return QColor(0x2E8F6B);
    case EnvironmentColour::Blue:
        return QColor(0x3B6FDB);
    case EnvironmentColour::Purple:
        return QColor(0x7828A4);
    case EnvironmentColour::Amber:
        return QColor(0xB8791A);
    case EnvironmentColour::Red:
        break;
    }
    return QColor(0xC62828);
}

} // namespace playhead

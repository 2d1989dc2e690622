// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/contrast.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace playhead {

namespace {

/// Fusion's own light window has 18.3, yellow on black 19.6.
constexpr double kExtreme = 19.0;
constexpr double kLeastText = 4.5;
/// Rows that are selected are read, too: more than the least.
constexpr double kSelectedText = 7.0;

double luminance(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &ground, const QColor &tint, double share)
{
    const auto channel = [share](double a, double b) { return float(a + (b - a) * share); };
    return QColor::fromRgbF(channel(ground.redF(), tint.redF()),
                            channel(ground.greenF(), tint.greenF()),
                            channel(ground.blueF(), tint.blueF()));
}

/// As much of `tint` over `ground` as leaves `text` readable.
QColor tinted(const QColor &ground, const QColor &tint, const QColor &text)
{
    constexpr int kSteps = 20;
    for (int step = kSteps; step > 0; --step) {
        const QColor colour = mixed(ground, tint, double(step) / kSteps);
        if (contrastRatio(text, colour) >= kSelectedText) {
            return colour;
        }
    }
    return ground;
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

bool isHighContrast(const QPalette &system)
{
    constexpr std::pair<QPalette::ColorRole, QPalette::ColorRole> kPairs[] = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::ButtonText, QPalette::Button},
    };
    return std::all_of(std::begin(kPairs), std::end(kPairs), [&system](const auto &pair) {
        return contrastRatio(system.color(QPalette::Active, pair.first),
                             system.color(QPalette::Active, pair.second))
               >= kExtreme;
    });
}

Tokens tokensOf(const QPalette &system)
{
    const auto colour = [&system](QPalette::ColorRole role) {
        return system.color(QPalette::Active, role);
    };
    const QColor base = colour(QPalette::Base);
    const QColor text = colour(QPalette::Text);
    // A ground on which the one text colour cannot be read is not used.
    const auto ground = [&](QPalette::ColorRole role) {
        return contrastRatio(text, colour(role)) >= kLeastText ? colour(role) : base;
    };
    Tokens t;
    t.isDark = text.lightness() > base.lightness();
    t.base = t.processed = base;
    t.window = t.chrome = t.side = ground(QPalette::Window);
    t.control = ground(QPalette::Button);
    t.hover = t.window;
    t.line = t.hair = t.strong = t.softBorder = text;
    t.text = t.text2 = t.text3 = text;
    t.accentFill = colour(QPalette::Highlight);
    t.accentText = colour(QPalette::HighlightedText);
    t.selection = tinted(base, t.accentFill, text);
    const QColor link = colour(QPalette::Link);
    const bool isLinkReadable = std::min({contrastRatio(link, base),
                                          contrastRatio(link, t.window),
                                          contrastRatio(link, t.control),
                                          contrastRatio(link, t.selection)})
                                >= kLeastText;
    t.accent = isLinkReadable ? link : text;
    t.danger = t.production = t.warning = t.ok = text;
    t.productionTag = t.accentFill;
    t.dangerSoft = t.productionSoft = t.warningSoft = t.okSoft = t.infoSoft = base;
    t.jsonString = t.jsonNumber = t.jsonKeyword = text;
    std::fill(std::begin(t.family), std::end(t.family), text);
    return t;
}

} // namespace playhead

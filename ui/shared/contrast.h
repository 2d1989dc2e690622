// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/theme.h"

namespace playhead {

/// The contrast ratio of two opaque colours by WCAG 2.1, from 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

/// Whether a system's palette is one of a high-contrast theme: as good as black and white on every ground that carries
/// text. Ordinary themes have a softer window or button. Such a palette is kept as it is (design, section 3).
bool isHighContrast(const QPalette &system);

/// Tokens made of a system's palette and nothing else, for what is painted by hand. Every text keeps 4.5:1 where the
/// palette's own text has it on its own ground; what colours say elsewhere is left to shapes and words.
Tokens tokensOf(const QPalette &system);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playhead {

struct Tokens;

/// The one small stylesheet on top of Fusion: what a palette cannot say (radii, borders, tab underline, menu padding).
/// Buttons say what they are by the dynamic property `role`: `primary`, `flat`, `link`, `picker`.
QString styleSheet(const Tokens &tokens);

} // namespace playhead

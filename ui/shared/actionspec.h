// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/actions.h"

#include <QtGlobal>

#include <span>

// Marks an action's text for translation; Actions::tr() looks it up.
#define PH_TR(text) QT_TRANSLATE_NOOP("playhead::Actions", text)

namespace playhead {

/// What one action is made from.
struct ActionSpec
{
    ActionId id;
    const char *name; ///< Object name.
    const char *text;
    const char *shortcut; ///< Portable text; "" = none, or a standard key that Actions sets.
    const char *tip; ///< Status tip: what it does, without a period.
    const char *iconName; ///< "" = none.
    bool isCheckable = false;
};

/// The View menu's, kept apart by their number.
std::span<const ActionSpec> viewActionSpecs();

} // namespace playhead

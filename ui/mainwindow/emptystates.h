// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/mainwindow/fetchchoice.h"
#include "ui/mainwindow/tablepane.h"

namespace playhead {

/// What the words on an empty table depend on.
struct EmptySituation
{
    FetchChoice choice;
    QString server; ///< Who was asked: `WorkOS`, or the host of another server.
    quint32 loaded = 0; ///< Events that the filter hides all of.
    bool isCovered = false; ///< The whole range was read: there is nothing.
    bool isCapture = false; ///< A file, of which everything is loaded.
};

// Ids of the choices.
inline constexpr char kChoiceFetch[] = "fetch";
inline constexpr char kChoiceLonger[] = "longer";
inline constexpr char kChoiceAllTypes[] = "allTypes";
inline constexpr char kChoiceClearFilter[] = "clearFilter";

/// Why the table is empty and what can be done (design, section 11).
EmptyState emptyStateFor(const EmptySituation &situation);

/// The next longer range that makes sense to try; empty when there is none.
std::optional<RangePreset> longerRange(RangePreset preset);

} // namespace playhead

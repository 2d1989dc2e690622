// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorground.h"

namespace playhead {

/// The places whose events a move's counts hold: those between the two, and on a move back only what can still be read.
struct CountedPlaces
{
    size_t from = 0;
    size_t to = 0;
};
CountedPlaces countedPlaces(size_t place, size_t target, const CursorGround &ground);

/// Counts the events in places [from, to) into the plan: how many, the first one, from when to when, by type and by
/// organization, and the deletes. Any thread; linear in the events of the span.
void countSpan(MovePlan &plan,
               const CursorGround &ground,
               size_t from,
               size_t to,
               const TypeCatalogue &catalogue);

/// The catalogue, read once: it is constant and readable by any thread, and reading it anew (1.6 ms) would take longer than
/// most plans.
const Result<TypeCatalogue> &knownTypes();

} // namespace playhead

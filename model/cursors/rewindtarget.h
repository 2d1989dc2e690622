// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/cursorground.h"

namespace playhead {

/// The position that a way to move leads to, before anything between the two places is counted (semantics 18, 19).
struct ResolvedTarget
{
    CursorPosition position;
    CursorChange change = CursorChange::Moved;
    quint64 asked = 0; ///< As MovePlan::asked.
    quint64 stepped = 0; ///< Of those asked for, as many were found.
    QString how; ///< As MovePlan::how.
};

/// Where the way leads by what is stored and covered. NotFound and WrongUsage as planMove() tells them. Any thread; linear
/// in the events between the two places.
Result<ResolvedTarget> resolveTarget(const Cursor &cursor,
                                     const MoveTarget &target,
                                     const CursorGround &ground);

/// What is read next, so that resolveTarget() and the counts come nearer to what the server holds; empty = nothing would
/// help. Stepping asks in stretches that grow away from the cursor, everything else for all between the two places at once.
/// Any thread.
TimeRange nextUnread(const Cursor &cursor,
                     const MoveTarget &target,
                     const CursorGround &ground,
                     const Result<ResolvedTarget> &found);

/// An own event at or after the time is known: a stored one, or the one that the cursor stands after.
bool hasEventFrom(const Cursor &cursor, const CursorGround &ground, Instant time);

/// Whether it is known where the position lies in time: its event is stored, or its time was remembered.
bool isPlaceKnown(const CursorPosition &position, const CursorGround &ground);

} // namespace playhead

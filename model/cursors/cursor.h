// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/core/instant.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <variant>

namespace playhead {

/// The last processed event; reading goes on behind it. `createdAt` is remembered so that the place can be shown and its
/// age told when the event itself is no longer stored.
struct AfterEvent
{
    EventId id;
    Instant createdAt{};
    bool operator==(const AfterEvent &) const = default;
};

/// Nothing processed yet; the first read sends range_start = from.
struct FromTime
{
    Instant from{};
    bool operator==(const FromTime &) const = default;
};

/// Where a cursor stands (semantics 18). Never null, never a page's `after`.
using CursorPosition = std::variant<FromTime, AfterEvent>;

/// The moment a position stands at: created_at of its event, or its time.
Instant positionTime(const CursorPosition &position);

/// What Playhead had read of a cursor's stream when it was set to its place: an event of that stretch that is stored later
/// became visible late, and a consumer that had gone on from there never saw it.
struct SeenStretch
{
    quint32 storedEvents = 0; ///< EventSnapshot::rowCount() then.
    Instant since =
        Instant::max(); ///< From here to the place everything was read; max() = nothing is known.
    /// The last of the stored events: a store that was made anew has another one there. Empty = none, or not remembered.
    EventId last{};
    bool isKnown() const { return since != Instant::max(); }
    bool operator==(const SeenStretch &) const = default;
};

/// A named bookmark in an environment's stream, bound to types and an organization.
struct Cursor
{
    qint64 id = 0; ///< Row id; 0 = not stored yet.
    qint64 environmentId = 0;
    QString name; ///< Unique within the environment.
    QString note;
    CursorPosition position;
    QList<QByteArray> types; ///< Empty = all types; sorted.
    OrganizationId organization; ///< Empty = all.
    qint64 version =
        0; ///< Raised by each change; a change that was planned on another version is refused (Conflict).
    Instant changedAt{};
    Instant placedAt{}; ///< When it was set to its position; at or before changedAt.
    SeenStretch seen; ///< Of its position.

    bool operator==(const Cursor &) const = default;
};

/// How a cursor came to a position.
enum class CursorChange {
    Created,
    Moved,
    RewoundByEvents,
    RewoundByTime,
    RewoundToTime,
    RewoundToEvent,
    AdvancedByEvents,
    MovedToOldest, ///< From the horizon.
    MovedToNewest,
    MovedToPlace, ///< A saved place.
    CopiedFromCursor,
    Restored, ///< To a place of its own history.
    Recovered, ///< After it was lost or thrown away.
    Imported,
    Renamed,
    NoteChanged,
    Deleted,
    Undone,
    Redone
};

/// One entry of a cursor's history. Entries are only ever added.
struct CursorHistoryEntry
{
    qint64 id = 0;
    qint64 cursorId = 0;
    CursorChange change = CursorChange::Created;
    Instant at{};
    Cursor before; ///< As it was; for Created equal to `after`.
    Cursor after; ///< As it became; for Deleted equal to `before`.
    QString reason; ///< Of Undone and Redone: that of the change they take back or repeat.
    CursorChange what = CursorChange::
        Created; ///< Undone, Redone: the change taken back or repeated; else `change`.
    bool isGone =
        false; ///< After it the cursor does not exist: deleted, or its creation taken back.
    /// What a move was asked for: `100 events`, `2 h`, a place's or a cursor's name; empty = the change says it.
    QString how;

    bool operator==(const CursorHistoryEntry &) const = default;
};

/// Whether the entry is the first of its cursor: created, imported or recovered under a new name.
bool isCreation(const CursorHistoryEntry &entry);

} // namespace playhead

Q_DECLARE_METATYPE(playhead::Cursor)

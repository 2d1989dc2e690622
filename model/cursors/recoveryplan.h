// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"
#include "model/cursors/rewind.h"
#include "model/cursors/savedplace.h"

namespace playhead {

/// A position that was kept somewhere: a saved place, or one of the cursor's own history.
struct KnownPlace
{
    CursorPosition position;
    QString name; ///< A saved place's; empty for the history's.
    Instant at{}; ///< When it was saved, or the cursor left it.
    ToPlace::Of of = ToPlace::Of::SavedPlace;

    bool operator==(const KnownPlace &) const = default;
};

/// The places of the same types and organization as the cursor's, newest first. `history`: the cursor's own; may be empty.
QList<KnownPlace> knownPlaces(const Cursor &cursor,
                              const QList<SavedPlace> &saved,
                              const QList<CursorHistoryEntry> &history);
/// The newest of them from which can still be read; empty = none.
std::optional<KnownPlace> newestKept(const QList<KnownPlace> &places, Instant horizon);

/// What is still known of a consumer whose cursor is lost or was thrown away.
struct RecoverFromOldest
{
    bool operator==(const RecoverFromOldest &) const = default;
};
struct RecoverFromPlace
{
    KnownPlace place; ///< All up to it was processed.
    bool operator==(const RecoverFromPlace &) const = default;
};
struct RecoverFromTime
{
    Instant time{}; ///< All before it was processed.
    bool operator==(const RecoverFromTime &) const = default;
};
/// The consumer stores this `updated_at` with this object.
struct RecoverFromObject
{
    QByteArray objectId; ///< `directory_user_…`, as in `data`.
    Instant updatedAt{};
    bool operator==(const RecoverFromObject &) const = default;
};
/// The consumer processed the events whose ids are found in the text: a line of its log, or a list, in any order.
struct RecoverFromText
{
    QString text;
    bool operator==(const RecoverFromText &) const = default;
};
/// Nothing old is wanted any more.
struct RecoverFromNow
{
    bool operator==(const RecoverFromNow &) const = default;
};
using RecoveryWay = std::variant<RecoverFromOldest,
                                 RecoverFromPlace,
                                 RecoverFromTime,
                                 RecoverFromObject,
                                 RecoverFromText,
                                 RecoverFromNow>;

struct RecoveryRequest
{
    /// The lost cursor; or, with id 0, a new one for a consumer that threw its cursor away: its environment, name, types and
    /// organization count, its position does not.
    Cursor cursor;
    RecoveryWay way;
    /// So long before the newest event that is known to be processed reading begins again. It covers events that became
    /// visible late and lanes that run behind others. 0 = right behind that event.
    Duration overlap = std::chrono::minutes(5);
    /// false for the demo and captures, whose clock stands still at their newest event.
    bool isHeldBack = true;
    /// false: the server is not asked, so the answer is about what is stored; RecoveryPlan::readError says so where more would
    /// have been read.
    bool mayRead = true;

    bool operator==(const RecoveryRequest &) const = default;
};

struct ProcessedEvent
{
    EventId id;
    QByteArray type;
    Instant createdAt{};
    bool operator==(const ProcessedEvent &) const = default;
};

/// A place for a cursor to go on from, and what follows from it.
struct RecoveryPlan
{
    RecoveryRequest request;
    /// Of the cursor to its new place, `move.target`, as CursorChange::Recovered: to be applied. For a new cursor it is counted
    /// from the newest event known to be processed; create newCursor() instead.
    MovePlan move;

    /// The newest event that is known to be processed; by a time, the last one before it. Empty: none is known.
    std::optional<ProcessedEvent> processed;
    /// The overlap is proven: `processed` lies after the new place and is read again, so nothing after it can be lost.
    bool isProven = false;
    /// Delivered again of what is known to be processed: `processed` and what lies between it and the new place. What the
    /// consumer processed after it comes again, too.
    quint64 again = 0;
    bool isAgainAtLeast = false; ///< Not all of it is read.
    std::vector<TypeMoveCount> againTypes; ///< By family, then count, largest first.
    bool isCutByHorizon = false; ///< Part of the overlap is not kept any more.

    /// Never delivered, because it is not kept any more: from the last thing known to the horizon, or to where reading can
    /// begin, a little behind it. Empty = nothing is.
    TimeRange gone;
    quint64 goneStored = 0; ///< Stored events in it: still to be seen here, and replayed from here.

    // RecoverFromText
    quint32 idsFound =
        0; ///< Different ids of stored events of the cursor's types and organization.
    QList<EventId> unknownIds; ///< Neither stored nor sent by the server at their time.
    QList<EventId> foreignIds; ///< Stored, but of other types or another organization.
    /// RecoverFromObject: `processed` is an older version of the object; its own event was not found.
    bool isOlderVersion = false;

    std::optional<Error>
        readError; ///< Why what is not stored was not read; the rest is about what is.

    Cursor newCursor() const; ///< At the new place; for a request without a stored cursor.
    bool operator==(const RecoveryPlan &) const = default;
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::RecoveryPlan)

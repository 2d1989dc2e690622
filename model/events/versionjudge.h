// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"
#include "model/events/eventsnapshot.h"
#include "model/events/typecatalogue.h"

#include <vector>

namespace playhead {

/// What a careful consumer does with an event (semantics 24).
enum class ExpectedAction {
    Apply,
    SkipStale,
    SkipDuplicate ///< Only where the same id comes again: not by stored events, of which each id is stored once.
};

enum class FreshnessReason {
    First, ///< Nothing was known of the object's version, or there is no object.
    Newer,
    Same,
    Older,
    NoVersion,
    AfterDelete,
    ReceivedTwice
};

struct FreshnessVerdict
{
    ExpectedAction expected = ExpectedAction::Apply;
    FreshnessReason reason = FreshnessReason::First;

    bool operator==(const FreshnessVerdict &) const = default;
};

/// Whether semantics 26 calls the type a delete.
bool isDeleteType(QByteArrayView type);

/// Judges the events of one object, one after the other in stream order, by semantics 25 and 26. One thread at a time.
class VersionJudge
{
public:
    static constexpr qint64 kNoVersion = INT64_MIN; ///< Missing, unreadable, or of a membership.

    /// What is known of an object behind one of its events.
    struct State
    {
        bool isDeleted = false;
        qint64 version = kNoVersion; ///< `updated_at` that was applied last, in microseconds.
    };

    /// The catalogue outlives it.
    explicit VersionJudge(const TypeCatalogue &catalogue);

    void clear(); ///< Another store.
    /// Learns the types of the snapshot: before the first of its rows is asked for.
    void learnTypes(const EventSnapshot &events);
    /// Reads `updated_at` from the event's bytes; microseconds, or kNoVersion.
    qint64 readVersion(const EventSnapshot &events, EventRow row);
    /// What is done with the event, of this type number and version; `state` becomes what is known behind it.
    FreshnessVerdict judge(quint16 type, qint64 version, State &state) const;

private:
    struct TypeFacts
    {
        EventType type;
        bool isMembership = false;
        bool isDelete = false;
    };

    const TypeCatalogue &m_catalogue;
    std::vector<TypeFacts> m_types;
    JsonDocument m_document;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/core/instant.h"
#include "model/events/filterwords.h"
#include "model/events/rowset.h"

#include <QHash>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>

namespace playhead {

class PatternCache;

/// Where a cursor stands among the events of one store (semantics 18).
struct CursorPlace
{
    Instant time{}; ///< Of the event that it is after, or the time that it is from.
    std::optional<EventRow> row; ///< The event that it is after; empty = from `time`.

    bool operator==(const CursorPlace &) const = default;
};

/// What a filter's text means beside the events: `now`, the zone of its dates, `is:selected`.
struct FilterSurroundings
{
    std::function<Instant()> now; ///< Empty = the system's clock.
    QTimeZone zone = QTimeZone::utc(); ///< The shown one (semantics 4).
    /// The rows selected when a filter with `is:selected` is set; empty = none.
    std::function<RowSet()> selected;
};

/// What a filter needs beside the events, as it was when the filter was compiled. All rows are of the one store that is
/// filtered. The functions are called on the filter's thread; an empty one says that no event is so.
struct FilterContext
{
    Instant now{};
    QTimeZone zone = QTimeZone::utc(); ///< The shown one (semantics 4).
    /// Tells the families; outlives the filter. nullptr = every type is of the family Other.
    const TypeCatalogue *catalogue = nullptr;
    QHash<QString, CursorPlace> cursors; ///< By name.
    QHash<OrganizationId, QStringList> organizationNames; ///< Alias and stored name.
    RowSet selected;
    std::function<bool(EventRow row)> isStale; ///< Semantics 25.
    /// Semantics 10, but for events whose id was received more than once: those the store knows.
    std::function<bool(EventRow row)> isDuplicate;
    std::function<std::optional<ReplayResult>(EventRow row)> replayResult;
    /// Of the filters that are compiled one after the other on one thread; empty = each compiles its patterns itself.
    std::shared_ptr<PatternCache> patterns;
};

} // namespace playhead

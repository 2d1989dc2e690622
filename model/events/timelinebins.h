// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/events/eventsnapshot.h"
#include "model/events/typecatalogue.h"

#include <QtGlobal>

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace playhead {

class RowSet;

/// How many events of each family lie in each of a number of equally long stretches of a range.
struct TimelineBins
{
    using Bin = std::array<quint32, kFamilyCount>; ///< By Family.

    TimeRange range; ///< What the bins cover together, [since, until); empty = no bins.
    std::vector<Bin> bins; ///< Bin i covers [startOf(i), startOf(i + 1)).

    /// Start of a bin; of bins.size(), the end of the range. Lengths differ by a microsecond at most.
    Instant startOf(size_t bin) const
    {
        const qint64 whole = (range.until - range.since).count();
        const auto count = static_cast<qint64>(bins.size());
        return count == 0 ? range.since
                          : range.since
                                + Duration(whole / count * qint64(bin)
                                           + whole % count * qint64(bin) / count);
    }

    bool operator==(const TimelineBins &) const = default;
};

/// Counts `bins` bins over `range`; takes a frame at the most for a million events. Window's thread.
using TimelineSource = std::function<TimelineBins(const TimeRange &range, int bins)>;

/// Rows to be counted: in stream order, each with the number of its group.
struct GroupedRows
{
    std::span<const EventRow> rows;
    std::span<const quint32> groups; ///< For each of `rows`.
    /// For each group int(Family), or kFamilyCount when its rows are not counted.
    std::span<const quint8> familyOfGroup;
    const RowSet *hits = nullptr; ///< Only these rows are counted; nullptr = all.
};

/// Counts rows into bins: the bins' edges are searched for, then one pass over the groups counts. Any thread.
TimelineBins countBins(const EventSnapshot &events,
                       const GroupedRows &rows,
                       const TimeRange &range,
                       int bins);

/// The place of the first of `rows`, which stand in stream order, that is not older than `time`.
size_t placeOf(Instant time, const EventSnapshot &events, std::span<const EventRow> rows);

} // namespace playhead

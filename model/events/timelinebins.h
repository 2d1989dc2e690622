// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/events/typecatalogue.h"

#include <QtGlobal>

#include <array>
#include <functional>
#include <vector>

namespace playhead {

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

} // namespace playhead

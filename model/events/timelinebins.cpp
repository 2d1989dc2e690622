// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/timelinebins.h"

#include "model/events/rowset.h"

#include <algorithm>

namespace playhead {

size_t placeOf(Instant time, const EventSnapshot &events, std::span<const EventRow> rows)
{
    const auto place =
        std::lower_bound(rows.begin(), rows.end(), time, [&events](EventRow row, Instant t) {
            return events.createdAt(row) < t;
        });
    return static_cast<size_t>(place - rows.begin());
}

TimelineBins countBins(const EventSnapshot &events,
                       const GroupedRows &rows,
                       const TimeRange &range,
                       int bins)
{
    TimelineBins result;
    if (range.isEmpty() || bins <= 0) {
        return result;
    }
    result.range = range;
    result.bins.resize(static_cast<size_t>(bins));
    size_t i = placeOf(range.since, events, rows.rows);
    for (size_t bin = 0; bin < result.bins.size(); ++bin) {
        const size_t end = i + placeOf(result.startOf(bin + 1), events, rows.rows.subspan(i));
        // One place more, for what is not counted: no branch has to be guessed.
        std::array<quint32, kFamilyCount + 1> counts{};
        if (rows.hits == nullptr) {
            for (; i < end; ++i) {
                ++counts[rows.familyOfGroup[rows.groups[i]]];
            }
        } else {
            for (; i < end; ++i) {
                counts[rows.familyOfGroup[rows.groups[i]]] += rows.hits->contains(rows.rows[i]) ? 1
                                                                                                : 0;
            }
        }
        std::copy_n(counts.begin(), kFamilyCount, result.bins[bin].begin());
    }
    return result;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/timeranges.h"

#include <algorithm>

namespace playhead {

TimeRanges joined(TimeRanges ranges)
{
    std::erase_if(ranges, [](const TimeRange &range) { return range.isEmpty(); });
    std::sort(ranges.begin(), ranges.end(), [](const TimeRange &a, const TimeRange &b) {
        return a.since < b.since;
    });
    TimeRanges result;
    for (const TimeRange &range : ranges) {
        if (!result.empty() && range.since <= result.back().until) {
            result.back().until = std::max(result.back().until, range.until);
        } else {
            result.push_back(range);
        }
    }
    return result;
}

TimeRanges intersection(const TimeRanges &a, const TimeRanges &b)
{
    TimeRanges result;
    size_t i = 0;
    size_t j = 0;
    while (i < a.size() && j < b.size()) {
        const TimeRange common{std::max(a[i].since, b[j].since), std::min(a[i].until, b[j].until)};
        if (!common.isEmpty()) {
            result.push_back(common);
        }
        if (a[i].until < b[j].until) {
            ++i;
        } else {
            ++j;
        }
    }
    return result;
}

TimeRanges gapsIn(const TimeRange &range, const TimeRanges &covered)
{
    TimeRanges gaps;
    Instant from = range.since;
    for (const TimeRange &part : covered) {
        if (part.until <= from) {
            continue;
        }
        if (part.since >= range.until) {
            break;
        }
        if (from < part.since) {
            gaps.push_back({from, part.since});
        }
        from = part.until;
    }
    if (from < range.until) {
        gaps.push_back({from, range.until});
    }
    return gaps;
}

TimeRanges cutEvenly(const TimeRange &range, Duration longest)
{
    TimeRanges parts;
    if (range.isEmpty()) {
        return parts;
    }
    const qint64 length = (range.until - range.since).count();
    const qint64 count = (length + longest.count() - 1) / longest.count();
    parts.reserve(size_t(count));
    Instant from = range.since;
    for (qint64 i = 1; i <= count; ++i) {
        // Whole milliseconds at the seams, which every server can read.
        const Instant cut = floorToMs(range.since + Duration(length / count * i));
        const Instant until = i == count ? range.until : std::max(cut, from);
        if (from < until) {
            parts.push_back({from, until});
        }
        from = until;
    }
    return parts;
}

Instant floorToMs(Instant t)
{
    return std::chrono::floor<std::chrono::milliseconds>(t);
}

Instant ceilToMs(Instant t)
{
    return std::chrono::ceil<std::chrono::milliseconds>(t);
}

} // namespace playhead

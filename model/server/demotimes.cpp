// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/demotimes.h"

#include <algorithm>
#include <array>

namespace playhead {

namespace {

constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kDayMs = 24 * kHourMs;
constexpr qint64 kLengthMs = kDemoLength.count() * kDayMs;

/// How much happens in each hour of a working day, UTC: two mornings, Europe's and America's, and the nightly run of
/// the HR system at six.
constexpr std::array<quint64, 24> kWorkingDay = {3,  2,  2,  2,  3,  6,  30, 26, 44, 36, 18, 14,
                                                 15, 28, 38, 30, 20, 16, 12, 8,  7,  6,  5,  4};
constexpr std::array<quint64, 24> kWeekend = {2, 2, 1, 1, 1, 2, 10, 3, 4, 4, 4, 4,
                                              4, 4, 5, 5, 4, 4, 4,  3, 3, 3, 2, 2};

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

quint64 hourWeight(qint64 ms)
{
    const qint64 day = floorDiv(ms, kDayMs);
    const auto hour = size_t(floorDiv(ms - day * kDayMs, kHourMs));
    const qint64 weekday = ((day + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday; 0 is Monday
    return weekday < 5 ? kWorkingDay[hour] : kWeekend[hour];
}

/// A part of the stream with its share of all stories, in per mille.
struct Zone
{
    qint64 hours = 0;
    quint64 share = 0;
};
constexpr std::array<Zone, 3> kZones = {{{82 * 24, 520}, {6 * 24, 290}, {24, 190}}};

/// Cumulated weights of the hours before the end, oldest first; the first is 0.
std::vector<quint64> cumulatedHours(qint64 endMs)
{
    constexpr quint64 kScale = 1'000'000;
    std::vector<quint64> sums{0};
    qint64 begin = endMs - kLengthMs;
    for (const Zone &zone : kZones) {
        quint64 zoneTotal = 0;
        for (qint64 hour = 0; hour < zone.hours; ++hour) {
            zoneTotal += hourWeight(begin + hour * kHourMs + kHourMs / 2);
        }
        for (qint64 hour = 0; hour < zone.hours; ++hour) {
            const quint64 weight = hourWeight(begin + hour * kHourMs + kHourMs / 2);
            sums.push_back(sums.back() + weight * zone.share * kScale / zoneTotal + 1);
        }
        begin += zone.hours * kHourMs;
    }
    return sums;
}

qint64 paceMs(DemoPace pace, DemoRandom &random)
{
    return pace == DemoPace::Seconds ? random.between(60, 2'400) : random.between(20'000, 600'000);
}

} // namespace

bool isDemoMorning(qint64 ms)
{
    return hourWeight(ms) >= 28;
}

std::vector<qint64> demoStoryTimes(qint64 endMs, size_t count, DemoRandom &random)
{
    const std::vector<quint64> sums = cumulatedHours(endMs);
    const quint64 slice = std::max<quint64>(1, sums.back() / std::max<size_t>(1, count));
    std::vector<qint64> times;
    times.reserve(count);
    size_t hour = 0;
    for (size_t i = 0; i < count; ++i) {
        // One draw from each of `count` equal slices of the weight: sorted without sorting, and never empty.
        const quint64 place = std::min(sums.back() - 1,
                                       sums.back() / count * i + random.below(slice));
        while (sums[hour + 1] <= place) {
            ++hour;
        }
        const quint64 within = (place - sums[hour]) * quint64(kHourMs)
                               / (sums[hour + 1] - sums[hour]);
        times.push_back(endMs - kLengthMs + qint64(hour) * kHourMs + qint64(within));
    }
    return times;
}

std::vector<qint64> demoEventTimes(qint64 endMs,
                                   const std::vector<qint64> &storyTimes,
                                   const std::vector<const DemoStory *> &stories,
                                   DemoRandom &random)
{
    std::vector<qint64> times;
    for (size_t i = 0; i < stories.size(); ++i) {
        const qint64 next = i + 1 < storyTimes.size() ? storyTimes[i + 1] : endMs;
        const auto steps = qint64(stories[i]->steps.size());
        qint64 time = storyTimes[i];
        for (qint64 step = 0; step < steps; ++step) {
            times.push_back(time);
            time += std::min(paceMs(stories[i]->pace, random), (next - storyTimes[i]) / steps);
        }
    }
    // Strictly ascending, first from below, then from the end: there are far more milliseconds than events.
    qint64 least = endMs - kLengthMs + 1;
    for (qint64 &time : times) {
        time = std::max(time, least);
        least = time + 1;
    }
    qint64 most = endMs;
    for (auto time = times.rbegin(); time != times.rend(); ++time) {
        *time = time == times.rbegin() ? endMs : std::min(*time, most);
        most = *time - 1;
    }
    return times;
}

} // namespace playhead

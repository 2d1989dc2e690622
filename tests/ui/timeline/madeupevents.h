// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/timelinebins.h"

#include <chrono>
#include <cmath>
#include <memory>
#include <vector>

namespace playhead {

/// Made-up events for the timeline, and how often it asked for them.
struct MadeUpEvents
{
    struct Event
    {
        Instant at{};
        Family family = Family::Other;
    };

    std::vector<Event> events;
    int asked = 0;

    void add(Instant at, Family family, int count = 1)
    {
        for (int i = 0; i < count; ++i) {
            events.push_back({at, family});
        }
    }

    TimelineBins count(const TimeRange &range, int bins)
    {
        ++asked;
        TimelineBins counted{range, std::vector<TimelineBins::Bin>(size_t(bins))};
        for (const Event &event : events) {
            if (range.contains(event.at)) {
                const auto bin = size_t((event.at - range.since) * bins
                                        / (range.until - range.since));
                ++counted.bins[bin][size_t(event.family)];
            }
        }
        return counted;
    }

    /// A source that asks these events, which outlive it.
    TimelineSource source()
    {
        return [this](const TimeRange &range, int bins) { return count(range, bins); };
    }

    /// A day as in the design's mocks: a busy afternoon, a quiet night, a directory's big run at six, a busy morning.
    void addDay(Instant start)
    {
        using namespace std::chrono_literals;
        unsigned seed = 7;
        const auto random = [&seed](unsigned below) {
            seed = seed * 1103515245U + 12345U;
            return (seed >> 16U) % below;
        };
        for (int bin = 0; bin < 145; ++bin) {
            const Instant at = start + bin * 10min + 5min;
            const bool isNight = bin >= 30 && bin < 98;
            const double rise = bin < 30 ? std::min(1.0, (30 - bin) / 18.0)
                                         : std::min(1.0, std::max(0, bin - 98) / 14.0);
            const double height = isNight ? 2.5 + random(2) : 5 + rise * (18 + random(16));
            add(at, Family::DirectorySync, int(height * 0.42 + random(3) * rise));
            add(at, Family::Authentication, int(height * 0.42));
            add(at, Family::Users, int(random(4) * rise));
            add(at, Family::Organizations, int(random(4) * rise));
            add(at, Family::Connections, random(8) == 7 ? 1 : 0);
            add(at, Family::RolesAccess, int(random(3) * rise));
            add(at, Family::Platform, int(random(3) * rise));
        }
        constexpr int kRun[] = {28, 72, 54, 12};
        for (int i = 0; i < 4; ++i) {
            add(start + (96 + i) * 10min + 1min, Family::DirectorySync, kRun[i]);
        }
    }
};

} // namespace playhead

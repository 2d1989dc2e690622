// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>
#include <optional>

namespace playhead {

/// A moment, in microseconds since 1970-01-01 00:00 UTC. No zone: people see it through ui/shared/timetext.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Duration = std::chrono::microseconds;

constexpr Instant instantFromUs(qint64 us)
{
    return Instant(Duration(us));
}
constexpr qint64 toUs(Instant instant)
{
    return instant.time_since_epoch().count();
}

/// A half-open stretch of time, [since, until).
struct TimeRange
{
    Instant since{};
    Instant until{};

    bool isEmpty() const { return until <= since; }
    bool contains(Instant t) const { return since <= t && t < until; }
    bool operator==(const TimeRange &) const = default;
};

/// Reads every spelling that the API and its SDKs use: date only, `T` or space, with or without seconds, a fraction
/// of 1 to 9 digits (cut to microseconds), `Z`, `+hh:mm`, `+hhmm`, `+hh` or no zone (= UTC). Impossible dates
/// (30 February, hour 24) are refused with ErrorCode::WrongUsage. Any thread.
Result<Instant> parseIsoInstant(QByteArrayView text);

/// As parseIsoInstant, without making an error text: for decoding millions of values.
std::optional<Instant> tryParseIsoInstant(QByteArrayView text);

/// `2026-11-22T13:58:51.306Z`: what copy, export and files use. Years 0 to 9999.
QByteArray isoUtcMs(Instant instant);

/// As isoUtcMs when the microseconds are whole milliseconds, else with six digits: loses nothing.
QByteArray isoUtcExact(Instant instant);

/// Reads `90s`, `15m`, `24h`, `7d`, `2w` (also `1h 15m`, `1 h 15 min`). Refuses zero, negative and unknown units.
Result<Duration> parseDuration(QByteArrayView text);

} // namespace playhead

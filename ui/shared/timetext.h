// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QString>
#include <QTimeZone>

namespace playhead {

/// How the window shows times (design, section 6). Copy and export always write ISO 8601 UTC.
enum class TimeMode {
    Local,
    Utc,
    Relative,
    Delta
};

/// `13:58:51.306`, on other days than that of `now` `22 Nov 13:58:51` (with the year when it is another one); with `Z`
/// behind it when the zone is UTC by choice of the person (`mode` Utc).
QString clockTimeText(Instant instant, Instant now, const QTimeZone &zone, bool marksUtc);

/// `23 Nov 2026, 13:58:51.306`
QString fullTimeText(Instant instant, const QTimeZone &zone);

/// `7 min ago`, `in 3 s`, `just now`
QString relativeTimeText(Instant instant, Instant now);

/// `+0.023 s`, `-1.500 s`, `+2 min 05 s`
QString deltaText(Duration difference);

/// `4 h 36 min`, `12 s`, `3 days`: a length of time for people, two units at the most.
QString durationText(Duration duration);

/// The zone that a mode shows times in: UTC for Utc, else the computer's.
QTimeZone zoneOf(TimeMode mode);

/// The zone's name for people: `UTC`, `CET`.
QString zoneName(const QTimeZone &zone, Instant at);

} // namespace playhead

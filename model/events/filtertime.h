// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QString>
#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace playhead {

/// The stretch that a time of the filter language means: `2026-11-22` a day, `2026-11-22T09:00` a minute,
/// `2026-11-22T09:00:15` a second, `…15.25` a hundredth; a duration (`2d` counts back from `now`, `+30d` forward) and
/// `now` a single microsecond. `today`, `yesterday` and what names no zone are meant in `zone` (semantics 4). Empty when
/// the text is no time, or lies outside the years 1 to 9999. Any thread.
std::optional<TimeRange> filterTime(QStringView text, Instant now, const QTimeZone &zone);

/// Whether filterTime() reads it, whatever the zone and (but for very long durations) the moment.
bool isFilterTime(QStringView text);

/// The word that a misspelled time may be meant as: `yesterdy` gives `yesterday`. Empty when none is near.
QString nearestTimeWord(const QString &text);

} // namespace playhead

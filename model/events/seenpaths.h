// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <QList>
#include <QString>

#include <atomic>

namespace playhead {

/// A value with the number of events in which it was seen.
struct SeenValue
{
    QString text;
    quint32 count = 0;
    bool operator==(const SeenValue &) const = default;
};

/// A path of the filter language that some events have.
struct SeenPath
{
    QString path; ///< As it is written in a filter: `data.groups[].name`, `prev.email`.
    quint32 count = 0; ///< Events of the sample that have it.
    bool isScalar = false; ///< Led to a text, a number, true, false or null at least once.
    QList<SeenValue> values; ///< Some of its scalars, the commonest first; long ones are left out.
    bool operator==(const SeenPath &) const = default;
};

/// The paths of `data`, `context` and `prev` in these events, by the text of the path; elements of arrays count as one
/// (`[]`). Bounded: very large events, deep levels and the thousands of keys that only data makes are left out. Stops
/// early, with what it has, when `stops` is set. Any thread; some 20 µs an event.
QList<SeenPath> seenPaths(const EventSnapshot &events,
                          const std::vector<EventRow> &rows,
                          const std::atomic_bool &stops);

} // namespace playhead

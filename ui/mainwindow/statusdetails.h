// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchprogress.h"

#include <QList>
#include <QTimeZone>

#include <vector>

namespace playhead {

/// One line of a status part's detail: `Complete`, `22 Nov 14:06 to 23 Nov 09:12`.
struct StatusFact
{
    QString name;
    QString value; ///< Several stretches stand under each other.

    bool operator==(const StatusFact &) const = default;
};

/// What of `range` is still to be read. `covered` is sorted and disjoint; edges of up to 90 s count as read, because the newest
/// minute is never complete (semantics 8).
std::vector<TimeRange> stillOpen(const TimeRange &range, const std::vector<TimeRange> &covered);

/// What of `range` was read completely and what is stillOpen(). Times in `zone`, whose name is told.
QList<StatusFact> coverageFacts(const TimeRange &range,
                                const std::vector<TimeRange> &covered,
                                const QTimeZone &zone);

/// `38, 2 of them retries`
StatusFact requestsFact(quint64 requests, quint64 retries);

/// What the last read did; empty when there was none. `host`: who was asked.
QList<StatusFact> readFacts(const FetchProgress &progress,
                            const QString &host,
                            const QTimeZone &zone);

} // namespace playhead

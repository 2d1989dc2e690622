// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/readtally.h"

#include <QSet>

#include <algorithm>

namespace playhead {

size_t ReadTally::countForLimit(std::span<const DecodedEvent> events,
                                quint64 wanted,
                                const EventSnapshot &stored) const
{
    QSet<QByteArray> ofPage;
    size_t count = 0;
    for (; count < events.size() && quint64(ofPage.size()) < wanted; ++count) {
        const QByteArray &id = events[count].fields.id;
        const std::optional<EventRow> row = stored.find(EventId(id));
        if (!row || !hasSeen(*row)) {
            ofPage.insert(id);
        }
    }
    return count;
}

std::vector<EventRow> ReadTally::add(std::span<const DecodedEvent> events,
                                     const AppendOutcome &outcome,
                                     Instant settledBefore,
                                     FetchProgress &progress)
{
    std::vector<EventRow> again;
    for (size_t i = 0; i < events.size(); ++i) {
        const EventRow row = outcome.rows[i];
        if (hasSeen(row)) {
            again.push_back(row);
            ++progress.duplicates;
            continue;
        }
        if (row >= m_seen.size()) {
            m_seen.resize(std::max<size_t>(row + 1, m_seen.size() * 2));
        }
        m_seen[row] = true;
        ++progress.events;
        const Instant t = events[i].fields.createdAt;
        progress.oldest = progress.oldest ? std::min(*progress.oldest, t) : t;
        progress.newest = progress.newest ? std::max(*progress.newest, t) : t;
        if (t < settledBefore && (!m_lastSettled || t >= *m_lastSettled)) {
            m_lastSettled = t;
            progress.lastEventId = EventId(events[i].fields.id);
        }
    }
    progress.added += outcome.added;
    return again;
}

} // namespace playhead

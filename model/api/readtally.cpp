// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/readtally.h"

#include <QSet>

#include <algorithm>

namespace playhead {

Result<size_t> ReadTally::store(const WindowPage &page,
                                const OrganizationId &readOrganization,
                                quint64 left,
                                EventStore &store,
                                FetchProgress &progress)
{
    std::span<const DecodedEvent> events(page.events);
    if (left < events.size()) {
        events = events.first(countForLimit(events, left, store.snapshot()));
    }
    if (events.empty()) {
        return 0;
    }
    const Result<AppendOutcome> outcome = store.append(events, readOrganization);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    const std::vector<EventRow> again = add(events, *outcome, page.seamUntil, progress);
    for (const EventRow row : again) {
        store.markReceivedAgain(row);
    }
    for (size_t i = 0; i < events.size(); ++i) {
        const EventRow row = outcome->rows[i];
        if (page.isLate[i] && std::find(again.begin(), again.end(), row) == again.end()) {
            store.markOutOfOrder(row);
        }
    }
    return events.size();
}

/// How many of the first events hold `wanted` ids that this read has not had.
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

/// Returns the rows that this read had received before; what comes again up to `seamUntil` was asked for twice and does not
/// count.
std::vector<EventRow> ReadTally::add(std::span<const DecodedEvent> events,
                                     const AppendOutcome &outcome,
                                     std::optional<Instant> seamUntil,
                                     FetchProgress &progress)
{
    std::vector<EventRow> again;
    for (size_t i = 0; i < events.size(); ++i) {
        const EventRow row = outcome.rows[i];
        if (hasSeen(row)) {
            if (!seamUntil || events[i].fields.createdAt > *seamUntil) {
                again.push_back(row);
                ++progress.duplicates;
            }
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
    }
    progress.added += outcome.added;
    return again;
}

EventId ReadTally::newestBefore(Instant limit, const EventSnapshot &stored) const
{
    std::optional<EventRow> newest;
    for (EventRow row = 0; row < m_seen.size(); ++row) {
        if (m_seen[row] && stored.createdAt(row) < limit
            && (!newest || stored.createdAt(row) >= stored.createdAt(*newest))) {
            newest = row;
        }
    }
    return newest ? stored.id(*newest) : EventId();
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/tailmarks.h"

#include <algorithm>

namespace playhead {

void TailMarks::seeStored(const EventSnapshot &events,
                          const FetchScope &scope,
                          const TimeRange &range)
{
    const auto organization = events.findOrganization(scope.organization);
    const auto isOfScope = [&](EventRow row) {
        return (scope.types.isEmpty() || scope.types.contains(events.typeName(events.type(row))))
               && (scope.organization.isEmpty() || organization == events.organization(row));
    };
    for (EventRow row = 0; row < events.rowCount(); ++row) {
        const Instant t = events.createdAt(row);
        if (range.contains(t) && m_newest < t && isOfScope(row)) {
            m_newest = t;
        }
    }
}

void TailMarks::beginPoll()
{
    m_ofPoll.clear();
    m_newestBefore = m_newest;
}

TailMarks::Marked TailMarks::mark(const WindowPage &page,
                                  const AppendOutcome &outcome,
                                  EventStore &store)
{
    Marked marked;
    for (size_t i = 0; i < page.events.size(); ++i) {
        const EventRow row = outcome.rows[i];
        const Instant t = page.events[i].fields.createdAt;
        const bool isAgain = m_ofPoll.contains(row);
        const bool isNew = row >= outcome.firstNew && row < outcome.firstNew + outcome.added;
        if (isAgain && !m_again.contains(row)) {
            store.markReceivedAgain(row);
            m_again.insert(row);
            ++marked.again;
        } else if (isNew && !isAgain
                   && (page.isLate[i] || (m_newestBefore && t < *m_newestBefore))) {
            store.markOutOfOrder(row);
            ++marked.late;
        }
        m_ofPoll.insert(row);
        m_newest = m_newest ? std::max(*m_newest, t) : t;
    }
    return marked;
}

} // namespace playhead

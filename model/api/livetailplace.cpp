// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// Where a live tail begins, and what it has covered.
#include "model/api/coverage.h"
#include "model/api/livetail.h"
#include "model/events/eventstore.h"

#include <algorithm>

namespace playhead {

/// The end of the last stretch that was read inside the range.
void LiveTail::findPlace()
{
    Instant from = m_scope.range.since;
    bool isRead = false;
    for (const TimeRange &range : m_coverage.map().covered(m_scope, m_catalogue)) {
        isRead = isRead || range.until >= from;
        from = std::max(from, range.until);
    }
    m_place.begin(from);
    m_writtenUntil = from;
    m_sinceSweep.invalidate();
    if (isRead) {
        seeWhatIsStored();
    }
}

/// A read stores events that are younger than the end of what it covers. What comes from before them is late.
void LiveTail::seeWhatIsStored()
{
    // Not all that is stored: behind a gap, events in order are older than some that other reads brought.
    const Instant from = m_place.coveredUntil();
    m_marks.seeStored(m_store.snapshot(), m_scope, {from, from + m_settings.coverageMargin});
}

/// False: it failed, and the tail has stopped by that.
bool LiveTail::writeCoverage(bool isDue)
{
    TimeRange range{m_writtenUntil, m_place.coveredUntil()};
    if (const std::optional<TimeRange> ofPoll = m_place.covered(m_window)) {
        range.until = std::max(range.until, ofPoll->until);
    }
    if (!isDue || range.isEmpty()) {
        return true;
    }
    if (const Status written = writeCovered(range); !written) {
        if (m_status.state != TailState::Failed) {
            m_writtenUntil = range.until; // fail() must not try it again
            fail(written.error());
        }
        return false;
    }
    m_writtenUntil = range.until;
    m_sinceWritten.start();
    emit coverageChanged();
    return true;
}

Status LiveTail::writeCovered(const TimeRange &range)
{
    if (Status synced = m_store.sync(); !synced) {
        return synced;
    }
    return m_coverage.add(m_types.coverageKey(m_scope.organization),
                          range,
                          m_store.snapshot().rowCount());
}

} // namespace playhead

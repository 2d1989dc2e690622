// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/eventspage.h"
#include "model/server/faultdice.h"

#include <chrono>
#include <map>
#include <set>

namespace playhead {

/// The faults that belong to events and not to requests: the same events, whoever asks and however often. Made for one request;
/// refers to what it is given. One thread.
class EventFaults
{
public:
    EventFaults(const ServedEvents &events,
                const FaultPlan &plan,
                const ApiSwitches &switches,
                Instant now);

    /// Whether any is on: else nothing below does anything.
    bool areOn() const { return m_updatedAtBack || m_unknownType || m_holdBack || m_lostCursor; }

    /// Whether the event is left out: it is late, or its changed type is in no list of types that can be asked.
    bool isHidden(size_t row, bool asksTypes) const;
    /// Whether a cursor at this event is refused; false for an id that is unknown anyway. Notes it.
    bool losesCursor(const QByteArray &id);
    /// Remembers for notes() that isHidden() left the event out.
    void noteHidden(size_t row);
    /// Gives the events of the page the bytes that the faults give them. Notes them.
    void alter(SelectedPage &page);

    /// What was done: `updated-at-back event_…`, one entry a fault, long lists cut.
    std::vector<QByteArray> notes() const;

private:
    bool hits(const FaultSetting *setting, QByteArrayView id) const;
    bool isLate(size_t row, QByteArrayView id) const;
    void note(FaultKind kind, size_t row);
    QByteArray withOlderUpdatedAt(size_t row) const;
    std::optional<Instant> updatedAtBefore(size_t row) const;

    const ServedEvents &m_events;
    FaultDice m_dice;
    Instant m_now;
    const FaultSetting *m_updatedAtBack; ///< Null = off, as the others.
    const FaultSetting *m_unknownType;
    const FaultSetting *m_holdBack;
    const FaultSetting *m_lostCursor;
    std::chrono::seconds m_lateness{0}; ///< With the hold-back of all events.
    std::map<FaultKind, std::set<size_t>> m_notes; ///< Rows.
};

} // namespace playhead

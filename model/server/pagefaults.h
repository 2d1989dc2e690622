// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/eventfaults.h"
#include "model/server/requestfaults.h"

namespace playhead {

/// Selects the page of one request with the faults of its events and, at most one, of its page. Refers to what it is given.
/// One thread.
class PageFaults
{
public:
    PageFaults(const ServedEvents &events,
               const ApiSwitches &switches,
               EventFaults &eventFaults,
               RequestFaults &requestFaults,
               Instant now);

    /// As selectPage(). `spoilsPage` false: only the faults of events. Notes what it did.
    tl::expected<SelectedPage, Refusal> page(const EventsRequest &asked, bool spoilsPage);
    /// The body of that page, which is no JSON when that fault has hit.
    QByteArray body(const SelectedPage &page) const;

private:
    using Selected = tl::expected<SelectedPage, Refusal>;

    Selected select(const EventsRequest &asked) const;
    void spoil(SelectedPage &page, const EventsRequest &asked);
    bool repeat(SelectedPage &page, const EventsRequest &asked) const;
    bool matches(size_t row, const EventsRequest &asked) const;
    bool dropField(SelectedPage &page) const;
    bool doubleEvent(SelectedPage &page, const EventsRequest &asked);
    bool swapEvents(SelectedPage &page, const EventsRequest &asked);
    ServedOrder orderOf(const EventsRequest &asked) const;

    const ServedEvents &m_events;
    const ApiSwitches &m_switches;
    EventFaults &m_eventFaults;
    RequestFaults &m_requestFaults;
    Instant m_now;
    bool m_breaksJson = false;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/apiswitches.h"
#include "model/server/eventsrequest.h"
#include "model/server/servedevents.h"

#include <functional>
#include <span>

namespace playhead {

/// Rows that are left out of a request's pages as if they did not exist; may be empty. They can still be cursors.
using HiddenRows = std::function<bool(size_t row)>;

/// A question made of rows instead of ids, times and names.
class EventsSelection
{
public:
    static tl::expected<EventsSelection, Refusal> make(const ServedEvents &events,
                                                       const EventsRequest &request,
                                                       const ApiSwitches &switches,
                                                       Instant now,
                                                       const HiddenRows &isHidden);

    /// The rows of the page, ascending.
    std::vector<size_t> rows() const;
    /// Where the list goes on behind these rows; empty at the end of the list.
    QByteArray after(const std::vector<size_t> &page) const;
    bool showsNewestFirst() const { return m_order != ServedOrder::Ascending; }

private:
    EventsSelection(const ServedEvents &events,
                    const EventsRequest &request,
                    const ApiSwitches &switches,
                    Instant now);

    std::optional<Refusal> setTypes();
    std::optional<Refusal> setOrganization();
    std::optional<Refusal> setRange();
    std::optional<Refusal> setCursors();
    std::optional<Refusal> setCursor(std::optional<size_t> &cursor, const QByteArray &id) const;
    bool matches(size_t row) const;
    void setLists();
    std::vector<size_t> nearest(size_t begin, size_t end, size_t count, bool fromOldest) const;
    bool afterMeansNewer() const { return m_order != ServedOrder::Descending; }
    bool takesOldestFirst() const;

    const ServedEvents *m_events;
    const EventsRequest *m_request;
    const ApiSwitches *m_switches;
    Instant m_now;
    Instant m_horizon;
    ServedOrder m_order;
    size_t m_visibleEnd; ///< What comes later is held back.
    HiddenRows m_isHidden; ///< Empty = none.
    std::vector<bool> m_types; ///< Empty = all.
    quint32 m_organization = 0; ///< 0 = all.
    bool m_isRare = false; ///< Matches are in m_lists alone: rows of types or of an organization.
    std::vector<std::span<const quint32>> m_lists;
    std::optional<size_t> m_after;
    std::optional<size_t> m_before;
    size_t m_rangeBegin = 0; ///< The range alone.
    size_t m_rangeEnd = 0;
    size_t m_begin = 0; ///< The range between the cursors.
    size_t m_end = 0;
};

} // namespace playhead

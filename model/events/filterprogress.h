// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/compiledfilter.h"
#include "model/events/filtercontext.h"
#include "model/events/freshness.h"

#include <memory>
#include <optional>

namespace playhead {

/// What is wanted of a search now.
struct FilterGoal
{
    quint64 request = 0;
    quint64 store = 0; ///< What was found in another store says nothing about this one.
    quint64 meaning = 0; ///< Cursors, names and selection; another one, and old finds say nothing.
    std::optional<FilterExpression> expression; ///< Empty = nothing.
    FilterContext context;
    EventSnapshot events;
};

/// How far a search is with one filter. One thread.
class FilterProgress
{
public:
    /// Begins with what `previous`, if there is one, found when the new filter narrows that one. `freshness` is the
    /// store's, shared by all filters on it.
    FilterProgress(const FilterGoal &goal,
                   FilterProgress *previous,
                   std::shared_ptr<Freshness> freshness);
    FilterProgress(const FilterProgress &) = delete; // its filter refers to it
    FilterProgress &operator=(const FilterProgress &) = delete;

    quint64 request() const { return m_request; }
    quint64 store() const { return m_store; }

    bool isAtEnd(const EventSnapshot &events) const
    {
        return m_nextCandidate >= m_candidates.size() && m_next >= events.rowCount();
    }
    /// Tests some thousand rows, or about a megabyte when bytes must be read.
    void testBlock(const EventSnapshot &events);
    /// Rows that were tested may match otherwise now: all are tested again.
    void startAgain();

    bool readsFreshness() const { return m_readsFreshness; }
    const std::vector<EventRow> &hits() const { return m_hits; }
    EventRow searchedTo() const
    {
        return m_nextCandidate < m_candidates.size() ? m_candidates[m_nextCandidate] : m_next;
    }

private:
    std::vector<EventRow> takeBlock(const EventSnapshot &events);

    quint64 m_request = 0;
    quint64 m_store = 0;
    quint64 m_meaning = 0;
    FilterExpression m_expression;
    std::shared_ptr<Freshness> m_freshness;
    bool m_readsFreshness = false;
    std::optional<CompiledFilter> m_filter;
    std::vector<EventRow>
        m_candidates; ///< Tested first: what a wider filter left of the rows before `m_next`.
    size_t m_nextCandidate = 0;
    EventRow m_next = 0; ///< From here on every row is tested.
    std::vector<EventRow> m_hits;
};

} // namespace playhead

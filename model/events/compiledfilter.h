// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"
#include "model/events/filtercontext.h"

#include <memory>
#include <tl/expected.hpp>
#include <vector>

namespace playhead {

/// A filter that is ready to look at the events of one store. Terms that columns answer come first, then text, then what
/// only JSON tells, each on the rows that the terms before it left. One thread at a time; may move to another.
///
/// Where section 10 of the design leaves it open: an event without the named thing (no organization, a missing path) is
/// matched by no operator, `!=` neither; `!=` with several values means none of them; a range is [after, before);
/// `at` compares with the whole stretch that a time names (`at:2026-11-22` is that day); `cursor:name` is the last event
/// that the cursor is after.
class CompiledFilter
{
public:
    /// Fails when a term cannot be used: what parseFilter() tells, cursors that the context does not know, and
    /// patterns that are refused when they are compiled, which may take seconds.
    static tl::expected<CompiledFilter, FilterError> compile(const FilterExpression &expression,
                                                             FilterContext context);
    ~CompiledFilter();
    CompiledFilter(CompiledFilter &&) noexcept;
    CompiledFilter &operator=(CompiledFilter &&) noexcept;

    /// The cursor that the context does not know, if there is one: what compile() tells beyond parseFilter(), without the
    /// work of compiling.
    static std::optional<FilterError> unknownCursorIn(const FilterExpression &expression,
                                                      const FilterContext &context);

    /// The empty filter: every event matches.
    bool matchesAll() const;

    /// Those of the rows that match, in their order. Quickest for neighbouring rows in ascending order. The snapshots of
    /// all calls are of the same store, each at least as long as the one before. A caller that must be able to stop hands
    /// in some thousand rows at a time.
    std::vector<EventRow> matching(const EventSnapshot &events, std::vector<EventRow> rows);

    /// The store has grown to this snapshot: rows that were there before, of which matching() may say something else now.
    /// In any order, perhaps more than once. What the functions of the context say is not looked at.
    std::vector<EventRow> grow(const EventSnapshot &events);

private:
    struct Node;
    struct Compiled;
    explicit CompiledFilter(std::unique_ptr<Compiled> compiled);

    static void keepMatching(Node &node, const EventSnapshot &events, std::vector<EventRow> &rows);
    static void grow(Node &node, const EventSnapshot &events, std::vector<EventRow> &changed);
    static void keepAny(Node &node, const EventSnapshot &events, std::vector<EventRow> &rows);

    std::unique_ptr<Compiled> d;
};

} // namespace playhead

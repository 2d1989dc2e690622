// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"
#include "model/events/filtercontext.h"
#include "model/events/filterexpression.h"

#include <QObject>

#include <memory>
#include <vector>

namespace playhead {

/// A part of a search's result.
struct FilterAnswer
{
    quint64 request = 0; ///< As returned by FilterSearch::search().
    /// The hits of earlier answers no longer count: a new filter, or rows that another one made different.
    bool startsAnew = false;
    std::vector<EventRow> hits; ///< Rows not named since the last new start; may be empty.
    EventRow searchedTo = 0; ///< How many rows have been tested.
};

/// Finds the events of a store that a filter matches, on a standing thread of its own. A new filter cancels the old one; one
/// that narrows the old one tests only what the old one found. Orders return at once; the answers come on the object's
/// own thread: all together when they are found within a blink, else the first as soon as there is a hit, then at most
/// ten a second. An outdated answer is dropped.
class FilterSearch : public QObject
{
    Q_OBJECT

public:
    explicit FilterSearch(QObject *parent = nullptr);
    ~FilterSearch() override; ///< Ends the thread; waits for the block of events that it is in.

    /// Evaluates a filter on all rows of the snapshot. Returns the request's number, never 0. `meansTheSame`: cursors,
    /// names and selection are those of the search before, so that this one may go on from what that one found.
    quint64 search(const EventSnapshot &events,
                   const FilterExpression &expression,
                   const FilterContext &context,
                   bool meansTheSame = false);
    /// The same store, grown: the new rows are tested too, and answered under the same number.
    void extend(const EventSnapshot &events);
    /// Nothing is looked for any more; forgets what was found, and the store.
    void stop();

signals:
    void answered(const playhead::FilterAnswer &answer);

private:
    class Worker;

    void deliver(const FilterAnswer &answer);

    quint64 m_request = 0; ///< 0 = nothing is looked for.
    quint64 m_lastRequest = 0;
    quint64 m_store =
        0; ///< Counts the calls of stop(): the worker may not see one that a search follows at once.
    quint64 m_meaning = 0; ///< Counts the changes of what words mean.
    std::unique_ptr<Worker> m_worker;
};

} // namespace playhead

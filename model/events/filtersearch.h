// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/laterturn.h"
#include "model/events/filterevaluation.h"

#include <QObject>

#include <memory>
#include <vector>

namespace playhead {

/// A part of a search's result.
struct FilterAnswer
{
    quint64 request = 0; ///< As returned by FilterSearch::search().
    quint64 round = 0; ///< Counts what was asked of the search, with extend() and rename().
    std::vector<EventRow> found; ///< Rows not named before, ascending.
    std::vector<EventRow>
        lost; ///< Rows named before that are not found any more, ascending. Mostly none.
    EventRow searched = 0; ///< How much of the work is done, in rows of the store.
    /// Why the filter cannot be evaluated: only compiling it told. Nothing is found then.
    std::optional<FilterError> mistake;
    bool isDone = false; ///< Everything that was asked for has been looked at.
};

/// Evaluates a filter over all events of a store, on a standing thread of its own. A new filter cancels the old one; one
/// that narrows it looks only at what the old one found. Orders return at once; the answers come on the object's own
/// thread: of a filter over columns one that says all; of others the first as soon as there is a hit or a tenth of a second
/// has passed, then at most ten a second, and the last one. An outdated answer is dropped.
class FilterSearch : public QObject
{
    Q_OBJECT

public:
    /// The catalogue outlives it.
    explicit FilterSearch(const TypeCatalogue &catalogue, QObject *parent = nullptr);
    ~FilterSearch() override; ///< Ends the thread; waits for the step that it is in.

    /// Evaluates a filter, in which parseFilter() finds no mistake, over all rows of the snapshot. Returns the request's number, never 0.
    quint64 search(const EventSnapshot &events, const FilterQuestion &question);
    /// The same store, grown: the new rows are looked at too, and answered under the same number. `isMarked`: flags or
    /// organizations of rows may have changed.
    void extend(const EventSnapshot &events, bool isMarked);
    /// Organizations go by other names; answered under the same number.
    void rename(const QHash<OrganizationId, QString> &aliases);
    /// Nothing is looked for any more; what was worked out of the store is kept for the next search.
    void rest();
    /// As rest(), and forgets the store: the next search may be over another.
    void stop();

signals:
    void answered(const playhead::FilterAnswer &answer);

private:
    class Worker;
    struct Goal;

    template<typename Change>
    void changeGoal(Change change);
    void take(FilterAnswer answer);
    void deliver();

    quint64 m_request = 0; ///< 0 = nothing is looked for.
    quint64 m_lastRequest = 0;
    quint64 m_round = 0;
    quint64 m_store = 0; ///< Counts the calls of stop().
    std::vector<FilterAnswer> m_answers; ///< Not told yet.
    LaterTurn m_delivery; ///< What is done with an answer takes its time.
    std::unique_ptr<Worker> m_worker;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/compiledfilter.h"
#include "model/events/filternarrowing.h"
#include "model/events/freshness.h"
#include "model/events/organizationnames.h"
#include "model/events/patterncache.h"

#include <QHash>

#include <optional>
#include <vector>

namespace playhead {

/// A filter that is to be evaluated.
struct FilterQuestion
{
    FilterExpression expression;
    /// Names of organizations, `isStale` and `isDuplicate` are found by the evaluation, not here. The catalogue is there.
    FilterContext context;
    QHash<OrganizationId, QString> aliases; ///< Of organizations.
};

/// Which rows of a store a filter shows: worked out in steps, kept up as the store grows and as rows are marked anew. A
/// filter that narrows the one before looks only at the rows that one left. One thread.
class FilterEvaluation
{
public:
    explicit FilterEvaluation(const TypeCatalogue &catalogue);

    /// Another store, or none: what was found says nothing any more.
    void clear();
    /// Begins with another filter over the same store, grown or not.
    void ask(FilterQuestion question, const EventSnapshot &events);
    /// The same filter; the store has grown, or (`isMarked`) flags or organizations of rows may have changed; or aliases.
    void goOn(const EventSnapshot &events,
              const QHash<OrganizationId, QString> &aliases,
              bool isMarked);

    /// Why the filter cannot be evaluated: a pattern is refused when it is compiled. Then it is at the end, without rows.
    const std::optional<FilterError> &mistake() const { return m_mistake; }
    /// How often a pattern was compiled: once for each that stays in use.
    int compiledPatterns() const { return m_patterns->compiledCount(); }

    bool isAtEnd() const;
    /// Looks at some rows; not at the end. A step reads about two megabytes, or some ten thousand rows of columns.
    void step();

    /// Whether it needs columns alone: then the whole takes a moment.
    bool isQuick() const { return !m_needs.bytes && !m_needs.freshness; }
    /// Every row before it has been looked at.
    EventRow searchedTo() const { return m_next; }
    /// How much of the work is done, in rows of the store.
    EventRow progress() const;

    /// Rows that were found since the last call; those that were told before and are not found any more.
    struct News
    {
        std::vector<EventRow> found; ///< Ascending.
        std::vector<EventRow> lost; ///< Ascending.
    };
    bool hasNews() const { return m_hasNews; }
    News takeNews();

private:
    void compile();
    bool learnNames();
    bool canNarrow(const FilterQuestion &question, const EventSnapshot &events) const;
    void lookAgain(EventRow row);
    void findAgain(bool isMarked);
    void narrow(const RowSet &left);
    std::vector<EventRow> nextRows();
    EventRow rowsOfOneStep() const;
    void evaluate(std::vector<EventRow> rows);
    void noteMarks(const std::vector<EventRow> &rows);
    void evaluateAgain();
    quint32 markOf(EventRow row) const;

    const TypeCatalogue &m_catalogue;
    EventSnapshot m_events;
    FilterQuestion m_question;
    FilterNeeds m_needs;
    std::optional<CompiledFilter>
        m_filter; ///< Empty: nothing is asked for, or the filter has a mistake.
    std::optional<FilterError> m_mistake;
    std::shared_ptr<PatternCache> m_patterns;
    bool m_isFresh = true; ///< What it needs of Freshness is there.

    OrganizationNames m_names; ///< The stored ones.
    std::vector<QStringList> m_told; ///< By number: the names that the filter was compiled with.
    QHash<OrganizationId, QString> m_toldAliases;
    Freshness m_freshness;
    std::vector<quint32> m_marks; ///< By row: what was seen when it was looked at.

    EventRow m_next = 0;
    EventRow m_allFrom = 0; ///< Before it only the candidates are looked at.
    RowSet m_candidates;
    RowSet m_again; ///< Of the rows before m_next those that have to be looked at again.
    bool m_hasAgain = false;
    RowSet m_hits;
    RowSet m_toldHits;
    bool m_hasNews = false;
};

} // namespace playhead

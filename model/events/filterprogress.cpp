// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterprogress.h"

#include "model/core/logging.h"
#include "model/events/filternarrowing.h"
#include "model/events/filterwords.h"

namespace playhead {

namespace {

constexpr size_t kBlockRows = 10'000;
constexpr qint64 kBlockBytes = 1 << 20;

/// Whether a term asks what only the events before and after can tell.
bool asksForFreshness(const FilterExpression &expression)
{
    if (expression.kind != FilterExpression::Kind::Term) {
        return std::any_of(expression.operands.begin(),
                           expression.operands.end(),
                           asksForFreshness);
    }
    const FilterTerm &term = expression.term;
    return term.field == FilterField::Is
           && std::any_of(term.values.begin(), term.values.end(), [](const FilterValue &value) {
                  const auto state = eventStateOf(value.text);
                  return state == EventState::Stale || state == EventState::Duplicate;
              });
}

} // namespace

FilterProgress::FilterProgress(const FilterGoal &goal,
                               FilterProgress *previous,
                               std::shared_ptr<Freshness> freshness)
    : m_request(goal.request)
    , m_store(goal.store)
    , m_meaning(goal.meaning)
    , m_expression(*goal.expression)
    , m_freshness(std::move(freshness))
    , m_readsFreshness(asksForFreshness(m_expression))
{
    FilterContext context = goal.context;
    context.isStale = [this](EventRow row) { return m_freshness->isStale(row); };
    context.isDuplicate = [this](EventRow row) { return m_freshness->isRepeated(row); };
    auto filter = CompiledFilter::compile(m_expression, std::move(context));
    if (filter) {
        m_filter.emplace(std::move(*filter));
    } else {
        qCWarning(lcEvents) << "a filter with a mistake matches nothing:" << filter.error().message;
    }
    if (previous != nullptr && previous->m_filter && previous->m_store == m_store
        && previous->m_meaning == m_meaning && narrows(m_expression, previous->m_expression)) {
        m_candidates = std::move(previous->m_hits);
        m_candidates.insert(m_candidates.end(),
                            previous->m_candidates.begin()
                                + static_cast<ptrdiff_t>(previous->m_nextCandidate),
                            previous->m_candidates.end());
        m_next = previous->m_next;
    }
}

void FilterProgress::startAgain()
{
    m_candidates.clear();
    m_nextCandidate = 0;
    m_next = 0;
    m_hits.clear();
}

std::vector<EventRow> FilterProgress::takeBlock(const EventSnapshot &events)
{
    const bool readsBytes = m_filter && m_filter->readsBytes();
    std::vector<EventRow> rows;
    qint64 bytes = 0;
    while (rows.size() < kBlockRows && bytes < kBlockBytes && !isAtEnd(events)) {
        const bool isCandidate = m_nextCandidate < m_candidates.size();
        rows.push_back(isCandidate ? m_candidates[m_nextCandidate++] : m_next++);
        bytes += readsBytes ? events.rawSize(rows.back()) : 0;
    }
    return rows;
}

void FilterProgress::testBlock(const EventSnapshot &events)
{
    std::vector<EventRow> rows = takeBlock(events);
    if (!m_filter) {
        return;
    }
    rows = m_filter->matching(events, std::move(rows));
    m_hits.insert(m_hits.end(), rows.begin(), rows.end());
}

} // namespace playhead

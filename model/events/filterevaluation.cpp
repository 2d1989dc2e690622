// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/filterevaluation.h"

#include <algorithm>
#include <numeric>

namespace playhead {

namespace {

constexpr qsizetype kStepBytes = 2 << 20;
constexpr EventRow kStepRows = 10'000;
constexpr EventRow kQuickStepRows = 65'536;
constexpr quint32 kFreshnessStepRows = 2'000;
/// A row whose marks were not seen; no row has it, since organizations have numbers below.
constexpr quint32 kUnseen = 0xFFFFFFFF;

} // namespace

FilterEvaluation::FilterEvaluation(const TypeCatalogue &catalogue)
    : m_catalogue(catalogue)
    , m_patterns(std::make_shared<PatternCache>())
    , m_freshness(catalogue)
{}

void FilterEvaluation::clear()
{
    m_events = {};
    m_question = {};
    m_filter.reset();
    m_mistake.reset();
    m_names.clear();
    m_told.clear();
    m_toldAliases.clear();
    m_freshness.clear();
    m_marks = {};
    m_next = 0;
    m_allFrom = 0;
    m_candidates.clear();
    m_again.clear();
    m_hasAgain = false;
    m_hits.clear();
    m_toldHits.clear();
    m_hasNews = false;
}

void FilterEvaluation::ask(FilterQuestion question, const EventSnapshot &events)
{
    const bool isNarrowed = canNarrow(question, events);
    if (isNarrowed) {
        // What the filter before would look at again may be shown by this one.
        goOn(events, question.aliases, true);
        m_hits.unite(m_again);
    }
    const RowSet left = std::exchange(m_hits, {});
    m_question = std::move(question);
    m_needs = needsOf(m_question.expression);
    m_events = events;
    m_again.clear();
    m_hasAgain = false;
    m_toldHits.clear();
    m_hasNews = false;
    if (isNarrowed) {
        narrow(left);
    } else {
        m_allFrom = 0;
        m_candidates.clear();
        m_marks.assign(m_needs.marks ? events.rowCount() : 0, kUnseen);
    }
    m_next = 0;
    m_isFresh = !m_needs.freshness;
    m_freshness.takeChanged();
    learnNames();
    compile();
}

bool FilterEvaluation::canNarrow(const FilterQuestion &question, const EventSnapshot &events) const
{
    // New events may make old ones stale: which ones is known only when all are judged.
    const bool isKnown = !m_needs.freshness
                         || (m_isFresh && events.rowCount() == m_events.rowCount());
    return m_filter && isKnown && isNarrower(question.expression, m_question.expression)
           && meansTheSame(m_question.expression, m_question.context, question.context);
}

/// Only what the filter before left, and what it did not see, can be shown. Call before m_next is set back.
void FilterEvaluation::narrow(const RowSet &left)
{
    RowSet candidates = left;
    if (m_next < m_allFrom) {
        for (auto row = m_candidates.nextFrom(m_next); row; row = m_candidates.nextFrom(*row + 1)) {
            candidates.insert(*row);
        }
    } else {
        m_allFrom = m_next;
    }
    m_candidates = std::move(candidates);
    if (!m_needs.marks) {
        m_marks.clear();
    }
}

void FilterEvaluation::goOn(const EventSnapshot &events,
                            const QHash<OrganizationId, QString> &aliases,
                            bool isMarked)
{
    if (!m_filter) {
        return;
    }
    m_events = events;
    m_question.aliases = aliases;
    m_isFresh = !m_needs.freshness;
    findAgain(isMarked);
    if (learnNames()) {
        compile();
    }
}

/// The row was looked at, now or by a wider filter, and may be answered in another way now.
void FilterEvaluation::lookAgain(EventRow row)
{
    if (row < m_next) {
        m_again.insert(row);
        m_hasAgain = true;
    } else if (row < m_allFrom) {
        m_candidates.insert(row);
    }
}

/// Finds the rows of which growing and marks change the answer.
void FilterEvaluation::findAgain(bool isMarked)
{
    for (const EventRow row : m_filter->grow(m_events)) {
        lookAgain(row);
    }
    if (!isMarked || !m_needs.marks) {
        return;
    }
    m_marks.resize(m_events.rowCount(), kUnseen);
    for (EventRow row = 0; row < std::max(m_next, m_allFrom); ++row) {
        if (m_marks[row] != kUnseen && m_marks[row] != markOf(row)) {
            lookAgain(row);
        }
    }
}

/// Brings the names of organizations up to date, and notes the rows of those that have other ones now. True when the
/// filter has to be compiled anew.
bool FilterEvaluation::learnNames()
{
    if (!m_needs.organizationNames) {
        return false;
    }
    const bool isStoredChanged = m_names.extend(m_events);
    const bool isGivenChanged = m_toldAliases != m_question.aliases;
    const quint32 count = m_events.organizationCount();
    if (!isStoredChanged && !isGivenChanged && m_told.size() == count + 1) {
        return false;
    }
    m_toldAliases = m_question.aliases;
    std::vector<QStringList> names(count + 1);
    std::vector<quint8> isRenamed(count + 1);
    bool isAnyRenamed = false;
    for (quint32 number = 1; number <= count; ++number) {
        const QString alias = m_toldAliases.isEmpty()
                                  ? QString()
                                  : m_toldAliases.value(m_events.organizationId(number));
        names[number] = {alias, m_names.name(m_events, number)};
        names[number].removeAll(QString());
        isRenamed[number] = number < m_told.size() && names[number] != m_told[number] ? 1 : 0;
        isAnyRenamed = isAnyRenamed || isRenamed[number] != 0;
    }
    m_told = std::move(names);
    for (EventRow row = 0; isAnyRenamed && row < std::max(m_next, m_allFrom); ++row) {
        if (isRenamed[m_events.organization(row)] != 0) {
            lookAgain(row);
        }
    }
    return true;
}

void FilterEvaluation::compile()
{
    FilterContext context = m_question.context;
    context.catalogue = &m_catalogue;
    context.patterns = m_patterns;
    context.organizationNames.clear();
    for (quint32 number = 1; m_needs.organizationNames && number < m_told.size(); ++number) {
        if (!m_told[number].isEmpty()) {
            context.organizationNames.insert(m_events.organizationId(number), m_told[number]);
        }
    }
    context.isStale = [this](EventRow row) { return m_freshness.isStale(row); };
    context.isDuplicate = [this](EventRow row) { return m_freshness.isDuplicate(row); };
    auto compiled = CompiledFilter::compile(m_question.expression, std::move(context));
    m_filter.reset();
    m_mistake.reset();
    if (!compiled) {
        m_mistake = compiled.error();
    } else {
        m_filter.emplace(std::move(*compiled));
        // It is to tell what changes from here on.
        m_filter->grow(m_events);
    }
}

bool FilterEvaluation::isAtEnd() const
{
    return !m_filter || (m_isFresh && !m_hasAgain && m_next >= m_events.rowCount());
}

EventRow FilterEvaluation::progress() const
{
    if (!m_needs.freshness) {
        return m_next;
    }
    return static_cast<EventRow>((quint64(m_freshness.progress()) + m_next) / 2);
}

void FilterEvaluation::step()
{
    if (!m_isFresh) {
        m_isFresh = m_freshness.extend(m_events, kFreshnessStepRows);
        for (const EventRow row : m_freshness.takeChanged()) {
            lookAgain(row);
        }
    } else if (m_hasAgain) {
        evaluateAgain();
    } else {
        evaluate(nextRows());
    }
}

/// The rows that come next; as many as may be evaluated without listening.
std::vector<EventRow> FilterEvaluation::nextRows()
{
    std::vector<EventRow> rows;
    if (m_next >= m_allFrom) {
        const EventRow count = m_needs.bytes
                                   ? rowsOfOneStep()
                                   : std::min(kQuickStepRows, m_events.rowCount() - m_next);
        rows.resize(count);
        std::iota(rows.begin(), rows.end(), m_next);
        m_next += count;
        return rows;
    }
    qsizetype bytes = 0;
    while (rows.size() < kStepRows && bytes < kStepBytes && m_next < m_allFrom) {
        m_next = std::min(m_candidates.nextFrom(m_next).value_or(m_allFrom), m_allFrom);
        if (m_next < m_allFrom) {
            bytes += m_needs.bytes ? m_events.rawSize(m_next) : 0;
            rows.push_back(m_next++);
        }
    }
    return rows;
}

/// So many rows from m_next on have about as many bytes as a step may read.
EventRow FilterEvaluation::rowsOfOneStep() const
{
    return std::min(kStepRows, m_events.rowsWithin(m_next, kStepBytes));
}

void FilterEvaluation::evaluate(std::vector<EventRow> rows)
{
    if (m_needs.marks) {
        noteMarks(rows);
    }
    for (const EventRow row : m_filter->matching(m_events, std::move(rows))) {
        m_hits.insert(row);
        m_hasNews = true;
    }
}

void FilterEvaluation::noteMarks(const std::vector<EventRow> &rows)
{
    m_marks.resize(m_events.rowCount(), kUnseen);
    ColumnRun run;
    for (const EventRow row : rows) {
        if (row - run.first >= run.count) {
            run = m_events.columnsFrom(row);
        }
        const EventRow i = row - run.first;
        m_marks[row] = run.organization(i) << 3 | (run.flags[i] & 7u);
    }
}

void FilterEvaluation::evaluateAgain()
{
    std::vector<EventRow> rows;
    qsizetype bytes = 0;
    auto row = m_again.nextFrom(0);
    for (; row && rows.size() < kStepRows && bytes < kStepBytes; row = m_again.nextFrom(*row)) {
        rows.push_back(*row);
        bytes += m_needs.bytes ? m_events.rawSize(*row) : 0;
        m_again.remove(*row);
        m_hits.remove(*row);
    }
    m_hasAgain = row.has_value();
    m_hasNews = true;
    evaluate(std::move(rows));
}

FilterEvaluation::News FilterEvaluation::takeNews()
{
    News news{m_hits.without(m_toldHits), m_toldHits.without(m_hits)};
    m_toldHits = m_hits;
    m_hasNews = false;
    return news;
}

quint32 FilterEvaluation::markOf(EventRow row) const
{
    return m_events.organization(row) << 3 | (m_events.flags(row) & 7u);
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
// How the model keeps the rows that the filter's text matches.
#include "model/core/clock.h"
#include "model/events/compiledfilter.h"
#include "model/events/eventtablemodel_p.h"
#include "model/events/filterparser.h"
#include "model/events/filterwords.h"

#include <QThread>

#include <algorithm>
#include <functional>

namespace playhead {

namespace {

/// From here on one pass over all loaded events takes less time than a place for each new row.
constexpr size_t kMaxPlaced = 20'000;

bool anyTerm(const FilterExpression &expression,
             const std::function<bool(const FilterTerm &)> &asks)
{
    if (expression.kind == FilterExpression::Kind::Term) {
        return asks(expression.term);
    }
    return std::any_of(expression.operands.begin(),
                       expression.operands.end(),
                       [&asks](const FilterExpression &operand) { return anyTerm(operand, asks); });
}

bool asksForSelection(const FilterTerm &term)
{
    return term.field == FilterField::Is
           && std::any_of(term.values.begin(), term.values.end(), [](const FilterValue &value) {
                  return eventStateOf(value.text) == EventState::Selected;
              });
}

bool asksForNames(const FilterTerm &term)
{
    return term.field == FilterField::Org || term.field == FilterField::Text;
}

} // namespace

void EventTableModel::setFilterSurroundings(const FilterSurroundings &surroundings)
{
    Q_ASSERT(thread() == QThread::currentThread());
    const bool isZoneNew = surroundings.zone != d->surroundings.zone;
    d->surroundings = surroundings;
    if (isZoneNew && d->request != 0) {
        d->searchAnew();
        setSearching(true);
    }
}

std::optional<FilterError> EventTableModel::filterMistake(const QString &text) const
{
    const auto expression = parseFilter(text);
    return expression ? d->mistakeIn(*expression) : std::optional(expression.error());
}

void EventTableModel::setFilter(const EventFilter &filter)
{
    Q_ASSERT(thread() == QThread::currentThread());
    const bool isTextNew = filter.text.trimmed() != d->filter.text.trimmed();
    const bool isChanged = filter.hiddenTypes != d->filter.hiddenTypes
                           || filter.hiddenOrganizations != d->filter.hiddenOrganizations
                           || filter.range != d->filter.range;
    d->filter = filter;
    if (!isTextNew) {
        if (isChanged) {
            relist();
        }
        return;
    }
    const bool hadText = d->hits.has_value();
    d->readText();
    if (d->expression) {
        d->searchAnew(true);
    } else {
        d->search.stop();
        d->request = 0;
        d->hits.reset();
    }
    if (isChanged || (hadText && !d->expression)) {
        relist();
    }
    setSearching(d->request != 0);
}

const EventFilter &EventTableModel::filter() const
{
    return d->filter;
}

bool EventTableModel::isSearching() const
{
    return d->isSearching;
}

quint32 EventTableModel::searchedCount() const
{
    return d->isSearching ? d->searchedTo : d->snapshot.rowCount();
}

void EventTableModel::takeAnswer(const FilterAnswer &answer)
{
    if (answer.request != d->request) {
        return;
    }
    if (answer.startsAnew) {
        d->hits.emplace();
    }
    for (const EventRow row : answer.hits) {
        d->hits->insert(row);
    }
    d->searchedTo = answer.searchedTo;
    if (answer.startsAnew || answer.hits.size() > kMaxPlaced) {
        relist();
    } else if (!answer.hits.empty()) {
        insertShown(d->listing.addHits(answer.hits));
        d->facets.reset();
        emit countsChanged();
    }
    emit searchProgressed();
    if (answer.searchedTo >= d->snapshot.rowCount()) {
        setSearching(false);
    }
}

void EventTableModel::setSearching(bool isSearching)
{
    if (isSearching != d->isSearching) {
        d->isSearching = isSearching;
        emit searchingChanged(isSearching);
    }
}

/// Cursors have moved: a filter that names one means something else.
void EventTableModel::readMarks()
{
    const bool namesCursor = d->request != 0 && anyTerm(*d->expression, [](const FilterTerm &term) {
                                 return term.field == FilterField::Cursor;
                             });
    const bool hadMistake = !d->expression && !d->filter.text.trimmed().isEmpty();
    if (!namesCursor && !hadMistake) {
        return;
    }
    d->readText();
    if (d->expression) {
        d->searchAnew();
    } else if (d->request != 0) {
        d->search.stop();
        d->request = 0;
        d->hits.reset();
        relist();
    }
    setSearching(d->request != 0);
}

void EventTableModel::Private::readText()
{
    expression.reset();
    if (filter.text.trimmed().isEmpty()) {
        return;
    }
    auto read = parseFilter(filter.text);
    if (read && !mistakeIn(*read)) {
        expression = std::move(*read);
    }
}

std::optional<FilterError> EventTableModel::Private::mistakeIn(const FilterExpression &tried) const
{
    const auto compiled = CompiledFilter::compile(tried, filterContext(tried));
    return compiled ? std::nullopt : std::optional(compiled.error());
}

FilterContext EventTableModel::Private::filterContext(const FilterExpression &tried) const
{
    FilterContext context;
    context.now = surroundings.now ? surroundings.now() : SystemClock().now();
    context.zone = surroundings.zone;
    context.catalogue = &catalogue;
    for (const CursorMark &mark : marks) {
        context.cursors[mark.name] = {mark.row ? snapshot.createdAt(*mark.row) : Instant::min(),
                                      mark.row};
    }
    if (anyTerm(tried, asksForNames)) {
        context.organizationNames = namesOfOrganizations();
    }
    if (surroundings.selected && anyTerm(tried, asksForSelection)) {
        context.selected = surroundings.selected();
    }
    return context;
}

const QHash<OrganizationId, QStringList> &EventTableModel::Private::namesOfOrganizations() const
{
    if (organizationNames.isEmpty()) {
        for (quint32 number = 1; number <= snapshot.organizationCount(); ++number) {
            const OrganizationId id = snapshot.organizationId(number);
            QStringList known{names.alias(id), names.storedName(snapshot, number)};
            known.removeAll(QString());
            if (!known.isEmpty()) {
                organizationNames.insert(id, known);
            }
        }
        knownOrganizations = snapshot.organizationCount();
    }
    return organizationNames;
}

void EventTableModel::Private::searchAnew(bool meansTheSame)
{
    const bool asksSelection = anyTerm(*expression, asksForSelection);
    request = search.search(snapshot,
                            *expression,
                            filterContext(*expression),
                            meansTheSame && !asksSelection);
    searchedTo = 0;
}

/// Flags and organizations that are given later.
bool EventTableModel::Private::readsMarks() const
{
    return anyTerm(*expression, [](const FilterTerm &term) {
        return term.field == FilterField::Org || term.field == FilterField::Text
               || term.field == FilterField::Is || term.field == FilterField::Has;
    });
}

bool EventTableModel::Private::readsNames() const
{
    return anyTerm(*expression, asksForNames);
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT

// The table model's filter: quick parts at once, the text by a worker.
#include "model/events/eventtablemodel_p.h"
#include "model/events/filterparser.h"

#include <QThread>

namespace playhead {

namespace {

bool isSameQuestion(const std::optional<FilterQuestion> &a, const std::optional<FilterQuestion> &b)
{
    return a && b ? a->expression == b->expression
                        && meansTheSame(a->expression, a->context, b->context)
                  : !a && !b;
}

} // namespace

void EventTableModel::setFilterSurroundings(const FilterSurroundings &surroundings)
{
    d->surroundings = surroundings;
    reviewText();
}

const tl::expected<FilterExpression, FilterError> &EventTableModel::parsedFilter(
    const QString &text) const
{
    if (text == d->inForce.text) {
        return d->inForce.filter;
    }
    if (text != d->asked.text) {
        d->asked = {text, parseFilter(text)};
    }
    return d->asked.filter;
}

std::optional<FilterError> EventTableModel::filterMistake(const QString &text) const
{
    if (d->isRefused(text)) {
        return d->refused->mistake;
    }
    const auto &expression = parsedFilter(text);
    return expression ? CompiledFilter::unknownCursorIn(*expression, d->filterContext())
                      : std::optional(expression.error());
}

void EventTableModel::setFilter(const EventFilter &filter)
{
    Q_ASSERT(thread() == QThread::currentThread());
    const bool isChanged = filter.hiddenTypes != d->filter.hiddenTypes
                           || filter.hiddenOrganizations != d->filter.hiddenOrganizations
                           || filter.range != d->filter.range;
    const bool isTextChanged = filter.text.trimmed() != d->filter.text.trimmed();
    if (filter.text != d->inForce.text) {
        d->inForce = {filter.text, parsedFilter(filter.text)};
    }
    d->filter = filter;
    const bool hadText = d->question.has_value();
    const bool isAsked = isTextChanged && changeQuestion();
    if (isAsked) {
        d->startSearch();
    }
    if (isChanged || (hadText && !d->question)) {
        relist();
    }
    setSearching(d->request != 0 && (isAsked || d->isSearching));
}

/// Takes the question from the text that was set. False when it asks what was asked before.
bool EventTableModel::changeQuestion()
{
    d->filterNow = d->surroundings.now
                       ? d->surroundings.now()
                       : std::chrono::floor<Duration>(std::chrono::system_clock::now());
    const std::optional<FilterQuestion> before = std::exchange(d->question, d->readQuestion());
    if (d->question && needsOf(d->question->expression).selected && d->surroundings.selected) {
        d->filterSelected = d->surroundings.selected();
        d->question->context.selected = d->filterSelected;
    }
    return !isSameQuestion(before, d->question);
}

const EventFilter &EventTableModel::filter() const
{
    return d->filter;
}

/// Evaluates the text anew when the words in it mean something else now: a cursor stands elsewhere, the zone is another.
void EventTableModel::reviewText()
{
    const std::optional<FilterQuestion> before = std::exchange(d->question, d->readQuestion());
    if (isSameQuestion(before, d->question)) {
        return;
    }
    d->startSearch();
    if (!d->question) {
        relist();
    }
    setSearching(d->request != 0);
}

void EventTableModel::takeAnswer(const FilterAnswer &answer)
{
    if (answer.request != d->request) {
        return;
    }
    if (answer.mistake) {
        refuse(*answer.mistake);
        return;
    }
    const bool isWhole = std::exchange(d->isFirstAnswer, false);
    if (isWhole) {
        d->hits.emplace();
        d->workingText = d->filter.text;
    }
    for (const EventRow row : answer.lost) {
        d->hits->remove(row);
    }
    for (const EventRow row : answer.found) {
        d->hits->insert(row);
    }
    if (isWhole || !answer.lost.empty() || answer.found.size() > Private::kMaxPlaced) {
        relist();
    } else if (!answer.found.empty()) {
        insertShown(d->listing.addHits(answer.found));
        d->facets.reset();
        emit countsChanged();
    }
    d->searched = answer.searched;
    emit searchProgressed();
    if (answer.isDone) {
        setSearching(false);
    }
}

/// The last text that could be evaluated is in force again.
void EventTableModel::refuse(const FilterError &mistake)
{
    d->refused = {d->filter.text.trimmed(), mistake};
    d->filter.text = d->workingText;
    d->inForce = {d->filter.text, parsedFilter(d->filter.text)};
    changeQuestion();
    d->startSearch();
    if (!d->question) {
        relist();
    }
    setSearching(d->request != 0);
    emit filterRefused(mistake);
}

void EventTableModel::setSearching(bool isSearching)
{
    if (isSearching != d->isSearching) {
        d->isSearching = isSearching;
        emit searchingChanged(isSearching);
    }
}

/// Empty when there is no text, or one with a mistake: then it filters nothing.
std::optional<FilterQuestion> EventTableModel::Private::readQuestion() const
{
    if (isRefused(filter.text)) {
        return std::nullopt;
    }
    const auto &expression = inForce.filter;
    const bool isAll = expression && expression->kind == FilterExpression::Kind::And
                       && expression->operands.empty();
    if (!expression || isAll) {
        return std::nullopt;
    }
    FilterContext context = filterContext();
    if (CompiledFilter::unknownCursorIn(*expression, context)) {
        return std::nullopt;
    }
    return FilterQuestion{*expression, std::move(context), aliases};
}

FilterContext EventTableModel::Private::filterContext() const
{
    FilterContext context;
    context.now = filterNow;
    context.zone = surroundings.zone;
    context.catalogue = &catalogue;
    context.selected = filterSelected;
    for (const CursorMark &mark : marks) {
        CursorPlace &place = context.cursors[mark.name];
        if (mark.from || !mark.row) {
            // Without a row it stands before every event that is shown.
            place.time = mark.from.value_or(Instant::min());
        } else {
            place = {snapshot.createdAt(*mark.row), mark.row};
        }
    }
    return context;
}

bool EventTableModel::Private::isRefused(const QString &text) const
{
    return refused && refused->text == text.trimmed();
}

void EventTableModel::Private::startSearch()
{
    searched = 0;
    isFirstAnswer = question.has_value();
    if (question) {
        request = search.search(snapshot, *question);
    } else {
        search.rest();
        workingText.clear();
        request = 0;
        hits.reset();
    }
}

} // namespace playhead

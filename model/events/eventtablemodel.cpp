// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventtablemodel_p.h"
#include "model/events/listedevents.h"

#include <QThread>

#include <algorithm>

namespace playhead {

namespace {

/// New rows that fall into more places than these are shown by one reset: with each insert the view goes through all of
/// its rows.
constexpr size_t kMaxInserts = 3;

/// New rows that stand side by side in the table.
struct Run
{
    size_t place; ///< In the table before them.
    size_t first; ///< In the new rows.
};

/// From the back, so that each shown row moves once.
void mergeRuns(std::vector<EventRow> &shown,
               const std::vector<EventRow> &rows,
               const std::vector<Run> &runs)
{
    auto from = static_cast<ptrdiff_t>(shown.size());
    shown.resize(shown.size() + rows.size());
    auto to = shown.end();
    auto end = rows.end();
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const auto place = static_cast<ptrdiff_t>(run->place);
        const auto first = rows.begin() + static_cast<ptrdiff_t>(run->first);
        to = std::move_backward(shown.begin() + place, shown.begin() + from, to);
        to = std::copy_backward(first, end, to);
        from = place;
        end = first;
    }
}

std::optional<EventOrder::Key> orderKey(EventTableModel::Column column)
{
    switch (column) {
    case EventTableModel::Column::Time:
        return EventOrder::Key::Time;
    case EventTableModel::Column::Type:
        return EventOrder::Key::Type;
    case EventTableModel::Column::Organization:
        return EventOrder::Key::Organization;
    case EventTableModel::Column::Object:
        return EventOrder::Key::Object;
    case EventTableModel::Column::Id:
        return EventOrder::Key::Id;
    default:
        return std::nullopt;
    }
}

} // namespace

EventTableModel::EventTableModel(const TypeCatalogue &catalogue, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(catalogue))
{
    connect(&d->search, &FilterSearch::answered, this, &EventTableModel::takeAnswer);
}

EventTableModel::~EventTableModel() = default;

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->shown.size());
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount + static_cast<int>(d->paths.paths().size());
}

void EventTableModel::setSnapshot(const EventSnapshot &snapshot)
{
    setEvents(listEvents(snapshot));
}

void EventTableModel::setEvents(ListedEvents listed)
{
    Q_ASSERT(thread() == QThread::currentThread());
    beginResetModel();
    d->snapshot = listed.events;
    d->marks.clear();
    d->activeRow.reset();
    d->activeName.clear();
    d->types.clear();
    d->texts.clear();
    d->paths.forget();
    d->names.adoptNoted(std::move(listed.names));
    d->order.forgetTexts();
    d->search.stop();
    d->filterSelected.clear();
    d->question = d->readQuestion();
    d->hits.reset();
    d->startSearch();
    if (d->question) {
        // The rows of another store say nothing about this one: until the first answer there are none.
        d->hits.emplace();
    }
    d->listing.load(std::move(listed), d->scope);
    d->findShown();
    endResetModel();
    emit countsChanged();
    setSearching(d->request != 0);
}

void EventTableModel::updateSnapshot(const EventSnapshot &snapshot)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (snapshot.rowCount() < d->snapshot.rowCount()) {
        setSnapshot(snapshot);
        return;
    }
    const bool isGrown = snapshot.rowCount() > d->snapshot.rowCount();
    const size_t loadedBefore = d->listing.loadedRows().size();
    d->snapshot = snapshot;
    if (!isGrown) {
        return;
    }
    const bool isRenamed = d->names.extend(snapshot);
    if (isRenamed) {
        emit organizationsNamed();
    }
    std::vector<EventRow> rows = d->listing.extend(snapshot, d->hasText());
    if (isRenamed && d->order.key() == EventOrder::Key::Organization) {
        // A new name moves its organization's rows.
        d->order.forgetTexts();
        relist();
    } else {
        insertShown(std::move(rows));
        if (isRenamed) {
            announceNames();
        }
    }
    if (d->request != 0) {
        d->search.extend(snapshot, false);
        setSearching(true);
    }
    if (isRenamed || d->listing.loadedRows().size() != loadedBefore) {
        d->facets.reset();
        emit countsChanged();
    }
}

void EventTableModel::updateMarks(const EventSnapshot &snapshot)
{
    updateSnapshot(snapshot);
    if (d->request != 0) {
        d->search.extend(snapshot, true);
        setSearching(true);
    }
    if (d->listing.isOutdated(snapshot)) {
        beginResetModel();
        d->names.extend(snapshot); // room for organizations that came with the marks
        d->listing.load(snapshot, d->scope);
        d->findShown();
        endResetModel();
        emit countsChanged();
    } else if (!d->shown.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

const EventSnapshot &EventTableModel::snapshot() const
{
    return d->snapshot;
}

void EventTableModel::setScope(const FetchScope &scope)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (scope == d->scope) {
        return;
    }
    beginResetModel();
    d->scope = scope;
    d->listing.load(d->snapshot, scope);
    d->findShown();
    endResetModel();
    emit countsChanged();
}

void EventTableModel::extendScope(Instant until)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (d->scope.range == TimeRange{} || until <= d->scope.range.until) {
        return;
    }
    if (d->listing.extendScope(until)) {
        d->scope.range.until = until;
    } else {
        FetchScope scope = d->scope;
        scope.range.until = until;
        setScope(scope);
    }
}

const FetchScope &EventTableModel::scope() const
{
    return d->scope;
}

void EventTableModel::relist()
{
    beginResetModel();
    d->findShown();
    endResetModel();
    emit countsChanged();
}

/// Inserts rows, given in stream order, each at its place.
void EventTableModel::insertShown(std::vector<EventRow> rows)
{
    if (rows.empty()) {
        return;
    }
    const auto isBefore = [this](EventRow a, EventRow b) {
        return d->order.before(d->snapshot, a, b);
    };
    if (!std::is_sorted(rows.begin(), rows.end(), isBefore)) {
        std::sort(rows.begin(), rows.end(), isBefore);
    }
    if (!d->shown.empty() && isBefore(d->shown.back(), rows.front())) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
        d->shown.insert(d->shown.end(), rows.begin(), rows.end());
        d->shownChanged();
        endInsertRows();
        return;
    }
    if (rows.size() > Private::kMaxPlaced) {
        relist();
        return;
    }
    std::vector<Run> runs;
    for (size_t i = 0; i < rows.size(); ++i) {
        const auto place = std::upper_bound(d->shown.begin(), d->shown.end(), rows[i], isBefore);
        const auto at = static_cast<size_t>(place - d->shown.begin());
        if (runs.empty() || runs.back().place != at) {
            runs.push_back({at, i});
        }
    }
    if (runs.size() > kMaxInserts) {
        beginResetModel();
        mergeRuns(d->shown, rows, runs);
        d->shownChanged();
        endResetModel();
        return;
    }
    // From the last run to the first, so that the places of those that are left stay right.
    size_t end = rows.size();
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const auto place = static_cast<int>(run->place);
        beginInsertRows({}, place, place + static_cast<int>(end - run->first) - 1);
        d->shown.insert(d->shown.begin() + place,
                        rows.begin() + static_cast<ptrdiff_t>(run->first),
                        rows.begin() + static_cast<ptrdiff_t>(end));
        d->shownChanged();
        endInsertRows();
        end = run->first;
    }
}

void EventTableModel::sort(int column, Qt::SortOrder order)
{
    Q_ASSERT(thread() == QThread::currentThread());
    const auto wanted = column < 0 ? Column::Time : static_cast<Column>(column);
    const std::optional<EventOrder::Key> key = orderKey(wanted);
    if (!key || (*key == d->order.key() && order == d->order.direction())) {
        return;
    }
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<EventRow> held;
    held.reserve(static_cast<size_t>(before.size()));
    for (const QModelIndex &index : before) {
        held.push_back(d->shown[static_cast<size_t>(index.row())]);
    }
    d->order.set(*key, order);
    d->findShown();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        after.append(index(d->rowAt(held[static_cast<size_t>(i)]), before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

EventTableModel::Column EventTableModel::sortColumn() const
{
    for (const Column column : {Column::Type, Column::Organization, Column::Object, Column::Id}) {
        if (orderKey(column) == d->order.key()) {
            return column;
        }
    }
    return Column::Time;
}

void EventTableModel::setCursorMarks(const QList<CursorMark> &marks)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (marks == d->marks) {
        return;
    }
    const QList<CursorMark> before = std::exchange(d->marks, marks);
    d->activeRow.reset();
    d->activeName.clear();
    for (const CursorMark &mark : marks) {
        if (mark.isActive) {
            d->activeRow = mark.row;
            d->activeName = mark.name;
        }
    }
    d->activeAt.reset();
    announceMarks(before);
    reviewText();
}

/// One signal for all rows between the marks that moved: there cells may look another way now.
void EventTableModel::announceMarks(const QList<CursorMark> &before)
{
    if (d->shown.empty()) {
        return;
    }
    int first = rowCount() - 1;
    int last = 0;
    const auto touch = [this, &first, &last](const CursorMark &mark) {
        const bool isWhole = !isSortedByTime() && mark.isActive;
        const int at = mark.row ? d->nearestRowAt(*mark.row) : -1;
        const bool isAscending = d->order.direction() == Qt::AscendingOrder;
        const int beforeAll = isAscending ? 0 : rowCount() - 1;
        first = isWhole ? 0 : qMin(first, at < 0 ? beforeAll : at);
        last = isWhole ? rowCount() - 1 : qMax(last, at < 0 ? beforeAll : at);
    };
    for (const CursorMark &mark : before) {
        if (!d->marks.contains(mark)) {
            touch(mark);
        }
    }
    for (const CursorMark &mark : std::as_const(d->marks)) {
        if (!before.contains(mark)) {
            touch(mark);
        }
    }
    // An active cursor that comes or goes changes all rows on its one side.
    const auto isActive = [](const CursorMark &mark) { return mark.isActive; };
    if (std::any_of(before.begin(), before.end(), isActive) != !d->activeName.isEmpty()) {
        first = 0;
        last = rowCount() - 1;
    }
    if (first <= last) {
        emit dataChanged(index(first, 0),
                         index(last, columnCount() - 1),
                         {ProcessedRole,
                          CursorNamesRole,
                          ActiveCursorRole,
                          Qt::AccessibleTextRole,
                          Qt::AccessibleDescriptionRole});
    }
}

} // namespace playhead

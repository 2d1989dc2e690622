// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventtablemodel_p.h"
#include "model/events/streamorder.h"

#include <QThread>

#include <algorithm>

namespace playhead {

namespace {

/// Up to here the sort by Object reads one event of each object for what is shown of it.
constexpr size_t kMaxObjectsByText = 50'000;

} // namespace

const QList<CursorMark> &EventTableModel::cursorMarks() const
{
    return d->marks;
}

quint32 EventTableModel::loadedCount() const
{
    return static_cast<quint32>(d->listing.loadedRows().size());
}

quint32 EventTableModel::shownCount() const
{
    return static_cast<quint32>(d->shown.size());
}

const FacetCounts &EventTableModel::facets() const
{
    if (!d->facets) {
        d->facets = d->makeFacets();
    }
    return *d->facets;
}

bool EventTableModel::isSearching() const
{
    return d->isSearching;
}

quint32 EventTableModel::searchedCount() const
{
    return d->isSearching ? std::min(d->searched, d->snapshot.rowCount()) : d->snapshot.rowCount();
}

TimelineBins EventTableModel::timeline(const TimeRange &range, int bins) const
{
    std::vector<Family> families;
    families.reserve(d->snapshot.typeCount());
    for (quint16 type = 0; type < d->snapshot.typeCount(); ++type) {
        families.push_back(d->typeNumbered(type).family);
    }
    return d->listing.timeline(range, bins, families, d->hits ? &*d->hits : nullptr);
}

EventRow EventTableModel::eventRowAt(int tableRow) const
{
    Q_ASSERT(tableRow >= 0 && tableRow < rowCount());
    return d->shown[static_cast<size_t>(tableRow)];
}

int EventTableModel::tableRowOf(EventRow row) const
{
    return d->rowAt(row);
}

int EventTableModel::nearestTableRow(EventRow row) const
{
    return d->nearestRowAt(row);
}

std::optional<EventRow> EventTableModel::oldestShownIn(const TimeRange &range) const
{
    const std::vector<EventRow> &loaded = d->listing.loadedRows();
    for (size_t i = placeOf(range.since, d->snapshot, loaded);
         i < loaded.size() && d->snapshot.createdAt(loaded[i]) < range.until;
         ++i) {
        if (d->rowAt(loaded[i]) >= 0) {
            return loaded[i];
        }
    }
    return std::nullopt;
}

bool EventTableModel::isSortedByTime() const
{
    return d->order.key() == EventOrder::Key::Time;
}

Qt::SortOrder EventTableModel::sortOrder() const
{
    return d->order.direction();
}

const std::vector<EventRow> &EventTableModel::shownRows() const
{
    return d->shown;
}

std::vector<EventRow> EventTableModel::loadedRows() const
{
    return d->listing.loadedRows();
}

QString EventTableModel::organizationName(const OrganizationId &id) const
{
    const std::optional<quint32> number = d->snapshot.findOrganization(id);
    // A cursor or a picker may name an organization of which nothing is stored.
    return number ? d->names.name(d->snapshot, *number) : d->names.alias(id);
}

QString EventTableModel::organizationAlias(const OrganizationId &id) const
{
    return d->names.alias(id);
}

QString EventTableModel::storedOrganizationName(const OrganizationId &id) const
{
    const std::optional<quint32> number = d->snapshot.findOrganization(id);
    return number ? d->names.storedName(d->snapshot, *number) : QString();
}

void EventTableModel::setOrganizationAliases(const QHash<OrganizationId, QString> &aliases)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (!d->names.setAliases(d->snapshot, aliases)) {
        return;
    }
    d->aliases = aliases;
    emit organizationsNamed();
    if (d->question && needsOf(d->question->expression).organizationNames) {
        d->search.rename(aliases);
        setSearching(true);
    }
    if (d->order.key() == EventOrder::Key::Organization) {
        // A new name moves its organization's rows.
        d->order.forgetTexts();
        relist();
        return;
    }
    announceNames();
    d->facets.reset();
    emit countsChanged();
}

void EventTableModel::announceNames()
{
    if (!d->shown.empty()) {
        emit dataChanged(index(0, int(Column::Organization)),
                         index(rowCount() - 1, int(Column::Organization)));
    }
}

EventTableModel::Private::Private(const TypeCatalogue &types_)
    : catalogue(types_)
    , order([this](EventOrder::Key key, quint32 number, EventRow sample) {
        return sortText(key, number, sample);
    })
    , search(types_)
{}

void EventTableModel::Private::findShown()
{
    listing.filter(filter, hits ? &*hits : nullptr, shown);
    applyOrder();
    shownChanged();
    facets.reset();
}

void EventTableModel::Private::applyOrder()
{
    const bool isMany = shown.size() > kMaxObjectsByText;
    if (isMany != sortsObjectsById) {
        sortsObjectsById = isMany;
        order.forgetTexts();
    }
    order.sort(snapshot, shown);
}

void EventTableModel::Private::shownChanged()
{
    tableRows.clear();
    activeAt.reset();
}

int EventTableModel::Private::rowAt(EventRow row) const
{
    if (row >= snapshot.rowCount()) {
        return -1;
    }
    if (order.key() == EventOrder::Key::Time) {
        const bool isAscending = order.direction() == Qt::AscendingOrder;
        const auto found = std::lower_bound(shown.begin(),
                                            shown.end(),
                                            row,
                                            [this, isAscending](EventRow a, EventRow b) {
                                                return isAscending ? streamBefore(snapshot, a, b)
                                                                   : streamBefore(snapshot, b, a);
                                            });
        return found != shown.end() && *found == row ? static_cast<int>(found - shown.begin()) : -1;
    }
    if (tableRows.empty()) {
        tableRows.resize(snapshot.rowCount());
        for (size_t i = 0; i < shown.size(); ++i) {
            tableRows[shown[i]] = static_cast<quint32>(i + 1);
        }
    }
    return row < tableRows.size() ? static_cast<int>(tableRows[row]) - 1 : -1;
}

int EventTableModel::Private::nearestRowAt(EventRow row) const
{
    if (row >= snapshot.rowCount() || shown.empty()) {
        return -1;
    }
    const auto inStream = [this](EventRow a, EventRow b) { return streamBefore(snapshot, a, b); };
    if (order.key() == EventOrder::Key::Time) {
        if (order.direction() == Qt::AscendingOrder) {
            const auto behind = std::upper_bound(shown.begin(), shown.end(), row, inStream);
            return static_cast<int>(behind - shown.begin()) - 1;
        }
        const auto found =
            std::lower_bound(shown.begin(), shown.end(), row, [this](EventRow a, EventRow b) {
                return streamBefore(snapshot, b, a);
            });
        return found != shown.end() ? static_cast<int>(found - shown.begin()) : -1;
    }
    const std::vector<EventRow> &loaded = listing.loadedRows();
    for (auto at = std::upper_bound(loaded.begin(), loaded.end(), row, inStream);
         at != loaded.begin();) {
        if (const int found = rowAt(*--at); found >= 0) {
            return found;
        }
    }
    return -1;
}

/// Named values first, in the order of their names without case; then those without a name by their ids; none last.
QByteArray EventTableModel::Private::sortText(EventOrder::Key key, quint32 number, EventRow sample)
{
    switch (key) {
    case EventOrder::Key::Type:
        return snapshot.typeName(static_cast<quint16>(number));
    case EventOrder::Key::Organization: {
        if (number == 0) {
            return QByteArrayLiteral("\xff\xff");
        }
        const QString name = names.name(snapshot, number);
        return name.isEmpty() ? '\xff' + snapshot.organizationId(number).value
                              : name.toCaseFolded().toUtf8();
    }
    case EventOrder::Key::Object:
        if (number == 0) {
            return QByteArrayLiteral("\xff");
        }
        return sortsObjectsById ? snapshot.objectKey(number)
                                : textOf(sample).object.toCaseFolded().toUtf8();
    case EventOrder::Key::Time:
    case EventOrder::Key::Id:
        break;
    }
    return {};
}

FacetCounts EventTableModel::Private::makeFacets() const
{
    FacetCounts result;
    const EventListing::Counts counts = listing.counts();
    for (size_t i = 0; i < counts.types.size(); ++i) {
        if (counts.types[i].isLoaded) {
            const QByteArray name = snapshot.typeName(static_cast<quint16>(i));
            const EventType *type = catalogue.find(name);
            result.types.append(
                {name, type != nullptr ? type->family : Family::Other, counts.types[i].count});
        }
    }
    std::sort(result.types.begin(), result.types.end(), [](const auto &a, const auto &b) {
        return a.family != b.family ? a.family < b.family
               : a.count != b.count ? a.count > b.count
                                    : a.name < b.name;
    });
    for (size_t i = 0; i < counts.organizations.size(); ++i) {
        if (counts.organizations[i].isLoaded) {
            const auto number = static_cast<quint32>(i);
            const OrganizationId id = number == 0 ? OrganizationId()
                                                  : snapshot.organizationId(number);
            result.organizations.append(
                {id, names.name(snapshot, number), counts.organizations[i].count});
        }
    }
    std::sort(result.organizations.begin(),
              result.organizations.end(),
              [](const auto &a, const auto &b) {
                  if (a.id.isEmpty() != b.id.isEmpty()) {
                      return b.id.isEmpty();
                  }
                  return a.count != b.count ? a.count > b.count : a.id.value < b.id.value;
              });
    return result;
}

} // namespace playhead

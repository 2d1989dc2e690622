// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventlisting.h"

#include "model/events/listedevents.h"
#include "model/events/streamorder.h"

#include <algorithm>

namespace playhead {

void EventListing::load(const EventSnapshot &events, const FetchScope &scope)
{
    load(listEvents(events), scope);
}

void EventListing::load(ListedEvents listed, const FetchScope &scope)
{
    m_events = listed.events;
    m_scope = scope;
    m_rows.clear();
    m_pairs.clear();
    m_pairTable.clear();
    m_pairNumbers = std::move(listed.pairs);
    m_typeInScope.clear();
    m_typeShown.clear();
    m_organizationShown.clear();
    m_scopeOrganization.reset();
    learnDictionaries();
    learnPairs();

    std::vector<quint8> isInScope(m_pairTable.size());
    std::transform(m_pairTable.begin(),
                   m_pairTable.end(),
                   isInScope.begin(),
                   [this](const Pair &pair) {
                       return isPairInScope(pair.type, pair.organization) ? 1 : 0;
                   });
    std::span<const EventRow> inRange(listed.order);
    if (scope.range != TimeRange{}) {
        inRange = inRange.first(
            placeOf(std::max(scope.range.until, scope.range.since), m_events, inRange));
        inRange = inRange.subspan(placeOf(scope.range.since, m_events, inRange));
    }
    const bool isAll = inRange.size() == listed.order.size()
                       && std::find(isInScope.begin(), isInScope.end(), 0) == isInScope.end();
    if (isAll && listed.isStoredInOrder) {
        // The usual case of a big store: nothing need be copied.
        for (size_t i = 0; i < m_pairTable.size(); ++i) {
            m_pairTable[i].loaded = listed.pairCounts[i];
        }
        m_rows = std::move(listed.order);
        m_pairs = std::move(listed.pairOfRow);
        return;
    }
    // The pairs lie in the order of storing.
    m_rows.reserve(inRange.size());
    m_pairs.reserve(inRange.size());
    for (const EventRow row : inRange) {
        const quint32 pair = listed.pairOfRow[row];
        if (isInScope[pair] != 0) {
            ++m_pairTable[pair].loaded;
            m_rows.push_back(row);
            m_pairs.push_back(pair);
        }
    }
}

void EventListing::filter(const EventFilter &filter,
                          const RowSet *hits,
                          std::vector<EventRow> &shown)
{
    m_filter = filter;
    const bool isWhole = filter.range == TimeRange{};
    m_typeShown.clear();
    m_organizationShown.clear();
    learnDictionaries();
    std::vector<quint8> isShown(m_pairTable.size());
    for (size_t i = 0; i < m_pairTable.size(); ++i) {
        Pair &pair = m_pairTable[i];
        pair.isShown = isPairShown(pair);
        pair.matching = isWhole && hits == nullptr ? pair.loaded : 0;
        isShown[i] = pair.isShown ? 1 : 0;
    }
    if (hits == nullptr && isWhole
        && std::find(isShown.begin(), isShown.end(), 0) == isShown.end()) {
        shown.reserve(m_rows.capacity()); // with room for rows that come later
        shown.assign(m_rows.begin(), m_rows.end());
        return;
    }
    size_t first = 0;
    size_t last = m_rows.size();
    if (!isWhole) {
        first = placeOf(filter.range.since, m_events, m_rows);
        last = std::max(first, placeOf(filter.range.until, m_events, m_rows));
    }
    // Every row is written; the place moves on only behind those that are shown, so that no branch has to be guessed.
    shown.resize(last - first);
    EventRow *place = shown.data();
    if (hits == nullptr && isWhole) {
        for (size_t i = first; i < last; ++i) {
            *place = m_rows[i];
            place += isShown[m_pairs[i]];
        }
    } else {
        for (size_t i = first; i < last; ++i) {
            const quint32 isHit = hits == nullptr || hits->contains(m_rows[i]) ? 1 : 0;
            m_pairTable[m_pairs[i]].matching += isHit;
            *place = m_rows[i];
            place += isShown[m_pairs[i]] & isHit;
        }
    }
    shown.resize(static_cast<size_t>(place - shown.data()));
}

bool EventListing::extendScope(Instant until)
{
    const qint64 from = toUs(m_scope.range.until);
    const qint64 to = toUs(until);
    m_scope.range.until = until;
    for (EventRow row = 0; row < m_events.rowCount();) {
        const ColumnRun run = m_events.columnsFrom(row);
        const bool isBetween = std::any_of(run.createdAtUs.begin(),
                                           run.createdAtUs.end(),
                                           [from, to](qint64 t) { return t >= from && t < to; });
        if (isBetween) {
            return false;
        }
        row += run.count;
    }
    return true;
}

std::vector<EventRow> EventListing::extend(const EventSnapshot &events, bool hasText)
{
    EventRow row = m_events.rowCount();
    m_events = events;
    learnDictionaries();
    std::vector<EventRow> loaded;
    std::vector<EventRow> shown;
    for (; row < events.rowCount(); ++row) {
        if (isInScope(row)) {
            loaded.push_back(row);
        }
    }
    const auto inStream = [&events](EventRow a, EventRow b) { return streamBefore(events, a, b); };
    if (!std::is_sorted(loaded.begin(), loaded.end(), inStream)) {
        std::sort(loaded.begin(), loaded.end(), inStream);
    }
    for (const EventRow added : loaded) {
        Pair &pair = m_pairTable[pairOf(added)];
        ++pair.loaded;
        if (!hasText && isInSelection(added)) {
            ++pair.matching;
            if (pair.isShown) {
                shown.push_back(added);
            }
        }
    }
    insertLoaded(loaded);
    return shown;
}

/// Merges rows, which are in stream order, into the loaded ones: from the back, so that what is younger than they are
/// moves once, in as many stretches as there are places, and what is older does not move.
void EventListing::insertLoaded(const std::vector<EventRow> &rows)
{
    const auto inStream = [this](EventRow a, EventRow b) { return streamBefore(m_events, a, b); };
    auto from = static_cast<ptrdiff_t>(m_rows.size());
    m_rows.resize(m_rows.size() + rows.size());
    m_pairs.resize(m_rows.size());
    auto to = static_cast<ptrdiff_t>(m_rows.size());
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        const ptrdiff_t place =
            std::upper_bound(m_rows.begin(), m_rows.begin() + from, *row, inStream)
            - m_rows.begin();
        const auto move = [place, from, to](std::vector<quint32> &values) {
            std::move_backward(values.begin() + place, values.begin() + from, values.begin() + to);
        };
        move(m_rows);
        move(m_pairs);
        to -= from - place + 1;
        from = place;
        m_rows[static_cast<size_t>(to)] = *row;
        m_pairs[static_cast<size_t>(to)] = pairOf(*row);
    }
}

std::vector<EventRow> EventListing::addHits(std::span<const EventRow> rows)
{
    std::vector<EventRow> shown;
    for (const EventRow row : rows) {
        if (!isInScope(row) || !isInSelection(row)) {
            continue;
        }
        Pair &pair = m_pairTable[pairOf(row)];
        ++pair.matching;
        if (pair.isShown) {
            shown.push_back(row);
        }
    }
    const auto inStream = [this](EventRow a, EventRow b) { return streamBefore(m_events, a, b); };
    if (!std::is_sorted(shown.begin(), shown.end(), inStream)) {
        std::sort(shown.begin(), shown.end(), inStream);
    }
    return shown;
}

bool EventListing::isOutdated(const EventSnapshot &events) const
{
    // An event keeps its organization for good: only those that had none can have got one.
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_pairTable[m_pairs[i]].organization == 0 && events.organization(m_rows[i]) != 0) {
            return true;
        }
    }
    if (m_scope.organization.isEmpty()) {
        return false;
    }
    // None has left the scope; others may have come into it.
    const auto wanted = events.findOrganization(m_scope.organization);
    size_t count = 0;
    for (EventRow row = 0; wanted && row < events.rowCount(); ++row) {
        count += events.organization(row) == *wanted && m_typeInScope[events.type(row)] != 0
                         && (m_scope.range == TimeRange{}
                             || m_scope.range.contains(events.createdAt(row)))
                     ? 1
                     : 0;
    }
    return count != m_rows.size();
}

EventListing::Counts EventListing::counts() const
{
    Counts counts;
    counts.types.resize(m_typeShown.size());
    counts.organizations.resize(m_organizationShown.size());
    for (const Pair &pair : m_pairTable) {
        if (pair.loaded == 0) {
            continue;
        }
        Count &type = counts.types[pair.type];
        type.isLoaded = true;
        type.count += m_organizationShown[pair.organization] != 0 ? pair.matching : 0;
        Count &organization = counts.organizations[pair.organization];
        organization.isLoaded = true;
        organization.count += m_typeShown[pair.type] != 0 ? pair.matching : 0;
    }
    return counts;
}

TimelineBins EventListing::timeline(const TimeRange &range,
                                    int bins,
                                    std::span<const Family> familyOfType,
                                    const RowSet *hits) const
{
    std::vector<quint8> families(m_pairTable.size());
    std::transform(m_pairTable.begin(),
                   m_pairTable.end(),
                   families.begin(),
                   [familyOfType](const Pair &pair) {
                       return static_cast<quint8>(
                           pair.isShown ? static_cast<int>(familyOfType[pair.type]) : kFamilyCount);
                   });
    return countBins(m_events, {m_rows, m_pairs, families, hits}, range, bins);
}

bool EventListing::isPairInScope(quint16 type, quint32 organization) const
{
    return m_typeInScope[type] != 0
           && (m_scope.organization.isEmpty() || organization == m_scopeOrganization);
}

bool EventListing::isInScope(EventRow row) const
{
    return (m_scope.range == TimeRange{} || m_scope.range.contains(m_events.createdAt(row)))
           && isPairInScope(m_events.type(row), m_events.organization(row));
}

quint32 EventListing::pairOf(EventRow row)
{
    const quint32 number = m_pairNumbers.numberOf(m_events.type(row), m_events.organization(row));
    learnPairs();
    return number;
}

/// Pairs get their numbers as they come.
void EventListing::learnPairs()
{
    for (auto number = static_cast<quint32>(m_pairTable.size()); number < m_pairNumbers.count();
         ++number) {
        const EventPairs::Pair &added = m_pairNumbers[number];
        Pair pair{added.type, added.organization, 0, 0, false};
        pair.isShown = isPairShown(pair);
        m_pairTable.push_back(pair);
    }
}

bool EventListing::isInSelection(EventRow row) const
{
    return m_filter.range == TimeRange{} || m_filter.range.contains(m_events.createdAt(row));
}

bool EventListing::isPairShown(const Pair &pair) const
{
    return m_typeShown[pair.type] != 0 && m_organizationShown[pair.organization] != 0;
}

/// Types and organizations get their numbers as they come; scope and filter name them by their text.
void EventListing::learnDictionaries()
{
    for (auto type = static_cast<quint16>(m_typeInScope.size()); type < m_events.typeCount();
         ++type) {
        const bool isIn = m_scope.types.isEmpty()
                          || m_scope.types.contains(m_events.typeName(type));
        m_typeInScope.push_back(isIn ? 1 : 0);
    }
    for (auto type = static_cast<quint16>(m_typeShown.size()); type < m_events.typeCount();
         ++type) {
        m_typeShown.push_back(m_filter.hiddenTypes.contains(m_events.typeName(type)) ? 0 : 1);
    }
    if (m_organizationShown.empty()) {
        m_organizationShown.push_back(m_filter.hiddenOrganizations.contains(OrganizationId()) ? 0
                                                                                              : 1);
    }
    for (auto number = static_cast<quint32>(m_organizationShown.size());
         number <= m_events.organizationCount();
         ++number) {
        const bool isHidden = !m_filter.hiddenOrganizations.isEmpty()
                              && m_filter.hiddenOrganizations.contains(
                                  m_events.organizationId(number));
        m_organizationShown.push_back(isHidden ? 0 : 1);
    }
    if (!m_scope.organization.isEmpty() && !m_scopeOrganization) {
        m_scopeOrganization = m_events.findOrganization(m_scope.organization);
    }
}

} // namespace playhead

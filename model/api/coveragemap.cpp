// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/coveragemap.h"

#include "model/events/typecatalogue.h"

#include <algorithm>

namespace playhead {

namespace {

bool holdsType(const CoverageKey &key, const QByteArray &type)
{
    return key.kind == ReadKind::AllTypes
           || std::binary_search(key.types.begin(), key.types.end(), type);
}

/// Whether a read without organization finds the events of one organization by their bodies.
bool tellsOrganization(const QByteArray &type, const TypeCatalogue &catalogue)
{
    const EventType *known = catalogue.find(type);
    return known && !known->organization.empty();
}

} // namespace

const CoverageMap::Entry *CoverageMap::find(const CoverageKey &key) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&key](const Entry &entry) {
        return entry.key == key;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

void CoverageMap::add(const CoverageKey &key, const TimeRange &range)
{
    auto found = std::find_if(m_entries.begin(), m_entries.end(), [&key](const Entry &entry) {
        return entry.key == key;
    });
    if (found == m_entries.end()) {
        found = m_entries.insert(found, Entry{key, {}});
    }
    found->ranges.push_back(range);
    found->ranges = joined(std::move(found->ranges));
}

TimeRanges CoverageMap::covered(const FetchScope &scope, const TypeCatalogue &catalogue) const
{
    if (scope.types.isEmpty()) {
        TimeRanges all;
        for (const Entry &entry : m_entries) {
            if (entry.key.kind != ReadKind::ChosenTypes
                && entry.key.organization == scope.organization) {
                all.insert(all.end(), entry.ranges.begin(), entry.ranges.end());
            }
        }
        return joined(std::move(all));
    }
    std::optional<TimeRanges> result;
    for (const QByteArray &type : scope.types) {
        TimeRanges ofType;
        for (const Entry &entry : m_entries) {
            const bool isForAll = entry.key.organization.isEmpty()
                                  && (scope.organization.isEmpty()
                                      || tellsOrganization(type, catalogue));
            if ((isForAll || entry.key.organization == scope.organization)
                && holdsType(entry.key, type)) {
                ofType.insert(ofType.end(), entry.ranges.begin(), entry.ranges.end());
            }
        }
        ofType = joined(std::move(ofType));
        result = result ? intersection(*result, ofType) : ofType;
    }
    return *result;
}

} // namespace playhead

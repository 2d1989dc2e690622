// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/timeranges.h"
#include "model/events/eventfilter.h"

#include <QMetaType>

namespace playhead {

class TypeCatalogue;

/// What kind of read covered something.
enum class ReadKind {
    ChosenTypes, ///< The types are listed.
    AllTypes, ///< No `events` was sent: types of the future are in it too.
    AllByList, ///< All types were meant, but the server wanted a list: what it allows is listed.
};

/// Which reads count together: equal types and organization.
struct CoverageKey
{
    ReadKind kind = ReadKind::AllTypes;
    QList<QByteArray> types; ///< Sorted; empty for AllTypes.
    OrganizationId organization; ///< Empty = all.

    bool operator==(const CoverageKey &) const = default;
};

/// What has been read completely, for one event store: a value that is handed between threads (semantics 8).
class CoverageMap
{
public:
    struct Entry
    {
        CoverageKey key;
        TimeRanges ranges;
    };

    void add(const CoverageKey &key, const TimeRange &range);
    void insert(const Entry &entry) { m_entries.push_back(entry); }
    const std::vector<Entry> &entries() const { return m_entries; }
    const Entry *find(const CoverageKey &key) const;

    /// The stretches in which every type of the list has been read for the organization. The scope's range plays no part.
    TimeRanges covered(const FetchScope &scope, const TypeCatalogue &catalogue) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::CoverageMap)

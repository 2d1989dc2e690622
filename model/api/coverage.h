// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/coveragemap.h"
#include "model/storage/database.h"

namespace playhead {

/// The CoverageMap of one event store, kept in SQLite. Written by the process that writes the store, on its ingest thread,
/// after EventStore::sync() (semantics 9).
class Coverage
{
public:
    /// Makes the tables when they are missing and reads what is known. When the store holds fewer events than when the
    /// coverage was written (`storedRows`), the store was lost or replaced, and what it covered is forgotten.
    static Result<Coverage> load(Database &database, const QString &storeKey, quint32 storedRows);

    /// `storedRows` are the store's events that are safe on the disk.
    Status add(const CoverageKey &key, const TimeRange &range, quint32 storedRows);

    const CoverageMap &map() const { return m_map; }
    /// Of the store when the coverage was written; 0 = never. A reader, who forgets nothing, compares it with what it sees.
    quint32 storedRows() const { return m_storedRows; }

private:
    Coverage(Database &database, const QString &storeKey);
    Status readRanges();
    Status forget();

    Database *m_database;
    QString m_storeKey;
    CoverageMap m_map;
    quint32 m_storedRows = 0;
};

} // namespace playhead

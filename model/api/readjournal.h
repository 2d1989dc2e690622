// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchquery.h"
#include "model/storage/database.h"

namespace playhead {

/// Names a query by what was asked, before times such as "24h" became a range: equal words, equal fingerprint.
QByteArray readFingerprint(const QList<QByteArray> &parts);

/// Remembers the fixed range of reads that were begun and not finished, so that the same query, asked again after a break,
/// goes on with that range (semantics 17). Holds no key and no event.
class ReadJournal
{
public:
    struct Begun
    {
        FetchQuery query; ///< With the range of the broken-off read when isResumed, else as given.
        bool isResumed = false;
    };

    static Result<ReadJournal> open(Database &database);

    /// Writes the read down, unless it is there already. Types, organization, `after` and limit stay as given.
    Result<Begun> begin(const QByteArray &fingerprint, const FetchQuery &query);
    /// The next begin() starts anew.
    Status finish(const QByteArray &fingerprint);

private:
    explicit ReadJournal(Database &database);
    Database *m_database;
};

} // namespace playhead

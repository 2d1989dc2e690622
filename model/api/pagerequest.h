// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchquery.h"

#include <optional>

namespace playhead {

/// One GET /events, before it has an address. Sent oldest first.
struct PageRequest
{
    QList<QByteArray> types; ///< Empty = no `events` parameter.
    OrganizationId organization;
    EventId
        after; ///< When set, `since` is not sent: the two exclude each other (docs: reference/events).
    std::optional<Instant> since;
    std::optional<Instant> until;
    int limit = kPageLimit;

    bool operator==(const PageRequest &) const = default;
};

/// `https://api.workos.com/events?events=a%2Cb&order=asc&limit=100…` A user name, query or fragment of the base URL is
/// left out.
QUrl pageUrl(const QUrl &baseUrl, const PageRequest &request);

} // namespace playhead

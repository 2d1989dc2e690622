// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchquery.h"

#include <optional>

namespace playhead {

/// Which end of the range a page begins at. Servers may ignore NewestFirst (workos-node issue 1610 reports it of WorkOS),
/// so such an answer is believed only when its own times agree.
enum class PageOrder {
    OldestFirst,
    NewestFirst
};

/// One GET /events, before it has an address.
struct PageRequest
{
    QList<QByteArray> types; ///< Empty = no `events` parameter.
    OrganizationId organization;
    EventId
        after; ///< When set, `since` is not sent: the two exclude each other (docs: reference/events).
    std::optional<Instant> since;
    std::optional<Instant> until;
    int limit = kPageLimit;
    PageOrder order = PageOrder::OldestFirst; ///< Reads of a range always go oldest first.

    bool operator==(const PageRequest &) const = default;
};

/// `https://api.workos.com/events?events=a%2Cb&order=asc&limit=100…` A user name, query or fragment of the base URL is
/// left out.
QUrl pageUrl(const QUrl &baseUrl, const PageRequest &request);

} // namespace playhead

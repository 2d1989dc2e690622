// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/events/eventfilter.h"

#include <QUrl>

namespace playhead {

/// WorkOS keeps this much (docs: data-syncing/events-api, section 4).
constexpr auto kKeptFor = std::chrono::days(90);
/// The widest range of one request (same source).
constexpr auto kLongestWindow = std::chrono::days(30);
/// The most events of one page (OpenAPI description of GET /events).
constexpr int kPageLimit = 100;

/// The oldest moment that can still be read at `now`.
constexpr Instant horizonAt(Instant now)
{
    return now - std::chrono::duration_cast<Duration>(kKeptFor);
}

/// One read: what is asked of the server. Its range is fixed once when it starts (semantics 1).
struct FetchQuery
{
    FetchScope scope;
    EventId after; ///< Read from after this event instead of scope.range.since; empty = by range.
    quint64 limit = 0; ///< Events in all; 0 = no limit.
    bool skipCovered = true; ///< Leave out what the coverage says is there already.

    bool operator==(const FetchQuery &) const = default;
};

/// Where and with which key to ask. The key is never stored, logged or shown.
struct FetchTarget
{
    QUrl baseUrl; ///< `https://api.workos.com`; http only on loopback.
    QByteArray apiKey;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/fetchquery.h"

namespace playhead {

/// Whether the URL's host is this computer: `localhost`, 127.0.0.0/8 or ::1. Only there may a key travel over http.
bool isLoopbackUrl(const QUrl &url);

/// The start of a range after the check against the horizon.
struct ClampedSince
{
    Instant since{};
    bool wasMoved = false; ///< Tell the person: older events are not kept by the server.

    bool operator==(const ClampedSince &) const = default;
};

/// A start at or beyond the horizon is moved to the horizon plus one minute, so that it does not slip past it while
/// the request travels (semantics 1). A server on loopback judges for itself.
ClampedSince clampSince(Instant since, Instant now, const QUrl &baseUrl);

} // namespace playhead

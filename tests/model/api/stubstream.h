// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "tests/model/api/stubserver.h"

#include <vector>

namespace playhead {

/// Events of a stub server with the parameters of GET /events, and the ways in which servers may differ where the API's
/// texts are silent.
class StubStream
{
public:
    struct Event
    {
        QByteArray id;
        QByteArray type;
        QByteArray organization;
        Instant createdAt{};
        QByteArray raw;
    };

    /// `count` events, `step` apart, the first at `first`.
    static StubStream even(int count, Instant first, Duration step);

    StubAnswer answer(const StubRequest &request) const;
    std::vector<QByteArray> allRaw() const;

    std::vector<Event> events; ///< In the server's order.
    std::optional<Instant> date; ///< Sent as the `Date` header.
    QByteArray streamId;
    bool isNewestFirst = false;
    bool ignoresRangeEnd = false;
    bool isStartExclusive = false;
    bool isEndInclusive = false;
    bool fullLastPageHasCursor = false; ///< Then an empty page follows.
    bool wantsTypes = false; ///< 422 `required` without `events`.
    QByteArrayList refusedTypes; ///< 422 that names the first of them that is asked.
};

} // namespace playhead

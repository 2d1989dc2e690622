// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/servedrequest.h"

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace playhead {

/// One request as far as the Events API looks at it. Views of the connection's own memory: for the call only.
struct ApiRequest
{
    quint64 number = 0; ///< In the order of arrival, from 1: what faults are drawn by.
    quint64 eventsNumber = 0; ///< The same among the requests to /events: what revoke-key counts.
    QByteArrayView method;
    QByteArrayView target; ///< Path and query as they stood on the request line.
    QByteArrayView authorization;
    std::optional<QByteArrayView> host; ///< Empty = not sent.
    std::optional<QByteArrayView> origin;
    QByteArrayView userAgent;
    bool takesGzip = false;
    int unreadableStatus =
        0; ///< LoopbackServer::refusalStatus(): refused by it, whatever is asked.
};

/// How the bytes of an answer go over the wire.
struct WirePlan
{
    enum class End {
        Whole, ///< As HTTP wants it: with a bodyShare under 1 the length of the body is told to be what is sent.
        Reset, ///< A reset, as of a crashed peer.
        Cut, ///< An orderly end of the connection, too early.
        Stall ///< Nothing more until stallFor has passed, then as Cut.
    };

    End end = End::Whole;
    /// So much of the body, as it goes over the wire, is sent before the end: less than 1 is at least one byte, and never all.
    double bodyShare = 1;
    bool sendsHead = true; ///< False: the end comes before the first byte.
    bool isChunked = false;
    qint64 bytesPerSecond = 0; ///< Of the body; 0 = as fast as it goes.
    std::chrono::milliseconds stallFor{0};

    bool operator==(const WirePlan &) const = default;
};

/// What is answered, before it is sent.
struct ApiAnswer
{
    int status = 200;
    QByteArray body; ///< JSON.
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds delay{0}; ///< To wait before the answer.
    WirePlan wire;
    ServedRequest record; ///< All but its time.
};

} // namespace playhead

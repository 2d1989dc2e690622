// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

namespace playhead {

/// What an answer says beside its body.
struct AnswerFacts
{
    int status = 0; ///< 0 = there was no answer.
    QByteArray requestId; ///< `X-Request-ID`, for a question to the server's people.
    std::optional<Instant> serverTime; ///< The `Date` header.
    std::optional<std::chrono::milliseconds> retryAfter; ///< `Retry-After`, from the answer on.
    QByteArray streamId; ///< `X-Playhead-Stream` of a local Events API; empty elsewhere.
    QByteArray location; ///< Of a redirect.
    Instant receivedAt{}; ///< By our own clock.
    std::chrono::milliseconds elapsed{}; ///< From the sending to the end of the answer.
    qint64 bodyBytes = 0; ///< Of the body, after decompression.
    int httpVersion = 0; ///< 1 = HTTP/1.1, 2 = HTTP/2; 0 = there was no answer.

    /// The server's time, or ours when it did not say.
    Instant now() const { return serverTime.value_or(receivedAt); }
};

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7); the two obsolete forms are not read.
std::optional<Instant> parseHttpDate(QByteArrayView text);

/// Seconds or an HTTP date, counted from `now` (RFC 9110, section 10.2.3); a date that has passed is 0.
std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text, Instant now);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>

#include <deque>
#include <mutex>
#include <vector>

namespace playhead {

/// One line of the local Events API's request log: who asked what with which cursor, and what was answered.
struct ServedRequest
{
    quint64 number = 0; ///< In the order of arrival, from 1.
    Instant at{}; ///< By the server's clock.
    QByteArray method;
    QByteArray target; ///< As it stood on the request line: path and query. Never a key.
    QByteArray client; ///< User-Agent; empty when none was sent.
    QByteArray
        cursor; ///< `after=event_…`, `before=event_…` or `after=…&before=…`, as asked; empty = none.
    int status = 0; ///< 0: the connection was reset before an answer.
    qsizetype events = -1; ///< In the page; -1 = no page.
    QByteArray after; ///< list_metadata.after of the page; empty = null.
    QByteArray message; ///< Why it was refused; empty for pages.
    QByteArray
        faults; ///< What was done wrong on purpose, `delay 120 ms, cut at 512 bytes`; empty = nothing.
    qint64 bytes = 0; ///< Of the body before compression.
    qint64 sent = 0; ///< Bytes that were handed to the system, head and all.
    qint64 microseconds =
        0; ///< From the request's arrival until the answer was handed to the system.
    QByteArray requestId; ///< X-Request-ID.
    bool operator==(const ServedRequest &) const = default;
};

/// The request as a line of a log file: compact JSON with its members always in the same order, without a line break. What
/// differs between two equal runs (`at`, `ms`, `request_id`) stands last. Absent values are null.
QByteArray servedRequestLine(const ServedRequest &request);

/// The newest requests of a local Events API. Any thread.
class RequestJournal
{
public:
    /// Beyond this many, or so many bytes, the oldest ones go: a line is as long as a client makes it.
    static constexpr size_t kKept = 10'000;
    static constexpr qsizetype kKeptBytes = 32 << 20;

    void add(ServedRequest request);
    /// All that were added so far; also the place for newerThan().
    quint64 count() const;
    /// Of them, the ones that met at least one fault.
    quint64 faultCount() const;
    /// Requests that were added after the first `place` ones and are still kept, oldest first.
    std::vector<ServedRequest> newerThan(quint64 place) const;
    /// The same, and `place` moves behind them, over those that are not kept any more, too.
    std::vector<ServedRequest> following(quint64 &place) const;

private:
    mutable std::mutex m_mutex;
    std::deque<ServedRequest> m_requests;
    qsizetype m_bytes = 0; ///< Of their texts.
    quint64 m_count = 0;
    quint64 m_faultCount = 0;
};

} // namespace playhead

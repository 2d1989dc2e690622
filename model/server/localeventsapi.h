// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/core/result.h"
#include "model/server/apiswitches.h"
#include "model/server/connectionlimits.h"
#include "model/server/faultplan.h"
#include "model/server/servedrequest.h"
#include "model/server/servedsource.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace playhead {

class TypeCatalogue;

/// The key that the local Events API takes unless told otherwise; not a secret.
inline constexpr char kLocalApiKey[] = "sk_test_playhead";

/// What the local Events API serves and how.
struct LocalApiConfig
{
    quint16 port = 0; ///< 0 = any free one.
    QByteArray apiKey = kLocalApiKey;
    ServedSource source; ///< Its stream id is sent as X-Playhead-Stream (semantics 14).
    std::shared_ptr<const Clock> clock; ///< The server's now: Date header, horizon, 30-day rule.
    int latencyMs = 0; ///< Waits this long before each answer.
    ApiSwitches switches;
    FaultPlan faults;
    ConnectionLimits limits;
    /// Lets the time of latency, delays, stalls and slow bodies pass, on threads of the server, many at once. Empty: waits for
    /// as long, and less when the server ends. A test can pass one that does not wait.
    std::function<void(std::chrono::milliseconds)> waiter;
    /// Told each line of the request log, from a thread of the server; it must not stop the server. May be empty.
    std::function<void(const ServedRequest &)> onServed;
    /// Where the request log is kept, for somebody who reads it after the server's end, too; empty = the server's own.
    std::shared_ptr<RequestJournal> journal;
};

/// A server on 127.0.0.1 that answers GET /events as WorkOS does. Runs on its own threads until destroyed.
class LocalEventsApi
{
public:
    /// Binds and listens. WrongUsage when the port cannot be used or an event is invalid; Cancelled.
    static Result<std::unique_ptr<LocalEventsApi>> start(LocalApiConfig config,
                                                         const TypeCatalogue &catalogue,
                                                         const std::stop_token &stop = {});
    /// Stops serving within 100 ms even with clients that hang. Giving back the memory of a million events takes 0.4 s more.
    ~LocalEventsApi();

    QUrl url() const; ///< `http://127.0.0.1:4100`
    const QByteArray &apiKey() const;
    quint64 requestCount() const; ///< Requests to /events answered so far. Any thread.
    /// Every request that could be read, to other paths too, when its answer has gone out: the client may have it a little
    /// earlier. Any thread.
    const RequestJournal &journal() const;

    /// From the next request on. Any thread.
    void setFaults(const FaultPlan &faults);
    FaultPlan faults() const;

private:
    struct Private;
    explicit LocalEventsApi(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/server/apianswer.h"
#include "model/server/apiswitches.h"
#include "model/server/faultplan.h"
#include "model/server/servedevents.h"

#include <memory>
#include <mutex>

namespace playhead {

class RequestFaults;

/// What the local Events API answers, without sockets: every answer is a function of the request, its number, the clock,
/// the switches and the faults. Any thread.
class EventsEndpoint
{
public:
    struct Config
    {
        ServedEvents events;
        QByteArray apiKey;
        QByteArray streamId; ///< X-Playhead-Stream; empty = not sent.
        std::shared_ptr<const Clock> clock; ///< Date header, horizon, 30-day rule, hold-back.
        ApiSwitches switches;
        FaultPlan faults; ///< Those at the start; see setFaults().
    };

    explicit EventsEndpoint(Config config);

    ApiAnswer answer(const ApiRequest &request) const;
    /// Whether the target of a request names /events, with whatever query.
    static bool asksForEvents(QByteArrayView target);

    /// From the next request on.
    void setFaults(const FaultPlan &faults);
    FaultPlan faults() const;

    const ServedEvents &events() const { return m_config.events; }

private:
    void answerEvents(const ApiRequest &request,
                      ApiAnswer &answer,
                      Instant now,
                      const FaultPlan &plan,
                      RequestFaults &faults) const;
    void sign(ApiAnswer &answer, Instant now, RequestFaults &faults) const;
    std::shared_ptr<const FaultPlan> plan() const;
    bool hasKey(QByteArrayView authorization) const;

    Config m_config;
    std::shared_ptr<const FaultPlan>
        m_faults; ///< Swapped, so that a request never waits for another one's.
    mutable std::mutex m_mutex; ///< Of m_faults.
};

} // namespace playhead

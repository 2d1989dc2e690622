// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/eventsendpoint.h"
#include "tests/model/server/serveddemo.h"

#include <initializer_list>

namespace playhead {

/// A plan of faults as they are spelled on the command line; empty when one of them is wrong.
inline FaultPlan planOf(std::initializer_list<const char *> faults, quint64 seed = 1)
{
    FaultPlan plan;
    plan.seed = seed;
    for (const char *text : faults) {
        const auto setting = parseFault(text);
        if (!setting) {
            return {};
        }
        plan.set(*setting);
    }
    return plan;
}

/// The demo stream of ServedDemo behind an endpoint without sockets.
struct FaultyDemo
{
    ServedDemo demo;
    Instant now = demo.plan.end + std::chrono::seconds(61);

    std::unique_ptr<EventsEndpoint> endpoint(const FaultPlan &faults,
                                             const ApiSwitches &switches = {}) const
    {
        return endpointAt(now, faults, switches);
    }
    std::unique_ptr<EventsEndpoint> endpointAt(Instant time,
                                               const FaultPlan &faults,
                                               const ApiSwitches &switches = {}) const
    {
        auto events = ServedEvents::build(bytesSource(demo.source), *demo.catalogue);
        return events ? std::make_unique<EventsEndpoint>(
                   EventsEndpoint::Config{std::move(*events),
                                          kLocalApiKey,
                                          {},
                                          std::make_shared<FixedClock>(time),
                                          switches,
                                          faults})
                      : nullptr;
    }
    /// The whole stream in a server on a socket.
    std::unique_ptr<LocalEventsApi> serve(LocalApiConfig config) const
    {
        config.source = bytesSource(demo.source);
        config.clock = std::make_shared<FixedClock>(now);
        auto started = LocalEventsApi::start(std::move(config), *demo.catalogue);
        return started ? std::move(*started) : nullptr;
    }
};

/// The answer to one request with the right key.
inline ApiAnswer ask(const EventsEndpoint &endpoint,
                     quint64 number,
                     const QByteArray &target,
                     const QByteArray &method = "GET",
                     bool takesGzip = false)
{
    ApiRequest request;
    request.number = number;
    request.eventsNumber = number;
    request.method = method;
    request.target = target;
    request.authorization = "Bearer sk_test_playhead";
    request.takesGzip = takesGzip;
    return endpoint.answer(request);
}

inline QByteArray headerIn(const ApiAnswer &answer, QByteArrayView name)
{
    for (const auto &[key, value] : answer.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

inline QByteArray idOf(const QByteArray &event)
{
    JsonDocument document;
    const auto id = document.parse(event) ? document.root().member("id") : std::nullopt;
    return id ? id->string().toByteArray() : QByteArray();
}

} // namespace playhead

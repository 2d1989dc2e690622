// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventfields.h"
#include "model/events/typecatalogue.h"
#include "model/server/eventsendpoint.h"

#include <memory>
#include <vector>

namespace playhead {

inline constexpr char kEndpointKey[] = "sk_test_playhead";

/// Empty when the resource is damaged.
inline std::unique_ptr<TypeCatalogue> loadedCatalogue()
{
    Result<TypeCatalogue> loaded = TypeCatalogue::load();
    return loaded ? std::make_unique<TypeCatalogue>(std::move(*loaded)) : nullptr;
}

/// An endpoint without sockets whose clock stands at `now`; `switches` are `name=value`. Empty when anything is wrong.
inline std::unique_ptr<EventsEndpoint> makeEndpoint(std::vector<QByteArray> events,
                                                    const TypeCatalogue &catalogue,
                                                    const QByteArray &now,
                                                    const QList<QByteArray> &switches)
{
    EventsEndpoint::Config config;
    for (const QByteArray &setting : switches) {
        const qsizetype equals = setting.indexOf('=');
        if (!setSwitch(config.switches, setting.left(equals), setting.mid(equals + 1))) {
            return nullptr;
        }
    }
    const auto instant = tryParseIsoInstant(now);
    auto served = ServedEvents::build(bytesSource(std::move(events)), catalogue);
    if (!served || !instant) {
        return nullptr;
    }
    config.events = std::move(*served);
    config.apiKey = kEndpointKey;
    config.clock = std::make_shared<FixedClock>(*instant);
    return std::make_unique<EventsEndpoint>(std::move(config));
}

/// A GET with the right key; `target` must outlive it.
inline ApiRequest getRequest(const QByteArray &target)
{
    ApiRequest request;
    request.number = 1;
    request.method = "GET";
    request.target = target;
    request.authorization = "Bearer sk_test_playhead";
    request.host = QByteArrayView("127.0.0.1");
    return request;
}

/// Empty when the answer has no such header.
inline QByteArray headerOf(const ApiAnswer &answer, QByteArrayView name)
{
    for (const auto &[key, value] : answer.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

} // namespace playhead

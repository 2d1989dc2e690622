// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"
#include "model/events/eventfields.h"
#include "model/events/typecatalogue.h"
#include "model/server/demoserver.h"
#include "tests/model/server/rawclient.h"

#include <memory>
#include <vector>

namespace playhead {

inline constexpr char kDemoEnd[] = "2026-11-23T14:06:12.345Z";
inline constexpr char kKeyHeader[] = "Authorization: Bearer sk_test_playhead\r\n";

/// A page's events, as bytes, and its `after`.
struct ServedPage
{
    std::vector<QByteArray> events;
    QByteArray after; ///< Empty = null.
    bool isRight = false;
};

inline ServedPage readPage(const QByteArray &body)
{
    ServedPage page;
    JsonDocument document;
    if (!document.parse(body)) {
        return page;
    }
    const auto after = document.root().at("/list_metadata/after");
    const auto slices = arrayMemberSlices(body, "data");
    const auto object = document.root().member("object");
    page.isRight = after && (after->isNull() || after->isString()) && slices && object
                   && object->string() == "list";
    if (page.isRight) {
        page.after = after->string().toByteArray();
        for (const QByteArrayView slice : *slices) {
            page.events.push_back(slice.toByteArray());
        }
    }
    return page;
}

/// The `message` of a refusal; says so when the body is no JSON.
inline QByteArray messageOf(const RawAnswer &answer)
{
    JsonDocument document;
    if (!document.parse(answer.body)) {
        return "no JSON: " + answer.body;
    }
    const auto text = document.root().member("message");
    return text ? text->string().toByteArray() : QByteArray();
}

/// A demo stream, its fields, and a local Events API that serves it 61 seconds after its end.
struct ServedDemo
{
    std::unique_ptr<TypeCatalogue> catalogue;
    DemoPlan plan{5, 700, tryParseIsoInstant(kDemoEnd).value_or(Instant{})};
    std::vector<QByteArray> source;
    std::vector<EventFields> fields;
    std::unique_ptr<LocalEventsApi> api; ///< Empty when anything went wrong.

    ServedDemo()
    {
        Result<TypeCatalogue> loaded = TypeCatalogue::load();
        if (!loaded) {
            return;
        }
        catalogue = std::make_unique<TypeCatalogue>(std::move(*loaded));
        source = makeDemoStream(plan);
        for (const QByteArray &bytes : source) {
            const auto decoded = decodeEvent(bytes, *catalogue);
            if (!decoded) {
                return;
            }
            fields.push_back(decoded->fields);
        }
        api = serve(source, plan.end + std::chrono::seconds(61));
    }

    std::unique_ptr<LocalEventsApi> serve(std::vector<QByteArray> events,
                                          Instant now,
                                          int latencyMs = 0) const
    {
        LocalApiConfig config;
        config.source = bytesSource(std::move(events));
        config.source.streamId = "test;stream";
        config.clock = std::make_shared<FixedClock>(now);
        config.latencyMs = latencyMs;
        auto started = LocalEventsApi::start(std::move(config), *catalogue);
        return started ? std::move(*started) : nullptr;
    }
};

} // namespace playhead

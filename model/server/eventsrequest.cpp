// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventsrequest.h"

#include "model/server/compactjson.h"

#include <QList>

#include <algorithm>

namespace playhead {

namespace {

constexpr qsizetype kLargestLimit = 100;

/// Of a form: `+` is a space; a broken `%` stays as it is.
QByteArray decoded(QByteArrayView text)
{
    QByteArray plain = text.toByteArray();
    plain.replace('+', ' ');
    return QByteArray::fromPercentEncoding(plain);
}

bool namesEvents(const QByteArray &name)
{
    if (name == "events" || name == "events[]") {
        return true;
    }
    if (!name.startsWith("events[") || !name.endsWith(']')) {
        return false;
    }
    const QByteArrayView index = QByteArrayView(name).sliced(7).chopped(1);
    return std::all_of(index.begin(), index.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void addTypes(std::vector<QByteArray> &types, const QByteArray &value)
{
    const QList<QByteArray> names = value.split(',');
    for (const QByteArray &name : names) {
        if (!name.isEmpty() && std::find(types.begin(), types.end(), name) == types.end()) {
            types.push_back(name);
        }
    }
}

std::optional<Refusal> setLimit(EventsRequest &request, const QByteArray &value)
{
    bool isNumber = false;
    const int limit = value.toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > kLargestLimit) {
        return Refusal::invalid("limit", "invalid", "limit must be a whole number from 1 to 100.");
    }
    request.limit = limit;
    return std::nullopt;
}

std::optional<Refusal> setOrder(EventsRequest &request, const QByteArray &value)
{
    if (value == "asc") {
        request.order = ServedOrder::Ascending;
    } else if (value == "desc") {
        request.order = ServedOrder::Descending;
    } else if (value == "normal") {
        request.order = ServedOrder::Normal;
    } else {
        return Refusal::invalid("order", "invalid", "order must be asc, desc or normal.");
    }
    return std::nullopt;
}

std::optional<Refusal> setTime(std::optional<Instant> &time,
                               QByteArrayView field,
                               const QByteArray &value)
{
    time = tryParseIsoInstant(value);
    if (!time) {
        return Refusal::invalid(field,
                                "invalid",
                                field.toByteArray() + " must be an ISO 8601 date.");
    }
    return std::nullopt;
}

std::optional<Refusal> setParameter(EventsRequest &request,
                                    const QByteArray &name,
                                    const QByteArray &value)
{
    if (namesEvents(name)) {
        addTypes(request.types, value);
    } else if (value.isEmpty()) {
        return std::nullopt;
    } else if (name == "limit") {
        return setLimit(request, value);
    } else if (name == "order") {
        return setOrder(request, value);
    } else if (name == "range_start") {
        return setTime(request.rangeStart, "range_start", value);
    } else if (name == "range_end") {
        return setTime(request.rangeEnd, "range_end", value);
    } else if (name == "after") {
        request.after = value;
    } else if (name == "before") {
        request.before = value;
    } else if (name == "organization_id") {
        request.organizationId = value;
    }
    return std::nullopt;
}

} // namespace

Refusal Refusal::withMessage(int status, QByteArrayView message)
{
    CompactJson json;
    json.open('{').text("message", message).close('}');
    return {status, json.bytes(), message.toByteArray()};
}

Refusal Refusal::invalid(QByteArrayView field, QByteArrayView code, QByteArrayView detail)
{
    CompactJson json;
    json.open('{').text("message", "Validation failed.").open("errors", '[').open('{');
    json.text("code", code)
        .text("field", field)
        .text("message", detail)
        .close('}')
        .close(']')
        .close('}');
    return {422, json.bytes(), detail.toByteArray()};
}

Refusal Refusal::unauthorized()
{
    CompactJson json;
    json.open('{').text("message", "Unauthorized").text("code", "unauthorized").close('}');
    return {401, json.bytes(), "Unauthorized"};
}

tl::expected<EventsRequest, Refusal> parseEventsRequest(QByteArrayView target)
{
    EventsRequest request;
    const qsizetype question = target.indexOf('?');
    QByteArrayView query = question < 0 ? QByteArrayView() : target.sliced(question + 1);
    if (const qsizetype fragment = query.indexOf('#'); fragment >= 0) {
        query.truncate(fragment);
    }
    const QList<QByteArray> parts = query.toByteArray().split('&');
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = decoded(equals < 0 ? QByteArrayView(part)
                                                   : QByteArrayView(part).first(equals));
        const QByteArray value = equals < 0 ? QByteArray()
                                            : decoded(QByteArrayView(part).sliced(equals + 1));
        if (const auto refusal = setParameter(request, name, value)) {
            return tl::unexpected(*refusal);
        }
    }
    return request;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/eventsrequest.h"

#include "model/server/compactjson.h"
#include "model/server/formquery.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace playhead {

namespace {

constexpr qsizetype kLargestLimit = 100;

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
    for (const QByteArray &spaced : names) {
        const QByteArray name = spaced.trimmed();
        if (!name.isEmpty() && std::find(types.begin(), types.end(), name) == types.end()) {
            types.push_back(name);
        }
    }
}

/// The last value of each parameter beside `events`, and what is wrong with them.
class SingleParameters
{
public:
    void add(const QByteArray &name, const QByteArray &value)
    {
        if (!value.isEmpty()) {
            m_values[name] = value;
        }
    }
    QByteArray text(const char *name) const { return m_values.value(name); }
    qsizetype limit();
    ServedOrder order();
    std::optional<Instant> time(const char *name);

    const std::vector<FieldError> &errors() const { return m_errors; }

private:
    QHash<QByteArray, QByteArray> m_values;
    std::vector<FieldError> m_errors;
};

qsizetype SingleParameters::limit()
{
    const QByteArray value = text("limit");
    if (value.isEmpty()) {
        return EventsRequest().limit;
    }
    // Digits alone: toInt() would take a sign and spaces, too.
    const bool isWhole = std::all_of(value.begin(), value.end(), [](char c) {
        return c >= '0' && c <= '9';
    });
    bool fits = false;
    const int limit = value.toInt(&fits);
    if (!isWhole || !fits || limit < 1 || limit > kLargestLimit) {
        m_errors.push_back({"invalid", "limit", "limit must be a whole number from 1 to 100."});
    }
    return limit;
}

ServedOrder SingleParameters::order()
{
    const QByteArray value = text("order");
    if (value == "desc") {
        return ServedOrder::Descending;
    }
    if (value == "normal") {
        return ServedOrder::Normal;
    }
    if (!value.isEmpty() && value != "asc") {
        m_errors.push_back({"invalid", "order", "order must be asc, desc or normal."});
    }
    return ServedOrder::Ascending;
}

std::optional<Instant> SingleParameters::time(const char *name)
{
    const QByteArray value = text(name);
    if (value.isEmpty()) {
        return std::nullopt;
    }
    const std::optional<Instant> instant = tryParseIsoInstant(value);
    if (!instant) {
        m_errors.push_back({"invalid", name, QByteArray(name) + " must be an ISO 8601 date."});
    }
    return instant;
}

} // namespace

Refusal Refusal::withMessage(int status, QByteArrayView message)
{
    CompactJson json;
    json.open('{').text("message", message).close('}');
    return {status, json.bytes(), message.toByteArray()};
}

Refusal Refusal::invalid(const std::vector<FieldError> &errors)
{
    CompactJson json;
    QByteArray details;
    json.open('{').text("message", "Validation failed.").open("errors", '[');
    for (const FieldError &error : errors) {
        json.open('{').text("code", error.code).text("field", error.field);
        if (error.code != "required") {
            json.text("message", error.detail);
        }
        json.close('}');
        details += (details.isEmpty() ? "" : " ") + error.detail;
    }
    json.close(']').close('}');
    return {422, json.bytes(), details};
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
    SingleParameters single;
    for (const auto &[name, value] : formQuery(target)) {
        if (namesEvents(name)) {
            addTypes(request.types, value);
        } else {
            single.add(name, value);
        }
    }
    request.limit = single.limit();
    request.order = single.order();
    request.rangeStart = single.time("range_start");
    request.rangeEnd = single.time("range_end");
    request.after = single.text("after");
    request.before = single.text("before");
    request.organizationId = single.text("organization_id");
    if (!single.errors().empty()) {
        return tl::unexpected(Refusal::invalid(single.errors()));
    }
    return request;
}

QByteArray spelledCursor(const QByteArray &after, const QByteArray &before)
{
    QByteArray cursor = after.isEmpty() ? after : "after=" + after;
    if (!before.isEmpty()) {
        cursor += (cursor.isEmpty() ? "before=" : "&before=") + before;
    }
    return cursor;
}

QByteArray askedCursor(QByteArrayView target)
{
    SingleParameters single;
    for (const auto &[name, value] : formQuery(target)) {
        single.add(name, value);
    }
    return spelledCursor(single.text("after"), single.text("before"));
}

} // namespace playhead

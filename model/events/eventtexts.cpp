// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventtexts.h"

#include "model/events/eventsummaries.h"
#include "model/events/eventvalues.h"

namespace playhead {

namespace {

/// Rows kept: some screens up and down.
constexpr qsizetype kCachedRows = 2000;

QString firstOf(JsonValue event, std::initializer_list<QByteArrayView> pointers)
{
    for (const QByteArrayView pointer : pointers) {
        QString text = stringAt(event, pointer);
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

/// An email, else a name. What is in a group is told by the summary, so the group comes before the user.
QString objectName(JsonValue event)
{
    const QString text = firstOf(event,
                                 {"/data/email",
                                  "/data/name",
                                  "/data/group/name",
                                  "/data/user/email",
                                  "/data/domain",
                                  "/data/organization_domain/domain",
                                  "/data/connection/name",
                                  "/data/kv_name",
                                  "/data/key_name",
                                  "/data/login_hint"});
    if (!text.isEmpty()) {
        return text;
    }
    const QString person = QString(stringAt(event, "/data/first_name") + u' '
                                   + stringAt(event, "/data/last_name"));
    return person.trimmed().isEmpty() ? stringAt(event, "/data/slug") : person.trimmed();
}

std::optional<Instant> versionOf(JsonValue event, const EventType &type)
{
    for (const FieldPointer &pointer : type.updatedAt) {
        if (!pointer.conditionPath.isEmpty()) {
            const std::optional<JsonValue> condition = event.at(pointer.conditionPath);
            if (!condition || condition->string() != pointer.conditionValue) {
                continue;
            }
        }
        if (const std::optional<JsonValue> value = event.at(pointer.path);
            value && value->isString()) {
            return tryParseIsoInstant(value->string());
        }
    }
    return std::nullopt;
}

} // namespace

EventText describeEvent(JsonValue event, const EventType &type, QByteArrayView objectKey)
{
    EventText text;
    text.object = objectName(event);
    if (text.object.isEmpty()) {
        text.object = idTail(objectIdOf(objectKey));
    }
    text.summary = eventSummary(event, type.name);
    text.actor =
        firstOf(event,
                {"/context/actor/name", "/context/actor/id", "/data/actor_name", "/data/actor_id"});
    text.clientId = stringAt(event, "/context/client_id");
    text.updatedAt = versionOf(event, type);
    return text;
}

QByteArrayView objectIdOf(QByteArrayView objectKey)
{
    return objectKey.sliced(objectKey.indexOf(':') + 1);
}

EventTexts::EventTexts()
    : m_cache(kCachedRows)
{}

void EventTexts::clear()
{
    m_cache.clear();
}

const EventText &EventTexts::of(const EventSnapshot &events, EventRow row, const EventType &type)
{
    if (const EventText *known = m_cache.object(row)) {
        return *known;
    }
    auto text = std::make_unique<EventText>();
    if (m_document.parse(events.raw(row))) {
        *text = describeEvent(m_document.root(), type, events.objectKey(events.object(row)));
    }
    const EventText *kept = text.get();
    m_cache.insert(row, text.release());
    return *kept;
}

} // namespace playhead

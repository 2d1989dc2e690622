// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/eventfields.h"

#include <QCoreApplication>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> malformed(QLatin1StringView field, QByteArrayView id)
{
    return failure(
        ErrorCode::Malformed,
        QCoreApplication::translate("EventFields",
                                    "An event is incomplete: its \"%1\" is missing or unreadable.")
            .arg(field),
        id.isEmpty() ? QString() : u"id: %1"_s.arg(QString::fromUtf8(id)));
}

QByteArrayView stringAt(JsonValue event, QByteArrayView path)
{
    const auto value = event.at(path);
    return value ? value->string() : QByteArrayView();
}

QByteArrayView firstString(JsonValue event, const std::vector<FieldPointer> &pointers)
{
    for (const FieldPointer &pointer : pointers) {
        if (!pointer.conditionPath.isEmpty()
            && stringAt(event, pointer.conditionPath) != pointer.conditionValue) {
            continue;
        }
        const QByteArrayView text = stringAt(event, pointer.path);
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

QByteArray joined(QByteArrayView kind, QByteArrayView first, QByteArrayView second = {})
{
    QByteArray key;
    key.reserve(kind.size() + first.size() + second.size() + 2);
    key.append(kind).append(':').append(first);
    if (!second.isEmpty()) {
        key.append('/').append(second);
    }
    return key;
}

/// Members come and go in a group: the pair is the object, and the nested updated_at is of neither (semantics 23, 25).
bool isMembershipChange(QByteArrayView type)
{
    return type.startsWith("dsync.group.user_") || type.startsWith("group.member_");
}

QByteArray membershipKey(JsonValue event, const EventType &type)
{
    const bool isDirectory = type.name.startsWith("dsync.");
    const QByteArrayView group = stringAt(event, isDirectory ? "/data/group/id" : "/data/group_id");
    const QByteArrayView user = stringAt(event,
                                         isDirectory ? "/data/user/id"
                                                     : "/data/organization_membership_id");
    return group.isEmpty() || user.isEmpty() ? QByteArray() : joined(type.group, group, user);
}

/// Semantics 23.
QByteArray objectKey(JsonValue event, const EventType &type, QByteArrayView organization)
{
    if (isMembershipChange(type.name)) {
        return membershipKey(event, type);
    }
    const QByteArrayView kind = type.dataObject.isEmpty() ? type.group : type.dataObject;
    const QByteArrayView id = firstString(event, type.objectId);
    if (id.isEmpty()) {
        return {};
    }
    const bool isRole = type.group == "role" || type.group == "organization_role";
    return isRole && !organization.isEmpty() ? joined(kind, organization, id) : joined(kind, id);
}

void readKnown(JsonValue event, const EventType &type, EventFields &fields)
{
    fields.organizationId = firstString(event, type.organization).toByteArray();
    fields.objectKey = objectKey(event, type, fields.organizationId);
    if (!isMembershipChange(type.name)) {
        fields.updatedAt = tryParseIsoInstant(firstString(event, type.updatedAt));
    }
}

/// A type that the catalogue does not list is read by the custom of the others.
void readUnknown(JsonValue event, EventFields &fields)
{
    fields.organizationId = stringAt(event, "/data/organization_id").toByteArray();
    const QByteArrayView kind = stringAt(event, "/data/object");
    const QByteArrayView id = stringAt(event, "/data/id");
    if (!kind.isEmpty() && !id.isEmpty()) {
        fields.objectKey = joined(kind, id);
    }
    if (!isMembershipChange(fields.type)) {
        fields.updatedAt = tryParseIsoInstant(stringAt(event, "/data/updated_at"));
    }
}

} // namespace

Result<EventFields> readEventFields(JsonValue event, const TypeCatalogue &catalogue)
{
    EventFields fields;
    fields.id = stringAt(event, "/id").toByteArray();
    if (fields.id.isEmpty()) {
        return malformed(QLatin1StringView("id"), {});
    }
    fields.type = stringAt(event, "/event").toByteArray();
    if (fields.type.isEmpty()) {
        return malformed(QLatin1StringView("event"), fields.id);
    }
    const auto createdAt = tryParseIsoInstant(stringAt(event, "/created_at"));
    if (!createdAt) {
        return malformed(QLatin1StringView("created_at"), fields.id);
    }
    fields.createdAt = *createdAt;
    const auto data = event.at("/data");
    if (!data || !data->isObject()) {
        return malformed(QLatin1StringView("data"), fields.id);
    }
    if (const EventType *type = catalogue.find(fields.type)) {
        readKnown(event, *type, fields);
    } else {
        readUnknown(event, fields);
    }
    return fields;
}

Result<DecodedEvent> decodeEvent(QByteArrayView text, const TypeCatalogue &catalogue)
{
    // The parser's buffers are kept between calls, since making them anew costs more than parsing a usual event; not
    // those of a huge one, which would stay as large as it.
    constexpr qsizetype kUsualSize = 1 << 20;
    thread_local JsonDocument keptDocument;
    JsonDocument ownDocument;
    JsonDocument &document = text.size() <= kUsualSize ? keptDocument : ownDocument;
    if (const Status status = document.parse(text); !status) {
        return tl::unexpected(status.error());
    }
    auto fields = readEventFields(document.root(), catalogue);
    if (!fields) {
        return tl::unexpected(fields.error());
    }
    return DecodedEvent{singleLine(text), std::move(*fields)};
}

} // namespace playhead

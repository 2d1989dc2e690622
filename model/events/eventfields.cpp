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

/// The members of an event that matter here, found in one pass.
struct EventMembers
{
    std::optional<JsonValue> id;
    std::optional<JsonValue> type;
    std::optional<JsonValue> createdAt;
    std::optional<JsonValue> data;
};

EventMembers membersOf(JsonValue event)
{
    EventMembers members;
    event.forEachMember([&members](QByteArrayView key, JsonValue value) {
        // The last of equal keys counts, as in JSON.parse.
        if (key == "id") {
            members.id = value;
        } else if (key == "event") {
            members.type = value;
        } else if (key == "created_at") {
            members.createdAt = value;
        } else if (key == "data") {
            members.data = value;
        }
    });
    return members;
}

QByteArrayView textOf(const std::optional<JsonValue> &value)
{
    return value ? value->string() : QByteArrayView();
}

/// `path` as the catalogue has it: from the event, so it begins with /data.
QByteArrayView stringAt(JsonValue data, QByteArrayView path)
{
    constexpr QByteArrayView kData("/data");
    return path.startsWith(kData) ? textOf(data.at(path.sliced(kData.size()))) : QByteArrayView();
}

QByteArrayView firstString(JsonValue data, const std::vector<FieldPointer> &pointers)
{
    for (const FieldPointer &pointer : pointers) {
        if (!pointer.conditionPath.isEmpty()
            && stringAt(data, pointer.conditionPath) != pointer.conditionValue) {
            continue;
        }
        const QByteArrayView text = stringAt(data, pointer.path);
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

QByteArray membershipKey(JsonValue data, const EventType &type)
{
    const bool isDirectory = type.name.startsWith("dsync.");
    const QByteArrayView group = stringAt(data, isDirectory ? "/data/group/id" : "/data/group_id");
    const QByteArrayView user = stringAt(data,
                                         isDirectory ? "/data/user/id"
                                                     : "/data/organization_membership_id");
    return group.isEmpty() || user.isEmpty() ? QByteArray() : joined(type.group, group, user);
}

/// Semantics 23. Of members the pair is the object, and the nested updated_at is of neither.
QByteArray objectKey(JsonValue data, const EventType &type, QByteArrayView organization)
{
    if (isMembershipChange(type.name)) {
        return membershipKey(data, type);
    }
    const QByteArrayView kind = type.dataObject.isEmpty() ? type.group : type.dataObject;
    const QByteArrayView id = firstString(data, type.objectId);
    if (id.isEmpty()) {
        return {};
    }
    const bool isRole = type.group == "role" || type.group == "organization_role";
    return isRole && !organization.isEmpty() ? joined(kind, organization, id) : joined(kind, id);
}

std::optional<Instant> updatedAt(JsonValue data, const EventType &type)
{
    if (isMembershipChange(type.name)) {
        return std::nullopt;
    }
    return tryParseIsoInstant(type.isCatalogued ? firstString(data, type.updatedAt)
                                                : stringAt(data, "/data/updated_at"));
}

void readKnown(JsonValue data, const EventType &type, EventFields &fields)
{
    fields.organizationId = firstString(data, type.organization).toByteArray();
    fields.objectKey = objectKey(data, type, fields.organizationId);
    fields.updatedAt = updatedAt(data, type);
}

/// A type that the catalogue does not list is read by the custom of the others.
void readUnknown(JsonValue data, EventFields &fields)
{
    fields.organizationId = stringAt(data, "/data/organization_id").toByteArray();
    const QByteArrayView kind = stringAt(data, "/data/object");
    const QByteArrayView id = stringAt(data, "/data/id");
    if (!kind.isEmpty() && !id.isEmpty()) {
        fields.objectKey = joined(kind, id);
    }
    EventType type;
    type.name = fields.type;
    fields.updatedAt = updatedAt(data, type);
}

} // namespace

bool isMembershipChange(QByteArrayView type)
{
    return type.startsWith("dsync.group.user_") || type.startsWith("group.member_");
}

std::optional<Instant> readUpdatedAt(JsonValue event, const EventType &type)
{
    const std::optional<JsonValue> data = event.member("data");
    return data ? updatedAt(*data, type) : std::nullopt;
}

Result<EventFields> readEventFields(JsonValue event, const TypeCatalogue &catalogue)
{
    const EventMembers members = membersOf(event);
    EventFields fields;
    fields.id = textOf(members.id).toByteArray();
    if (fields.id.isEmpty()) {
        return malformed(QLatin1StringView("id"), {});
    }
    fields.type = textOf(members.type).toByteArray();
    if (fields.type.isEmpty()) {
        return malformed(QLatin1StringView("event"), fields.id);
    }
    const auto createdAt = tryParseIsoInstant(textOf(members.createdAt));
    if (!createdAt) {
        return malformed(QLatin1StringView("created_at"), fields.id);
    }
    fields.createdAt = *createdAt;
    if (!members.data || !members.data->isObject()) {
        return malformed(QLatin1StringView("data"), fields.id);
    }
    if (const EventType *type = catalogue.find(fields.type)) {
        readKnown(*members.data, *type, fields);
    } else {
        readUnknown(*members.data, fields);
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

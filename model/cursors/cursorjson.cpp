// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorjson.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *words)
{
    return QCoreApplication::translate("CursorJson", words);
}

QString isoOf(Instant instant)
{
    return QString::fromLatin1(isoUtcExact(instant));
}

QJsonArray typesJson(const QList<QByteArray> &types)
{
    QJsonArray array;
    for (const QByteArray &type : types) {
        array.append(QString::fromUtf8(type));
    }
    return array;
}

tl::unexpected<Error> malformed(const QString &words)
{
    return failure(ErrorCode::Malformed, words);
}

/// A text, or nothing when the key is missing; Malformed when it is something else.
Result<QString> textOf(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull()) {
        return QString();
    }
    if (!value.isString()) {
        return malformed(text("%1 is no text").arg(key));
    }
    return value.toString();
}

Result<Instant> timeOf(const QJsonObject &object, const QString &key)
{
    const Result<QString> written = textOf(object, key);
    if (!written) {
        return tl::unexpected<Error>(written.error());
    }
    const auto instant = tryParseIsoInstant(written->toUtf8());
    if (!instant) {
        return malformed(written->isEmpty() ? text("%1 is missing").arg(key)
                                            : text("%1 is no ISO 8601 time").arg(key));
    }
    return *instant;
}

Result<CursorPosition> positionOfJson(const QJsonObject &object)
{
    const bool isAfter = object.contains(u"after"_s);
    if (isAfter == object.contains(u"range_start"_s)) {
        return malformed(isAfter ? text("after and range_start exclude each other")
                                 : text("it has no place, neither after nor range_start"));
    }
    const Result<Instant> time = timeOf(object, isAfter ? u"created_at"_s : u"range_start"_s);
    if (!time) {
        return tl::unexpected<Error>(time.error());
    }
    if (!isAfter) {
        return CursorPosition(FromTime{*time});
    }
    const Result<QString> id = textOf(object, u"after"_s);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    if (id->isEmpty()) {
        return malformed(text("after names no event"));
    }
    return CursorPosition(AfterEvent{EventId(id->toUtf8()), *time});
}

Result<QList<QByteArray>> typesOfJson(const QJsonObject &object)
{
    const QJsonValue value = object.value("types"_L1);
    QList<QByteArray> types;
    if (!value.isUndefined() && !value.isNull() && !value.isArray()) {
        return malformed(text("types is no list"));
    }
    const QJsonArray array = value.toArray();
    for (const QJsonValue &type : array) {
        if (type.toString().isEmpty()) {
            return malformed(text("types holds something that is no type"));
        }
        types.append(type.toString().toUtf8());
    }
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    return types;
}

/// What cursors and saved places share.
template<typename Placed>
Result<Placed> placedOfJson(const QJsonObject &object)
{
    const Result<QString> name = textOf(object, u"name"_s);
    const Result<CursorPosition> position = positionOfJson(object);
    const Result<QList<QByteArray>> types = typesOfJson(object);
    const Result<QString> organization = textOf(object, u"organization"_s);
    for (const Error *error : {name ? nullptr : &name.error(),
                               position ? nullptr : &position.error(),
                               types ? nullptr : &types.error(),
                               organization ? nullptr : &organization.error()}) {
        if (error) {
            return tl::unexpected<Error>(*error);
        }
    }
    Placed placed;
    placed.name = name->trimmed();
    if (placed.name.isEmpty()) {
        return malformed(text("it has no name"));
    }
    placed.position = *position;
    placed.types = *types;
    placed.organization = OrganizationId(organization->toUtf8());
    return placed;
}

template<typename Placed>
QJsonObject placedJson(const Placed &placed)
{
    QJsonObject object = positionJson(placed.position);
    object.insert(u"name"_s, placed.name);
    object.insert(u"types"_s, typesJson(placed.types));
    object.insert(u"organization"_s, placed.organization.toString());
    return object;
}

} // namespace

QJsonObject positionJson(const CursorPosition &position)
{
    if (const auto *after = std::get_if<AfterEvent>(&position)) {
        return {{u"after"_s, after->id.toString()}, {u"created_at"_s, isoOf(after->createdAt)}};
    }
    return {{u"range_start"_s, isoOf(std::get<FromTime>(position).from)}};
}

QJsonObject cursorJson(const Cursor &cursor)
{
    QJsonObject object = placedJson(cursor);
    object.insert(u"note"_s, cursor.note);
    object.insert(u"changed_at"_s, isoOf(cursor.changedAt));
    return object;
}

QJsonObject savedPlaceJson(const SavedPlace &place)
{
    QJsonObject object = placedJson(place);
    object.insert(u"cursor"_s, place.cursorName);
    object.insert(u"saved_at"_s, isoOf(place.savedAt));
    return object;
}

Result<Cursor> cursorOfJson(const QJsonObject &object)
{
    Result<Cursor> cursor = placedOfJson<Cursor>(object);
    const Result<QString> note = textOf(object, u"note"_s);
    if (cursor && !note) {
        return tl::unexpected<Error>(note.error());
    }
    if (cursor) {
        cursor->note = *note;
    }
    return cursor;
}

Result<SavedPlace> savedPlaceOfJson(const QJsonObject &object)
{
    Result<SavedPlace> place = placedOfJson<SavedPlace>(object);
    if (!place) {
        return place;
    }
    const Result<QString> cursor = textOf(object, u"cursor"_s);
    const Result<Instant> savedAt = timeOf(object, u"saved_at"_s);
    if (!cursor || !savedAt) {
        return tl::unexpected<Error>(cursor ? savedAt.error() : cursor.error());
    }
    place->cursorName = *cursor;
    place->savedAt = *savedAt;
    return place;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorcoding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kChanges{std::pair{CursorChange::Created, "created"_L1},
                              std::pair{CursorChange::Moved, "moved"_L1},
                              std::pair{CursorChange::RewoundByEvents, "rewound-by-events"_L1},
                              std::pair{CursorChange::RewoundByTime, "rewound-by-time"_L1},
                              std::pair{CursorChange::RewoundToTime, "rewound-to-time"_L1},
                              std::pair{CursorChange::RewoundToEvent, "rewound-to-event"_L1},
                              std::pair{CursorChange::AdvancedByEvents, "advanced-by-events"_L1},
                              std::pair{CursorChange::MovedToOldest, "moved-to-oldest"_L1},
                              std::pair{CursorChange::MovedToNewest, "moved-to-newest"_L1},
                              std::pair{CursorChange::MovedToPlace, "moved-to-place"_L1},
                              std::pair{CursorChange::CopiedFromCursor, "copied-from-cursor"_L1},
                              std::pair{CursorChange::Restored, "restored"_L1},
                              std::pair{CursorChange::Recovered, "recovered"_L1},
                              std::pair{CursorChange::Imported, "imported"_L1},
                              std::pair{CursorChange::Renamed, "renamed"_L1},
                              std::pair{CursorChange::NoteChanged, "note-changed"_L1},
                              std::pair{CursorChange::Deleted, "deleted"_L1},
                              std::pair{CursorChange::Undone, "undone"_L1},
                              std::pair{CursorChange::Redone, "redone"_L1}};

QJsonArray toJson(const QList<QByteArray> &types)
{
    QJsonArray array;
    for (const QByteArray &type : types) {
        array.append(QString::fromUtf8(type));
    }
    return array;
}

QList<QByteArray> typesOf(const QJsonArray &array)
{
    QList<QByteArray> types;
    types.reserve(array.size());
    for (const QJsonValue &type : array) {
        types.append(type.toString().toUtf8());
    }
    return types;
}

} // namespace

QString wordOf(CursorChange change)
{
    const auto found = std::find_if(kChanges.cbegin(),
                                    kChanges.cend(),
                                    [change](const auto &known) { return known.first == change; });
    return found == kChanges.cend() ? QString() : QString(found->second);
}

CursorChange changeOf(const QString &word)
{
    const auto found = std::find_if(kChanges.cbegin(), kChanges.cend(), [&word](const auto &known) {
        return known.second == word;
    });
    return found == kChanges.cend() ? CursorChange::Moved : found->first;
}

CursorPosition positionOf(const QByteArray &eventId, qint64 us)
{
    if (eventId.isNull()) {
        return FromTime{instantFromUs(us)};
    }
    return AfterEvent{EventId(eventId), instantFromUs(us)};
}

QByteArray eventOf(const CursorPosition &position)
{
    const auto *after = std::get_if<AfterEvent>(&position);
    return after ? after->id.value : QByteArray();
}

QString stateOf(const Cursor &cursor)
{
    QJsonObject state{{u"name"_s, cursor.name},
                      {u"note"_s, cursor.note},
                      {u"time_us"_s, toUs(positionTime(cursor.position))},
                      {u"types"_s, toJson(cursor.types)},
                      {u"organization"_s, cursor.organization.toString()},
                      {u"version"_s, cursor.version},
                      {u"changed_at_us"_s, toUs(cursor.changedAt)},
                      {u"placed_at_us"_s, toUs(cursor.placedAt)}};
    if (cursor.seen.isKnown()) {
        state.insert(u"seen_events"_s, qint64(cursor.seen.storedEvents));
        state.insert(u"seen_since_us"_s, toUs(cursor.seen.since));
        if (!cursor.seen.last.isEmpty()) {
            state.insert(u"seen_last"_s, cursor.seen.last.toString());
        }
    }
    if (const auto *after = std::get_if<AfterEvent>(&cursor.position)) {
        state.insert(u"after"_s, after->id.toString());
    }
    return QString::fromUtf8(QJsonDocument(state).toJson(QJsonDocument::Compact));
}

Cursor cursorOf(const QString &text)
{
    const QJsonObject state = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonValue after = state.value("after"_L1);
    Cursor cursor;
    cursor.name = state.value("name"_L1).toString();
    cursor.note = state.value("note"_L1).toString();
    cursor.position = positionOf(after.isString() ? after.toString().toUtf8() : QByteArray(),
                                 state.value("time_us"_L1).toInteger());
    cursor.types = typesOf(state.value("types"_L1).toArray());
    cursor.organization = OrganizationId(state.value("organization"_L1).toString().toUtf8());
    cursor.version = state.value("version"_L1).toInteger();
    cursor.changedAt = instantFromUs(state.value("changed_at_us"_L1).toInteger());
    // Entries of the first version do not know when the place was taken: then at the latest.
    cursor.placedAt = instantFromUs(
        state.value("placed_at_us"_L1).toInteger(toUs(cursor.changedAt)));
    if (const QJsonValue since = state.value("seen_since_us"_L1); since.isDouble()) {
        cursor.seen = {static_cast<quint32>(state.value("seen_events"_L1).toInteger()),
                       instantFromUs(since.toInteger()),
                       EventId(state.value("seen_last"_L1).toString().toUtf8())};
    }
    return cursor;
}

QString typesText(const QList<QByteArray> &types)
{
    return QString::fromUtf8(QJsonDocument(toJson(types)).toJson(QJsonDocument::Compact));
}

QList<QByteArray> typesOf(const QString &text)
{
    return typesOf(QJsonDocument::fromJson(text.toUtf8()).array());
}

} // namespace playhead

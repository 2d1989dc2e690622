// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/savedplacestore.h"

#include "model/cursors/cursorcoding.h"
#include "model/cursors/cursorrows.h"
#include "model/cursors/cursorrules.h"

#include <QCoreApplication>

#include <array>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// A position is spelled as in the table of cursors.
constexpr std::array kSteps{"CREATE TABLE saved_places ("
                            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                            " environment_id INTEGER NOT NULL,"
                            " name TEXT NOT NULL,"
                            " event_id BLOB,"
                            " position_us INTEGER NOT NULL,"
                            " types TEXT NOT NULL,"
                            " organization BLOB NOT NULL,"
                            " cursor_name TEXT NOT NULL,"
                            " saved_at_us INTEGER NOT NULL,"
                            " UNIQUE (environment_id, name));"};

#define PLACE_COLUMNS \
    "id, environment_id, name, event_id, position_us, types, organization, cursor_name, saved_at_us"

QString text(const char *sentence)
{
    return QCoreApplication::translate("SavedPlaceStore", sentence);
}

SavedPlace readPlace(const Statement &row)
{
    SavedPlace place;
    place.id = row.integer(0);
    place.environmentId = row.integer(1);
    place.name = row.text(2);
    place.position = positionOf(row.blob(3), row.integer(4));
    place.types = typesOf(row.text(5));
    place.organization = OrganizationId(row.blob(6));
    place.cursorName = row.text(7);
    place.savedAt = instantFromUs(row.integer(8));
    return place;
}

tl::unexpected<Error> isGone(const SavedPlace &place)
{
    return failure(ErrorCode::NotFound,
                   text("There is no saved place %1 any more. Choose another one.")
                       .arg(place.name));
}

} // namespace

SavedPlaceStore::SavedPlaceStore(Database &database, const Clock &clock)
    : m_database(&database)
    , m_clock(&clock)
{}

Result<SavedPlaceStore> SavedPlaceStore::open(Database &database, const Clock &clock)
{
    if (Status migrated = database.migrate(u"saved_places"_s, kSteps); !migrated) {
        return tl::unexpected<Error>(migrated.error());
    }
    return SavedPlaceStore(database, clock);
}

Result<QList<SavedPlace>> SavedPlaceStore::places(qint64 environmentId)
{
    return allRows(prepared(*m_database,
                            "SELECT " PLACE_COLUMNS " FROM saved_places WHERE environment_id = ?1"
                            " ORDER BY saved_at_us DESC, id DESC",
                            environmentId),
                   readPlace);
}

Result<std::optional<SavedPlace>> SavedPlaceStore::place(qint64 environmentId, const QString &name)
{
    return firstRow(allRows(prepared(*m_database,
                                     "SELECT " PLACE_COLUMNS
                                     " FROM saved_places WHERE environment_id = ?1 AND name = ?2",
                                     environmentId,
                                     name),
                            readPlace));
}

Status SavedPlaceStore::checkName(const SavedPlace &place)
{
    if (place.name.isEmpty()) {
        return failure(ErrorCode::WrongUsage, text("The saved place has no name. Give it one."));
    }
    const Result<std::optional<SavedPlace>> other = this->place(place.environmentId, place.name);
    if (!other) {
        return tl::unexpected<Error>(other.error());
    }
    if (*other && (*other)->id != place.id) {
        return failure(ErrorCode::AlreadyExists,
                       text("The environment has a saved place %1 already. Choose another name.")
                           .arg(place.name));
    }
    return {};
}

Result<SavedPlace> SavedPlaceStore::save(const SavedPlace &place)
{
    SavedPlace saved = place;
    saved.id = 0;
    saved.name = place.name.trimmed();
    if (saved.savedAt == Instant{}) {
        saved.savedAt = m_clock->now();
    }
    const Status done = m_database->transaction([this, &saved]() -> Status {
        if (Status named = checkName(saved); !named) {
            return named;
        }
        if (Status placed = checkPosition(saved.position); !placed) {
            return placed;
        }
        return runOnce(
            prepared(*m_database,
                     "INSERT INTO saved_places (environment_id, name, event_id, position_us, types,"
                     " organization, cursor_name, saved_at_us)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                     saved.environmentId,
                     saved.name,
                     eventOf(saved.position),
                     toUs(positionTime(saved.position)),
                     typesText(saved.types),
                     notNull(saved.organization.value),
                     saved.cursorName,
                     toUs(saved.savedAt)));
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    saved.id = m_database->lastInsertedId();
    return saved;
}

Result<SavedPlace> SavedPlaceStore::rename(const SavedPlace &place, const QString &name)
{
    SavedPlace renamed = place;
    renamed.name = name.trimmed();
    const Status done = m_database->transaction([this, &renamed, &place]() -> Status {
        if (Status named = checkName(renamed); !named) {
            return named;
        }
        const Status updated = runOnce(prepared(*m_database,
                                                "UPDATE saved_places SET name = ?2 WHERE id = ?1",
                                                renamed.id,
                                                renamed.name));
        return updated && m_database->changedRows() == 0 ? Status(isGone(place)) : updated;
    });
    return done ? Result<SavedPlace>(renamed) : tl::unexpected<Error>(done.error());
}

Status SavedPlaceStore::remove(const SavedPlace &place)
{
    const Status removed = runOnce(
        prepared(*m_database, "DELETE FROM saved_places WHERE id = ?1", place.id));
    return removed && m_database->changedRows() == 0 ? Status(isGone(place)) : removed;
}

SavedPlace savedPlaceOf(const Cursor &cursor, const QString &name)
{
    SavedPlace place;
    place.environmentId = cursor.environmentId;
    place.name = name;
    place.position = cursor.position;
    place.types = cursor.types;
    place.organization = cursor.organization;
    place.cursorName = cursor.name;
    return place;
}

} // namespace playhead

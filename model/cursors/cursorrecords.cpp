// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorrecords.h"

#include "model/cursors/cursorcoding.h"
#include "model/cursors/cursorrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

// AUTOINCREMENT: a deleted cursor may come back under its id. A position is *after* event_id, or *from* position_us when
// event_id is NULL (semantics 18). Types are a JSON array.
constexpr std::array
    kSteps{"CREATE TABLE cursors ("
           " id INTEGER PRIMARY KEY AUTOINCREMENT,"
           " environment_id INTEGER NOT NULL,"
           " name TEXT NOT NULL,"
           " note TEXT NOT NULL,"
           " event_id BLOB,"
           " position_us INTEGER NOT NULL,"
           " types TEXT NOT NULL,"
           " organization BLOB NOT NULL,"
           " version INTEGER NOT NULL,"
           " changed_at_us INTEGER NOT NULL,"
           " UNIQUE (environment_id, name));"
           "CREATE TABLE cursor_history ("
           " id INTEGER PRIMARY KEY AUTOINCREMENT,"
           " cursor_id INTEGER NOT NULL,"
           " environment_id INTEGER NOT NULL,"
           " change TEXT NOT NULL,"
           " what TEXT NOT NULL,"
           " undoes INTEGER NOT NULL,"
           " is_gone INTEGER NOT NULL,"
           " at_us INTEGER NOT NULL,"
           " before_state TEXT NOT NULL,"
           " after_state TEXT NOT NULL,"
           " version INTEGER NOT NULL,"
           " reason TEXT NOT NULL);"
           "CREATE INDEX cursor_history_by_cursor ON cursor_history (cursor_id, id);"
           "CREATE INDEX cursor_history_by_environment ON cursor_history (environment_id, id);",
           // seen_since_us is NULL when nothing is known of what had been read.
           "ALTER TABLE cursors ADD COLUMN placed_at_us INTEGER NOT NULL DEFAULT 0;"
           "ALTER TABLE cursors ADD COLUMN seen_events INTEGER NOT NULL DEFAULT 0;"
           "ALTER TABLE cursors ADD COLUMN seen_since_us INTEGER;"
           "UPDATE cursors SET placed_at_us = changed_at_us;"
           "ALTER TABLE cursor_history ADD COLUMN how TEXT NOT NULL DEFAULT '';",
           // Empty: not remembered.
           "ALTER TABLE cursors ADD COLUMN seen_last BLOB NOT NULL DEFAULT x'';"};

Cursor readCursor(const Statement &row)
{
    Cursor cursor;
    cursor.id = row.integer(0);
    cursor.environmentId = row.integer(1);
    cursor.name = row.text(2);
    cursor.note = row.text(3);
    cursor.position = positionOf(row.blob(4), row.integer(5));
    cursor.types = typesOf(row.text(6));
    cursor.organization = OrganizationId(row.blob(7));
    cursor.version = row.integer(8);
    cursor.changedAt = instantFromUs(row.integer(9));
    cursor.placedAt = instantFromUs(row.integer(10));
    if (!row.isNull(12)) {
        cursor.seen = {static_cast<quint32>(row.integer(11)),
                       instantFromUs(row.integer(12)),
                       EventId(row.blob(13))};
    }
    return cursor;
}

CursorHistoryEntry readEntry(const Statement &row)
{
    CursorHistoryEntry entry;
    entry.id = row.integer(0);
    entry.cursorId = row.integer(1);
    entry.change = changeOf(row.text(3));
    entry.what = changeOf(row.text(4));
    entry.isGone = row.integer(5) != 0;
    entry.at = instantFromUs(row.integer(6));
    entry.before = cursorOf(row.text(7));
    entry.after = cursorOf(row.text(8));
    entry.reason = row.text(9);
    entry.how = row.text(10);
    for (Cursor *cursor : {&entry.before, &entry.after}) {
        cursor->id = entry.cursorId;
        cursor->environmentId = row.integer(2);
    }
    return entry;
}

std::optional<qint64> seenSince(const Cursor &cursor)
{
    return cursor.seen.isKnown() ? std::optional(toUs(cursor.seen.since)) : std::nullopt;
}

#define CURSOR_COLUMNS \
    "id, environment_id, name, note, event_id, position_us, types, organization, version, changed_at_us," \
    " placed_at_us, seen_events, seen_since_us, seen_last"
#define ENTRY_COLUMNS \
    "id, cursor_id, environment_id, change, what, is_gone, at_us, before_state, after_state, reason," \
    " how"

} // namespace

Status CursorRecords::migrate(Database &database)
{
    return database.migrate(u"cursors"_s, kSteps);
}

Result<QList<Cursor>> CursorRecords::cursors(qint64 environmentId)
{
    return allRows(
        prepared(*m_database,
                 "SELECT " CURSOR_COLUMNS
                 " FROM cursors WHERE environment_id = ?1 ORDER BY name COLLATE NOCASE, name",
                 environmentId),
        readCursor);
}

Result<std::optional<Cursor>> CursorRecords::cursor(qint64 id)
{
    return firstRow(
        allRows(prepared(*m_database, "SELECT " CURSOR_COLUMNS " FROM cursors WHERE id = ?1", id),
                readCursor));
}

Result<std::optional<Cursor>> CursorRecords::cursor(qint64 environmentId, const QString &name)
{
    return firstRow(allRows(prepared(*m_database,
                                     "SELECT " CURSOR_COLUMNS
                                     " FROM cursors WHERE environment_id = ?1 AND name = ?2",
                                     environmentId,
                                     name),
                            readCursor));
}

Result<qint64> CursorRecords::insert(const Cursor &cursor)
{
    auto statement = prepared(
        *m_database,
        "INSERT INTO cursors (" CURSOR_COLUMNS
        ") VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        cursor.id,
        cursor.environmentId,
        cursor.name,
        cursor.note,
        eventOf(cursor.position),
        toUs(positionTime(cursor.position)),
        typesText(cursor.types),
        notNull(cursor.organization.value),
        cursor.version,
        toUs(cursor.changedAt),
        toUs(cursor.placedAt),
        qint64(cursor.seen.storedEvents),
        seenSince(cursor),
        notNull(cursor.seen.last.value));
    if (Status done = runOnce(std::move(statement)); !done) {
        return tl::unexpected<Error>(done.error());
    }
    return m_database->lastInsertedId();
}

Status CursorRecords::update(const Cursor &cursor)
{
    return runOnce(prepared(
        *m_database,
        "UPDATE cursors SET name = ?2, note = ?3, event_id = ?4, position_us = ?5, version = ?6,"
        " changed_at_us = ?7, placed_at_us = ?8, seen_events = ?9, seen_since_us = ?10,"
        " seen_last = ?11 WHERE id = ?1",
        cursor.id,
        cursor.name,
        cursor.note,
        eventOf(cursor.position),
        toUs(positionTime(cursor.position)),
        cursor.version,
        toUs(cursor.changedAt),
        toUs(cursor.placedAt),
        qint64(cursor.seen.storedEvents),
        seenSince(cursor),
        notNull(cursor.seen.last.value)));
}

Status CursorRecords::remove(qint64 id)
{
    return runOnce(prepared(*m_database, "DELETE FROM cursors WHERE id = ?1", id));
}

Result<qint64> CursorRecords::addEntry(const CursorHistoryEntry &entry, qint64 undoes)
{
    const Status done = runOnce(
        prepared(*m_database,
                 "INSERT INTO cursor_history (cursor_id, environment_id, change, what, is_gone,"
                 " at_us, before_state, after_state, reason, undoes, version, how)"
                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                 entry.cursorId,
                 entry.after.environmentId,
                 wordOf(entry.change),
                 wordOf(entry.what),
                 qint64(entry.isGone),
                 toUs(entry.at),
                 stateOf(entry.before),
                 stateOf(entry.after),
                 entry.reason,
                 undoes,
                 entry.after.version,
                 entry.how));
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    return m_database->lastInsertedId();
}

Result<QList<CursorHistoryEntry>> CursorRecords::history(qint64 cursorId)
{
    return allRows(prepared(*m_database,
                            "SELECT " ENTRY_COLUMNS
                            " FROM cursor_history WHERE cursor_id = ?1 ORDER BY id DESC",
                            cursorId),
                   readEntry);
}

Result<CursorHistoryEntry> CursorRecords::entry(qint64 id)
{
    const auto found = allRows(prepared(*m_database,
                                        "SELECT " ENTRY_COLUMNS
                                        " FROM cursor_history WHERE id = ?1",
                                        id),
                               readEntry);
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    if (found->isEmpty()) {
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("CursorStore",
                                                   "This entry of the history does not exist."));
    }
    return found->first();
}

Result<qint64> CursorRecords::newestVersion(qint64 cursorId)
{
    return oneNumber(
        prepared(*m_database,
                 "SELECT coalesce(max(version), 0) FROM cursor_history WHERE cursor_id = ?1",
                 cursorId));
}

Result<qint64> CursorRecords::newestEntry(qint64 environmentId)
{
    return oneNumber(
        prepared(*m_database,
                 "SELECT coalesce(max(id), 0) FROM cursor_history WHERE environment_id = ?1",
                 environmentId));
}

Result<QList<CursorHistoryEntry>> CursorRecords::entriesAfter(qint64 environmentId, qint64 entryId)
{
    return allRows(
        prepared(*m_database,
                 "SELECT " ENTRY_COLUMNS
                 " FROM cursor_history WHERE environment_id = ?1 AND id > ?2 ORDER BY id",
                 environmentId,
                 entryId),
        readEntry);
}

Result<CursorRecords::Stacks> CursorRecords::stacks(qint64 environmentId)
{
    struct Step
    {
        qint64 id = 0;
        CursorChange change = CursorChange::Created;
        qint64 undoes = 0;
    };
    const auto steps = allRows(
        prepared(
            *m_database,
            "SELECT id, change, undoes FROM cursor_history WHERE environment_id = ?1 ORDER BY id",
            environmentId),
        [](const Statement &row) {
            return Step{row.integer(0), changeOf(row.text(1)), row.integer(2)};
        });
    if (!steps) {
        return tl::unexpected<Error>(steps.error());
    }
    Stacks stacks;
    for (const Step &step : *steps) {
        if (step.change == CursorChange::Undone) {
            std::erase(stacks.undo, step.undoes);
            stacks.redo.push_back(step.undoes);
        } else if (step.change == CursorChange::Redone) {
            std::erase(stacks.redo, step.undoes);
            stacks.undo.push_back(step.undoes);
        } else {
            stacks.undo.push_back(step.id);
            stacks.redo.clear();
        }
    }
    return stacks;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorstore.h"

#include "model/core/logging.h"
#include "model/cursors/cursorrecords.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("CursorStore", sentence);
}

tl::unexpected<Error> changedMeanwhile(const Cursor &cursor)
{
    return failure(
        ErrorCode::Conflict,
        text(
            "The cursor %1 was changed meanwhile by another Playhead. Look at its place, then try again.")
            .arg(cursor.name));
}

/// Equal in everything that a person can change.
bool isSame(const Cursor &a, const Cursor &b)
{
    return a.name == b.name && a.note == b.note && a.position == b.position;
}

/// The stored cursor, if it is still the one that the change was planned on.
Result<Cursor> planned(CursorRecords &records, const Cursor &cursor)
{
    const Result<std::optional<Cursor>> stored = records.cursor(cursor.id);
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    if (*stored) {
        return (*stored)->version == cursor.version ? Result<Cursor>(**stored)
                                                    : changedMeanwhile(cursor);
    }
    const Result<qint64> version = records.newestVersion(cursor.id);
    if (version && *version == 0) {
        return failure(ErrorCode::NotFound,
                       text("There is no cursor %1. Choose another one.").arg(cursor.name));
    }
    return failure(ErrorCode::Conflict,
                   text("The cursor %1 was deleted meanwhile. Undo brings it back.")
                       .arg(cursor.name));
}

/// The name is not empty and no other cursor of the environment has it.
Status checkName(CursorRecords &records, const Cursor &cursor)
{
    if (cursor.name.isEmpty()) {
        return failure(ErrorCode::WrongUsage, text("The cursor has no name. Give it one."));
    }
    const Result<std::optional<Cursor>> other = records.cursor(cursor.environmentId, cursor.name);
    if (!other) {
        return tl::unexpected<Error>(other.error());
    }
    if (*other && (*other)->id != cursor.id) {
        return failure(ErrorCode::AlreadyExists,
                       text("The environment has a cursor %1 already. Choose another name.")
                           .arg(cursor.name));
    }
    return {};
}

Status checkPosition(const CursorPosition &position)
{
    const auto *after = std::get_if<AfterEvent>(&position);
    if (after && after->id.isEmpty()) {
        return failure(ErrorCode::WrongUsage,
                       text("The cursor's place names no event. Choose an event or a time."));
    }
    return {};
}

/// Writes one entry and what it does to the cursor's row.
Status commit(CursorRecords &records, CursorHistoryEntry &entry, qint64 undoes, bool wasThere)
{
    if (entry.isGone) {
        if (Status removed = records.remove(entry.cursorId); !removed) {
            return removed;
        }
    } else if (wasThere) {
        if (Status updated = records.update(entry.after); !updated) {
            return updated;
        }
    } else {
        const Result<qint64> id = records.insert(entry.after);
        if (!id) {
            return tl::unexpected<Error>(id.error());
        }
        entry.cursorId = entry.after.id = *id;
        entry.before.id = *id;
    }
    const Result<qint64> id = records.addEntry(entry, undoes);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    entry.id = *id;
    return {};
}

/// The change that the next undo or redo of the environment is about.
Result<CursorHistoryEntry> nextTarget(CursorRecords &records,
                                      qint64 environmentId,
                                      CursorChange change)
{
    const bool isUndo = change == CursorChange::Undone;
    const Result<CursorRecords::Stacks> stacks = records.stacks(environmentId);
    if (!stacks) {
        return tl::unexpected<Error>(stacks.error());
    }
    const std::vector<qint64> &stack = isUndo ? stacks->undo : stacks->redo;
    if (stack.empty()) {
        return failure(ErrorCode::NotFound,
                       isUndo ? text("There is no change of a cursor to undo.")
                              : text("There is no change of a cursor to redo."));
    }
    return records.entry(stack.back());
}

/// The entry that takes `target` back or repeats it, for the cursor as it is stored now; without time and version.
Result<CursorHistoryEntry> stepOf(const CursorHistoryEntry &target,
                                  CursorChange change,
                                  const std::optional<Cursor> &stored)
{
    const bool isUndo = change == CursorChange::Undone;
    const Cursor &from = isUndo ? target.after : target.before;
    const Cursor &to = isUndo ? target.before : target.after;
    const bool mustBeThere = target.change
                             != (isUndo ? CursorChange::Deleted : CursorChange::Created);
    if (mustBeThere != stored.has_value() || (stored && !isSame(*stored, from))) {
        return changedMeanwhile(from);
    }
    CursorHistoryEntry entry;
    entry.cursorId = target.cursorId;
    entry.change = change;
    entry.before = stored.value_or(to);
    entry.after = to;
    entry.reason = target.reason;
    entry.what = target.change;
    entry.isGone = target.change == (isUndo ? CursorChange::Created : CursorChange::Deleted);
    return entry;
}

} // namespace

CursorStore::CursorStore(Database &database, const Clock &clock)
    : m_database(&database)
    , m_clock(&clock)
{}

Result<CursorStore> CursorStore::open(Database &database, const Clock &clock)
{
    if (Status migrated = CursorRecords::migrate(database); !migrated) {
        return tl::unexpected<Error>(migrated.error());
    }
    return CursorStore(database, clock);
}

Result<QList<Cursor>> CursorStore::cursors(qint64 environmentId)
{
    return CursorRecords(*m_database).cursors(environmentId);
}

Result<Cursor> CursorStore::cursor(qint64 cursorId)
{
    const Result<std::optional<Cursor>> found = CursorRecords(*m_database).cursor(cursorId);
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    return *found ? Result<Cursor>(**found)
                  : failure(ErrorCode::NotFound,
                            text("The cursor does not exist any more. Choose another one."));
}

Result<Cursor> CursorStore::create(const Cursor &cursor)
{
    CursorRecords records(*m_database);
    CursorHistoryEntry entry;
    entry.at = m_clock->now();
    entry.after = cursor;
    entry.after.id = 0;
    entry.after.name = cursor.name.trimmed();
    std::sort(entry.after.types.begin(), entry.after.types.end());
    entry.after.types.erase(std::unique(entry.after.types.begin(), entry.after.types.end()),
                            entry.after.types.end());
    entry.after.version = 1;
    entry.after.changedAt = entry.at;
    entry.before = entry.after;
    const Status done = m_database->transaction([&records, &entry]() -> Status {
        if (Status named = checkName(records, entry.after); !named) {
            return named;
        }
        if (Status placed = checkPosition(entry.after.position); !placed) {
            return placed;
        }
        return commit(records, entry, 0, false);
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    qCInfo(lcCursors, "cursor %lld created", static_cast<long long>(entry.cursorId));
    return entry.after;
}

Result<Cursor> CursorStore::change(const Cursor &planned,
                                   Cursor wanted,
                                   CursorChange change,
                                   const QString &reason)
{
    CursorRecords records(*m_database);
    const Status done = m_database->transaction([&]() -> Status {
        const Result<Cursor> stored = playhead::planned(records, planned);
        if (!stored) {
            return tl::unexpected<Error>(stored.error());
        }
        CursorHistoryEntry entry{
            0, stored->id, change, m_clock->now(), *stored, *stored, reason, change, false, {}};
        entry.after.name = wanted.name.trimmed();
        entry.after.note = wanted.note;
        entry.after.position = wanted.position;
        wanted = *stored;
        if (isSame(*stored, entry.after)) {
            return {};
        }
        if (Status named = checkName(records, entry.after); !named) {
            return named;
        }
        if (Status placed = checkPosition(entry.after.position); !placed) {
            return placed;
        }
        entry.after.version = stored->version + 1;
        entry.after.changedAt = entry.at;
        wanted = entry.after;
        return commit(records, entry, 0, true);
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    qCInfo(lcCursors, "cursor %lld changed", static_cast<long long>(wanted.id));
    return wanted;
}

Result<Cursor> CursorStore::edit(const Cursor &cursor)
{
    const Result<Cursor> stored = this->cursor(cursor.id);
    const bool isRenamed = !stored || stored->name != cursor.name.trimmed();
    Cursor wanted = stored.value_or(cursor); // the place stays
    wanted.name = cursor.name;
    wanted.note = cursor.note;
    return change(cursor,
                  wanted,
                  isRenamed ? CursorChange::Renamed : CursorChange::NoteChanged,
                  {});
}

Result<Cursor> CursorStore::move(const Cursor &cursor,
                                 const CursorPosition &position,
                                 CursorChange change,
                                 const QString &reason)
{
    Cursor wanted = this->cursor(cursor.id).value_or(cursor); // name and note stay
    wanted.position = position;
    return this->change(cursor, wanted, change, reason);
}

Result<Cursor> CursorStore::apply(const MovePlan &plan, const QString &reason)
{
    return move(plan.cursor, plan.target, plan.change, reason);
}

Status CursorStore::remove(const Cursor &cursor)
{
    CursorRecords records(*m_database);
    return m_database->transaction([&]() -> Status {
        const Result<Cursor> stored = planned(records, cursor);
        if (!stored) {
            return tl::unexpected<Error>(stored.error());
        }
        CursorHistoryEntry entry{0,
                                 stored->id,
                                 CursorChange::Deleted,
                                 m_clock->now(),
                                 *stored,
                                 *stored,
                                 {},
                                 CursorChange::Deleted,
                                 true,
                                 {}};
        return commit(records, entry, 0, true);
    });
}

Result<QList<CursorHistoryEntry>> CursorStore::history(qint64 cursorId)
{
    return CursorRecords(*m_database).history(cursorId);
}

Result<CursorHistoryEntry> CursorStore::step(qint64 environmentId, CursorChange change)
{
    CursorRecords records(*m_database);
    CursorHistoryEntry entry;
    const Status done = m_database->transaction([&]() -> Status {
        const Result<CursorHistoryEntry> target = nextTarget(records, environmentId, change);
        if (!target) {
            return tl::unexpected<Error>(target.error());
        }
        const Result<std::optional<Cursor>> stored = records.cursor(target->cursorId);
        const Result<qint64> version = records.newestVersion(target->cursorId);
        if (!stored || !version) {
            return tl::unexpected<Error>(stored ? version.error() : stored.error());
        }
        const Result<CursorHistoryEntry> planned = stepOf(*target, change, *stored);
        if (!planned) {
            return tl::unexpected<Error>(planned.error());
        }
        entry = *planned;
        entry.at = entry.after.changedAt = m_clock->now();
        entry.after.version = *version + 1;
        return commit(records, entry, target->id, stored->has_value());
    });
    return done ? Result<CursorHistoryEntry>(entry) : tl::unexpected<Error>(done.error());
}

Result<CursorHistoryEntry> CursorStore::undo(qint64 environmentId)
{
    return step(environmentId, CursorChange::Undone);
}

Result<CursorHistoryEntry> CursorStore::redo(qint64 environmentId)
{
    return step(environmentId, CursorChange::Redone);
}

Result<CursorStore::UndoState> CursorStore::undoState(qint64 environmentId)
{
    const auto stacks = CursorRecords(*m_database).stacks(environmentId);
    if (!stacks) {
        return tl::unexpected<Error>(stacks.error());
    }
    return UndoState{!stacks->undo.empty(), !stacks->redo.empty()};
}

} // namespace playhead

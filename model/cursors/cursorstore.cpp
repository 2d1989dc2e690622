// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorstore.h"

#include "model/core/logging.h"
#include "model/cursors/cursorrules.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("CursorStore", sentence);
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
    const bool mustBeThere = isUndo ? target.change != CursorChange::Deleted : !isCreation(target);
    if (mustBeThere != stored.has_value() || (stored && !isSame(*stored, from))) {
        return changedMeanwhile(from, stored.value_or(from));
    }
    CursorHistoryEntry entry;
    entry.cursorId = target.cursorId;
    entry.change = change;
    entry.before = stored.value_or(to);
    entry.after = to;
    entry.reason = target.reason;
    entry.how = target.how;
    entry.what = target.change;
    entry.isGone = isUndo ? isCreation(target) : target.change == CursorChange::Deleted;
    return entry;
}

/// Conflict when the environment's history holds entries that the asking person cannot know.
Status checkKnown(CursorRecords &records, qint64 environmentId, const KnownHistory &known)
{
    const auto newer = records.entriesAfter(environmentId, known.upTo);
    if (!newer) {
        return tl::unexpected<Error>(newer.error());
    }
    for (const CursorHistoryEntry &entry : *newer) {
        if (!known.own.contains(entry.id)) {
            return changedMeanwhile(entry.before, entry.after);
        }
    }
    return {};
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

Result<Cursor> CursorStore::create(const Cursor &cursor,
                                   CursorChange change,
                                   const QString &how,
                                   const QString &reason)
{
    CursorRecords records(*m_database);
    CursorHistoryEntry entry;
    entry.change = entry.what = change;
    entry.how = how;
    entry.reason = reason;
    entry.at = m_clock->now();
    entry.after = cursor;
    entry.after.id = 0;
    entry.after.name = cursor.name.trimmed();
    std::sort(entry.after.types.begin(), entry.after.types.end());
    entry.after.types.erase(std::unique(entry.after.types.begin(), entry.after.types.end()),
                            entry.after.types.end());
    entry.after.version = 1;
    entry.after.changedAt = entry.after.placedAt = entry.at;
    entry.before = entry.after;
    const Status done = m_database->transaction([&records, &entry]() -> Status {
        if (Status named = checkName(records, entry.after); !named) {
            return named;
        }
        if (Status placed = checkPosition(entry.after.position); !placed) {
            return placed;
        }
        return writeEntry(records, entry, 0, false);
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    m_written.push_back(entry.id);
    qCInfo(lcCursors, "cursor %lld created", static_cast<long long>(entry.cursorId));
    return entry.after;
}

Result<Cursor> CursorStore::change(const Cursor &planned, const Cursor &wanted, const Way &way)
{
    CursorRecords records(*m_database);
    CursorHistoryEntry entry;
    const Status done = m_database->transaction([&]() -> Status {
        const Result<Cursor> stored = stillPlanned(records, planned);
        if (!stored) {
            return tl::unexpected<Error>(stored.error());
        }
        entry.cursorId = stored->id;
        entry.change = entry.what = way.change;
        entry.at = m_clock->now();
        entry.before = entry.after = *stored;
        entry.reason = way.reason;
        entry.how = way.how;
        entry.after.name = wanted.name.trimmed();
        entry.after.note = wanted.note;
        entry.after.position = wanted.position;
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
        if (entry.after.position != stored->position) {
            entry.after.seen = wanted.seen;
            entry.after.placedAt = entry.at;
        }
        return writeEntry(records, entry, 0, true);
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    if (entry.id != 0) {
        m_written.push_back(entry.id);
        qCInfo(lcCursors, "cursor %lld changed", static_cast<long long>(entry.cursorId));
    }
    return entry.after;
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
                  {isRenamed ? CursorChange::Renamed : CursorChange::NoteChanged, {}, {}});
}

Result<Cursor> CursorStore::move(const Cursor &cursor,
                                 const CursorPosition &position,
                                 CursorChange change,
                                 const QString &reason,
                                 const QString &how,
                                 const SeenStretch &seen)
{
    Cursor wanted = this->cursor(cursor.id).value_or(cursor); // name and note stay
    wanted.position = position;
    wanted.seen = seen;
    return this->change(cursor, wanted, {change, how, reason});
}

Result<Cursor> CursorStore::import(const Cursor &cursor, const Cursor &wanted, const QString &how)
{
    Cursor taken = this->cursor(cursor.id).value_or(cursor); // the name stays
    const bool isMoved = taken.position != wanted.position;
    taken.position = wanted.position;
    taken.note = wanted.note;
    taken.seen = wanted.seen;
    return change(cursor,
                  taken,
                  {isMoved ? CursorChange::Imported : CursorChange::NoteChanged, how, {}});
}

Status CursorStore::together(const std::function<Status()> &work)
{
    const size_t written = m_written.size();
    Status done = m_database->transaction(work);
    if (!done) {
        m_written.resize(written); // others will have entries of these numbers
    }
    return done;
}

Result<Cursor> CursorStore::apply(const MovePlan &plan, const QString &reason)
{
    return move(plan.cursor, plan.target, plan.change, reason, plan.how, plan.seen);
}

Status CursorStore::remove(const Cursor &cursor)
{
    CursorRecords records(*m_database);
    CursorHistoryEntry entry;
    Status done = m_database->transaction([&]() -> Status {
        const Result<Cursor> stored = stillPlanned(records, cursor);
        if (!stored) {
            return tl::unexpected<Error>(stored.error());
        }
        entry.cursorId = stored->id;
        entry.change = entry.what = CursorChange::Deleted;
        entry.at = m_clock->now();
        entry.before = entry.after = *stored;
        entry.isGone = true;
        return writeEntry(records, entry, 0, true);
    });
    if (done) {
        m_written.push_back(entry.id);
    }
    return done;
}

Result<QList<CursorHistoryEntry>> CursorStore::history(qint64 cursorId)
{
    return CursorRecords(*m_database).history(cursorId);
}

Result<CursorHistoryEntry> CursorStore::step(qint64 environmentId,
                                             CursorChange change,
                                             const KnownHistory &known)
{
    CursorRecords records(*m_database);
    CursorHistoryEntry entry;
    const Status done = m_database->transaction([&]() -> Status {
        if (Status knows = checkKnown(records, environmentId, known); !knows) {
            return knows;
        }
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
        return writeEntry(records, entry, target->id, stored->has_value());
    });
    if (!done) {
        return tl::unexpected<Error>(done.error());
    }
    m_written.push_back(entry.id);
    return entry;
}

Result<CursorHistoryEntry> CursorStore::undo(qint64 environmentId, const KnownHistory &known)
{
    return step(environmentId, CursorChange::Undone, known);
}

Result<CursorHistoryEntry> CursorStore::redo(qint64 environmentId, const KnownHistory &known)
{
    return step(environmentId, CursorChange::Redone, known);
}

Result<CursorStore::UndoState> CursorStore::undoState(qint64 environmentId)
{
    CursorRecords records(*m_database);
    const auto stacks = records.stacks(environmentId);
    if (!stacks) {
        return tl::unexpected<Error>(stacks.error());
    }
    const auto top =
        [&records](const std::vector<qint64> &stack) -> Result<std::optional<CursorHistoryEntry>> {
        if (stack.empty()) {
            return std::optional<CursorHistoryEntry>();
        }
        const Result<CursorHistoryEntry> entry = records.entry(stack.back());
        return entry ? Result<std::optional<CursorHistoryEntry>>(*entry)
                     : tl::unexpected<Error>(entry.error());
    };
    const auto undo = top(stacks->undo);
    const auto redo = top(stacks->redo);
    if (!undo || !redo) {
        return tl::unexpected<Error>(undo ? redo.error() : undo.error());
    }
    return UndoState{*undo, *redo};
}

Result<qint64> CursorStore::newestEntry(qint64 environmentId)
{
    return CursorRecords(*m_database).newestEntry(environmentId);
}

Result<QList<CursorHistoryEntry>> CursorStore::entriesAfter(qint64 environmentId, qint64 entryId)
{
    return CursorRecords(*m_database).entriesAfter(environmentId, entryId);
}

} // namespace playhead

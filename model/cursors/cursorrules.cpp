// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorrules.h"

#include <QCoreApplication>

namespace playhead {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("CursorStore", sentence);
}

/// As the interface spells it: the event, or the time in UTC.
QString placeOf(const CursorPosition &position)
{
    if (const auto *after = std::get_if<AfterEvent>(&position)) {
        return after->id.toString();
    }
    return QString::fromLatin1(isoUtcMs(std::get<FromTime>(position).from));
}

} // namespace

tl::unexpected<Error> changedMeanwhile(const Cursor &seen, const Cursor &stored)
{
    if (seen.position == stored.position) {
        return failure(
            ErrorCode::Conflict,
            text(
                "The cursor %1 was changed meanwhile by another Playhead. Look at it, then try again.")
                .arg(seen.name));
    }
    return failure(
        ErrorCode::Conflict,
        text("The cursor %1 was moved meanwhile by another Playhead and stands at %2 now. Look at "
             "its place, then try again.")
            .arg(seen.name, placeOf(stored.position)));
}

bool isSame(const Cursor &a, const Cursor &b)
{
    return a.name == b.name && a.note == b.note && a.position == b.position;
}

Result<Cursor> stillPlanned(CursorRecords &records, const Cursor &cursor)
{
    const Result<std::optional<Cursor>> stored = records.cursor(cursor.id);
    if (!stored) {
        return tl::unexpected<Error>(stored.error());
    }
    if (*stored) {
        return (*stored)->version == cursor.version ? Result<Cursor>(**stored)
                                                    : changedMeanwhile(cursor, **stored);
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

Status writeEntry(CursorRecords &records, CursorHistoryEntry &entry, qint64 undoes, bool wasThere)
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

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/clock.h"
#include "model/core/result.h"
#include "model/cursors/savedplace.h"

#include <optional>

namespace playhead {

class Database;

/// The saved places of all environments, in SQLite beside the cursors. One thread; several processes may write.
class SavedPlaceStore
{
public:
    /// Makes the table when it is missing. `database` must outlive the store.
    static Result<SavedPlaceStore> open(Database &database, const Clock &clock);

    Result<QList<SavedPlace>> places(qint64 environmentId); ///< Newest first.
    Result<std::optional<SavedPlace>> place(qint64 environmentId, const QString &name);

    /// Keeps a place under its name, without spaces around it. `savedAt` is now unless it is set, so that a place that was
    /// removed can be saved as it was. AlreadyExists when the environment has one of this name; WrongUsage for an empty
    /// name or a place that names no event.
    Result<SavedPlace> save(const SavedPlace &place);
    /// NotFound when another Playhead removed it; AlreadyExists and WrongUsage as above.
    Result<SavedPlace> rename(const SavedPlace &place, const QString &name);
    Status remove(const SavedPlace &place); ///< NotFound when it is gone already.

private:
    SavedPlaceStore(Database &database, const Clock &clock);
    Status checkName(const SavedPlace &place);
    Database *m_database;
    const Clock *m_clock;
};

/// The place at which `cursor` stands, to be saved under `name`.
SavedPlace savedPlaceOf(const Cursor &cursor, const QString &name);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/cursors/cursorfile.h"
#include "model/cursors/cursorstore.h"
#include "model/cursors/savedplacestore.h"

#include <algorithm>

namespace playhead {

namespace {

bool isSame(const Cursor &wanted, const Cursor &stored)
{
    return wanted.position == stored.position && wanted.note == stored.note;
}

bool isSame(const SavedPlace &wanted, const SavedPlace &stored)
{
    return wanted.position == stored.position;
}

template<typename Placed>
QList<ImportEntry<Placed>> compared(const QList<Placed> &wanted, const QList<Placed> &stored)
{
    using State = typename ImportEntry<Placed>::State;
    QList<ImportEntry<Placed>> entries;
    entries.reserve(wanted.size());
    for (const Placed &placed : wanted) {
        const auto found = std::find_if(stored.cbegin(),
                                        stored.cend(),
                                        [&placed](const auto &other) {
                                            return other.name == placed.name;
                                        });
        ImportEntry<Placed> entry{State::New, placed, {}};
        if (found != stored.cend()) {
            entry.stored = *found;
            const bool isOther = found->types != placed.types
                                 || found->organization != placed.organization;
            entry.state = isOther                  ? State::OtherScope
                          : isSame(placed, *found) ? State::Same
                                                   : State::Differs;
        }
        entries.append(entry);
    }
    return entries;
}

/// Moves a stored cursor to what the file says. Place and note are two entries of its history.
Status take(CursorStore &store, const ImportEntry<Cursor> &entry, const QString &fileName)
{
    Result<Cursor> moved =
        store.move(*entry.stored, entry.wanted.position, CursorChange::Imported, {}, fileName);
    if (!moved) {
        return tl::unexpected<Error>(moved.error());
    }
    moved->note = entry.wanted.note;
    const Result<Cursor> noted = store.edit(*moved);
    return noted ? Status() : tl::unexpected<Error>(noted.error());
}

} // namespace

CursorImportPlan planCursorImport(const CursorFile &file,
                                  const QString &environment,
                                  const QUrl &baseUrl,
                                  const QList<Cursor> &stored,
                                  const QList<SavedPlace> &places)
{
    CursorImportPlan plan;
    plan.environment = file.environment;
    plan.isOtherEnvironment = file.environment != environment
                              || file.baseUrl.host() != baseUrl.host();
    plan.cursors = compared(file.cursors, stored);
    plan.places = compared(file.places, places);
    plan.problems = file.problems;
    return plan;
}

Result<CursorImportDone> importCursors(CursorStore &cursors,
                                       SavedPlaceStore &places,
                                       qint64 environmentId,
                                       const CursorImportPlan &plan,
                                       const QSet<QString> &accepted)
{
    using CursorState = ImportEntry<Cursor>::State;
    CursorImportDone done;
    for (const ImportEntry<Cursor> &entry : plan.cursors) {
        if (entry.state == CursorState::New) {
            Cursor wanted = entry.wanted;
            wanted.environmentId = environmentId;
            const auto made = cursors.create(wanted, CursorChange::Imported, plan.fileName);
            if (!made) {
                return tl::unexpected<Error>(made.error());
            }
            ++done.created;
        } else if (entry.state == CursorState::Differs && accepted.contains(entry.wanted.name)) {
            if (const Status taken = take(cursors, entry, plan.fileName); !taken) {
                return tl::unexpected<Error>(taken.error());
            }
            ++done.moved;
        }
    }
    for (const ImportEntry<SavedPlace> &entry : plan.places) {
        if (entry.state == ImportEntry<SavedPlace>::State::New) {
            SavedPlace wanted = entry.wanted;
            wanted.environmentId = environmentId;
            if (const auto saved = places.save(wanted); !saved) {
                return tl::unexpected<Error>(saved.error());
            }
            ++done.savedPlaces;
        }
    }
    return done;
}

} // namespace playhead

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

/// Two servers of one host are told apart by their ports.
bool isSameServer(const QUrl &a, const QUrl &b)
{
    const auto portOf = [](const QUrl &url) {
        return url.port(url.scheme() == QLatin1StringView("http") ? 80 : 443);
    };
    return a.host() == b.host() && portOf(a) == portOf(b);
}

/// Like the plan: new cursors, and those that were accepted.
Status takeCursors(CursorStore &store,
                   qint64 environmentId,
                   const CursorImportPlan &plan,
                   const QSet<QString> &accepted,
                   CursorImportDone &done)
{
    using State = ImportEntry<Cursor>::State;
    for (const ImportEntry<Cursor> &entry : plan.cursors) {
        if (entry.state == State::New) {
            Cursor wanted = entry.wanted;
            wanted.environmentId = environmentId;
            const auto made = store.create(wanted, CursorChange::Imported, plan.fileName);
            if (!made) {
                return tl::unexpected<Error>(made.error());
            }
            ++done.created;
        } else if (entry.state == State::Differs && accepted.contains(entry.wanted.name)) {
            const auto taken = store.import(*entry.stored, entry.wanted, plan.fileName);
            if (!taken) {
                return tl::unexpected<Error>(taken.error());
            }
            ++done.moved;
        }
    }
    return {};
}

Status takePlaces(SavedPlaceStore &store,
                  qint64 environmentId,
                  const CursorImportPlan &plan,
                  CursorImportDone &done)
{
    for (const ImportEntry<SavedPlace> &entry : plan.places) {
        if (entry.state == ImportEntry<SavedPlace>::State::New) {
            SavedPlace wanted = entry.wanted;
            wanted.environmentId = environmentId;
            if (const auto saved = store.save(wanted); !saved) {
                return tl::unexpected<Error>(saved.error());
            }
            ++done.savedPlaces;
        }
    }
    return {};
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
                              || !isSameServer(file.baseUrl, baseUrl);
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
    CursorImportDone done;
    const Status all = cursors.together([&]() -> Status {
        const Status taken = takeCursors(cursors, environmentId, plan, accepted, done);
        return taken ? takePlaces(places, environmentId, plan, done) : taken;
    });
    if (!all) {
        return tl::unexpected<Error>(all.error());
    }
    return done;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"
#include "model/cursors/savedplace.h"

#include <QSet>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace playhead {

class CursorStore;
class SavedPlaceStore;

/// All cursors and saved places of one environment, as a file holds them. Their histories stay where they were made.
struct CursorFile
{
    QString environment; ///< Its name.
    QUrl baseUrl; ///< Empty for the demo and captures.
    Instant exportedAt{};
    QList<Cursor> cursors; ///< Without ids and environment.
    QList<SavedPlace> places; ///< Likewise.
    QStringList
        problems; ///< Of reading: entries that were left out, each with its place and why; one line each.
};

/// The text of such a file (JSON with a format number, UTF-8, ends with a line break). Never holds a key.
QByteArray cursorFileText(const CursorFile &file);

/// Reads it. Malformed names the line when it is no JSON, no such file, or of a later format; single entries that have no
/// meaning are told in `problems`.
Result<CursorFile> readCursorFile(const QByteArray &text);

/// What an import would do with one entry.
template<typename Placed>
struct ImportEntry
{
    enum class State {
        New, ///< Will be made.
        Same, ///< Stored just so.
        Differs, ///< Stored at another place (or with another note): kept, unless it is accepted.
        OtherScope ///< Stored with other types or another organization: kept; only another name could take it in.
    };
    State state = State::New;
    Placed wanted;
    std::optional<Placed> stored; ///< Empty when it is New.
};

/// An import, worked out and not yet done.
struct CursorImportPlan
{
    QString fileName; ///< For the history; may be empty.
    qint64 environmentId = 0; ///< CursorBook's plans: into which one it leads; 0 elsewhere.
    QString environment; ///< What the file says.
    bool isOtherEnvironment =
        false; ///< The file was made for another one, whose events have other ids.
    QList<ImportEntry<Cursor>> cursors;
    QList<ImportEntry<SavedPlace>> places;
    QStringList problems; ///< As in CursorFile.
};

/// Compares a file with what is stored for an environment of that name and base URL.
CursorImportPlan planCursorImport(const CursorFile &file,
                                  const QString &environment,
                                  const QUrl &baseUrl,
                                  const QList<Cursor> &stored,
                                  const QList<SavedPlace> &places);

struct CursorImportDone
{
    int created = 0;
    int moved = 0; ///< Cursors that differed and were accepted, by place or note.
    int savedPlaces = 0;
    bool operator==(const CursorImportDone &) const = default;
};

/// Does it: makes what is new, moves the cursors whose names are in `accepted` (history: imported, from `fileName`), and
/// adds saved places that are new; places that differ are kept. Each cursor can be taken back by one undo. When something was
/// changed since the plan (Conflict, AlreadyExists), nothing is done. Both stores lie in the same database.
Result<CursorImportDone> importCursors(CursorStore &cursors,
                                       SavedPlaceStore &places,
                                       qint64 environmentId,
                                       const CursorImportPlan &plan,
                                       const QSet<QString> &accepted);

} // namespace playhead

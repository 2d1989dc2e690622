// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/optiontable.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>

namespace playhead {

class CursorStand;

/// What a sub-verb of `playhead cursor` tells when it is done.
struct CursorReport
{
    QByteArray output; ///< For standard output; ends with a line break unless it is empty.
    QStringList notices; ///< For standard error, a line each.
    /// Why less is told than was asked for: the verb ends with its exit code all the same. Empty = nothing was left.
    std::optional<ErrorCode> shortOf = {};
};
using CursorDone = std::function<void(const Result<CursorReport> &)>;

/// One sub-verb of `playhead cursor`: a row of the table in cursorverbs.cpp. Each stands in a file of its own subject.
struct CursorVerb
{
    QString name;
    QString arguments; ///< `NAME [OPTIONS]`, for the help.
    QString text; ///< What it does; one line for the overview.
    /// Its own; --env, --data-dir, --json and --help are added.
    QList<OptionRow> options;
    QString details; ///< Below the options in its help; may be empty.
    int leastNames = 0; ///< Words that are no options.
    int mostNames = 0;
    /// Looks at the words before anything is touched; every failure is WrongUsage. May be empty.
    std::function<Status(const GivenOptions &given)> check;
    /// Does it, and calls `done` once, at once or later. The stand lives until then. A failure ends with the exit code of
    /// exitCodeOf(). `given` has been checked.
    std::function<void(CursorStand &stand, const GivenOptions &given, const CursorDone &done)> run;
};

/// A `run` that answers before it returns.
template<typename Work>
auto atOnce(Work work)
{
    return [work](CursorStand &stand, const GivenOptions &given, const CursorDone &done) {
        done(work(stand, given));
    };
}

/// All of them, in the order of the help.
const QList<CursorVerb> &cursorVerbs();

CursorVerb cursorListVerb();
CursorVerb cursorShowVerb();
CursorVerb cursorSaveVerb();
CursorVerb cursorEditVerb();
CursorVerb cursorDeleteVerb();
CursorVerb cursorMoveVerb();
CursorVerb cursorRewindVerb();
CursorVerb cursorHistoryVerb();
CursorVerb cursorUndoVerb();
CursorVerb cursorRedoVerb();
CursorVerb cursorPlacesVerb();
CursorVerb cursorSavePlaceVerb();
CursorVerb cursorDeletePlaceVerb();
CursorVerb cursorAuditVerb();
CursorVerb cursorRecoverVerb();
CursorVerb cursorExportVerb();
CursorVerb cursorImportVerb();

} // namespace playhead

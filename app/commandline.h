// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/optiontable.h"
#include "app/timeargument.h"
#include "model/captures/capturewriter.h"
#include "model/core/ids.h"
#include "model/server/serveplan.h"

#include <QList>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <variant>

namespace playhead {

class TypeCatalogue;

/// `playhead [--data-dir DIR] [--env NAME] [--demo] [CAPTURE…]`
struct WindowArguments
{
    QString dataFolder; ///< Empty = the person's own (defaultDataFolder).
    QString environment; ///< The name of the environment to open; empty = the one of last time.
    bool isDemo = false;
    QStringList captures; ///< Files; the first is shown, unless an environment is named.
    bool operator==(const WindowArguments &) const = default;
};

/// `playhead fetch`
struct FetchArguments
{
    QString dataFolder;
    QString environment; ///< Not together with baseUrl.
    QUrl baseUrl; ///< Always set when there is no environment.
    QList<QByteArray> types; ///< Patterns expanded; empty = all.
    OrganizationId organization;
    std::optional<TimeArgument> since; ///< Empty = from the horizon, or after.
    std::optional<TimeArgument> until; ///< Empty = now.
    EventId after;
    QString afterCursor; ///< The name in `--after cursor:NAME`.
    /// --type and --org may differ from what that cursor counts (they are then read instead).
    bool acceptsScope = false;
    quint64 limit = 0; ///< 0 = no limit.
    int windows = 6; ///< Read at once.
    std::optional<int> rate; ///< Requests a second, 0 = no limit; empty = the usual one.
    bool isFollowing = false; ///< Goes on as a live tail.
    QString outputPath; ///< Empty = standard output.
    bool hasJsonSummary = false;
    bool operator==(const FetchArguments &) const = default;
};

/// `playhead export`
struct ExportArguments
{
    QString dataFolder;
    QString environment; ///< Or capture: one of both.
    QString capture; ///< A file.
    QString filter; ///< Has no mistake that its text tells; empty = every event.
    CaptureFormat format = CaptureFormat::Ndjson;
    QString outputPath; ///< Empty = standard output.
    bool operator==(const ExportArguments &) const = default;
};

/// `playhead cursor`
struct CursorArguments
{
    QString verb; ///< The name of a CursorVerb.
    GivenOptions given; ///< Checked by it.
    bool operator==(const CursorArguments &) const = default;
};

/// `playhead serve`
struct ServeArguments
{
    ServePlan plan; ///< The file of --config, with what the command line says instead.
    QString config; ///< That file; empty = none.
    bool operator==(const ServeArguments &) const = default;
};

/// `--help` and `--version`: a text for standard output.
struct ShowText
{
    QString text;
    bool operator==(const ShowText &) const = default;
};

using Command = std::variant<WindowArguments,
                             FetchArguments,
                             ExportArguments,
                             CursorArguments,
                             ServeArguments,
                             ShowText>;

/// Reads the command line (without the program's name). Needs no QCoreApplication and touches nothing but the file of
/// `serve --config` (Unreadable when that cannot be read) and the names of captures, which it looks for. Every other failure is WrongUsage. The message says in one line
/// what is wrong, why, and what to do.
Result<Command> parseCommandLine(const QStringList &arguments, const TypeCatalogue &catalogue);

} // namespace playhead

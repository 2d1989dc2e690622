// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "model/api/fetchquery.h"
#include "model/cursors/cursor.h"
#include "model/environments/environment.h"

#include <memory>

namespace playhead {

class Database;
class KeyRing;
class LocalEventsApi;

/// Where a fetch reads from, and with which key.
struct FetchSource
{
    FetchTarget target;
    std::optional<Environment> environment;
    std::optional<Cursor> cursor; ///< Of `--after cursor:NAME`.
    QByteArray salt; ///< For the names of stores that belong to no environment.
    std::unique_ptr<LocalEventsApi>
        demo; ///< Serves the demo environment for as long as the fetch runs.
};

/// Looks the environment, its key and the cursor up. KeyMissing, or NotFound for a name that does not exist; WrongUsage
/// when the environment's stored events came from another URL or key, which a verb cannot ask about (semantics 14).
Result<FetchSource> findFetchSource(const FetchArguments &arguments,
                                    Database &database,
                                    const KeyRing &keys,
                                    const TypeCatalogue &catalogue);

/// Remembers the environment's URL and key as those that its stored events came from.
Status rememberOrigin(const FetchSource &source, Database &database);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

namespace playhead {

/// The folder that holds `playhead.sqlite` and `events/`: `given`, or the person's own when it is empty.
QString dataFolderPath(const QString &given);

/// The same folder, made when it is missing, for its owner only. Unwritable says which folder and what to do.
Result<QString> prepareDataFolder(const QString &given);

/// The database inside a data folder.
QString databasePath(const QString &dataFolder);

} // namespace playhead

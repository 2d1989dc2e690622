// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/error.h"

#include <QString>

struct sqlite3;

namespace playhead {

/// What a SQLite result code means for people and for code. `path` names the database when `handle` cannot.
Error sqliteError(int code, sqlite3 *handle, const QString &path = {});

/// Visible text of this room, translated in the context "Database".
QString sqliteText(const char *text);

} // namespace playhead

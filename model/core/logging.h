// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

namespace playhead {

// Quiet by default (warnings only). Info: one line per user action. Debug: one line per request (method, path, status,
// milliseconds). Never a key, a secret or an event's payload.
Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcEvents)
Q_DECLARE_LOGGING_CATEGORY(lcCursors)
Q_DECLARE_LOGGING_CATEGORY(lcReplay)
Q_DECLARE_LOGGING_CATEGORY(lcExport)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

} // namespace playhead

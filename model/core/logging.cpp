// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/core/logging.h"

namespace playhead {

Q_LOGGING_CATEGORY(lcApi, "playhead.api", QtWarningMsg)
Q_LOGGING_CATEGORY(lcEvents, "playhead.events", QtWarningMsg)
Q_LOGGING_CATEGORY(lcCursors, "playhead.cursors", QtWarningMsg)
Q_LOGGING_CATEGORY(lcReplay, "playhead.replay", QtWarningMsg)
Q_LOGGING_CATEGORY(lcExport, "playhead.export", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "playhead.ui", QtWarningMsg)

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"

#include <QString>

namespace playhead {

// Summaries of events about people who sign in: see eventSummary(). Any thread.

QString signIn(JsonValue event); ///< `Password · Firefox on Linux`
QString ssoStarted(JsonValue event); ///< `SSO · …A9285`, the end of the connection's id
QString session(JsonValue event); ///< `Firefox on Linux · impersonated by a@b.c`
QString radarRisk(JsonValue event); ///< `signup · block · ip`
QString denied(JsonValue event); ///< `Deny · 203.0.113.10`

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"

#include <QByteArrayView>
#include <QString>

namespace playhead {

/// What an event says beyond its type and object, in a few words: `job_title, department`, `added Lela Block`,
/// `Password · Firefox on Linux`. One rule for each type or group of types; a type without a rule tells its state or
/// status. Empty when the event says nothing more. Any thread.
QString eventSummary(JsonValue event, QByteArrayView type);

} // namespace playhead

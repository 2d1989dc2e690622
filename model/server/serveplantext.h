// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/serveplan.h"

// The words that the command line and configuration files of `playhead serve` share.
namespace playhead {

/// What a fault's amount is called beside its parameters: `rate`, `requests` or `seconds`.
QByteArray amountName(FaultMeasure measure);

/// For suggestions; in the order of the tables.
QStringList faultNames();
QStringList switchNames();

/// Reads a moment (`2026-11-22T14:00Z`, UTC without a zone) or a span before the start of the server (`24h`, `7d`).
/// False, and nothing changed, when it is neither.
bool setDemoEnd(ServePlan &plan, QByteArrayView text);

/// `90s`, `15m`, `24h`: the span in the largest unit that keeps its whole seconds, as parseDuration() reads it.
QByteArray spelledDuration(Duration span);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/auditreport.h"
#include "model/cursors/timetext.h"

#include <QStringList>

namespace playhead {

/// What the audit found, in one sentence: `Nothing was missed: …`, `2 events were missed: …`. It claims no more than was read.
QString auditVerdict(const AuditReport &report);
/// What limits it, a sentence each: why something could not be read or told, and the warnings. Empty = nothing.
QStringList auditNotes(const AuditReport &report, const TimeText &time);
/// `dsync.user.updated event_…, created …, visible at least 10 s late`.
QString missedEventText(const MissedEvent &event, const TimeText &time);
/// What the suggestion does: `Rewind to before the first missed event: after event_…`; empty without one.
QString auditSuggestion(const AuditReport &report, const TimeText &time);

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/cursors/auditreport.h"
#include "model/cursors/recoveryplan.h"

#include <QJsonArray>
#include <QJsonObject>

namespace playhead {

// For other programs. Times are ISO 8601 UTC; what is not known is null. Keys never change.

/// The `kind` and `message` of each.
QJsonArray warningsJson(const QList<CursorWarning> &warnings);
/// `missed` and the rest of a safety audit.
QJsonObject auditJson(const AuditReport &report);
/// `target`, `processed`, `again`, `gone` and the rest of a recovery.
QJsonObject recoveryJson(const RecoveryPlan &plan);

} // namespace playhead

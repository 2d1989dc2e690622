// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/serveplan.h"

#include <QByteArray>

namespace playhead {

/// What is remembered of a plan for the next time: port, arrival, switches and faults. One `name=value` a line.
QByteArray saveServeChoice(const ServePlan &plan);
/// Lines that make no sense are left out; an empty text gives the plan that everybody begins with.
ServePlan restoreServeChoice(const QByteArray &text);

} // namespace playhead

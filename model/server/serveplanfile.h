// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/serveplan.h"

namespace playhead {

/// Reads a configuration of `playhead serve`: one JSON object whose members have the names of the options (`faults` and
/// `switches` hold one member for each). What it does not name keeps its usual value; `fault-seed` is else the seed.
/// `seed`, when given, counts instead of the one in `json`. File names are left as they stand.
/// WrongUsage for anything that is not understood to the last member: the message begins with its path
/// (`faults.delay.ms`) and says what is allowed, in one line. Any thread.
Result<ServePlan> readServePlan(QByteArrayView json, std::optional<quint64> seed = {});

/// The same the other way round, for people to read and change: one member a line, what is usual is left out except the
/// source, its seed and the port. Spans of time are whole seconds. Any thread.
QByteArray servePlanJson(const ServePlan &plan);

} // namespace playhead

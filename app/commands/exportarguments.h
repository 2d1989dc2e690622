// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline.h"
#include "model/events/filterexpression.h"

namespace playhead {

/// The options of `playhead export`, checked as far as they can be without the events.
Result<Command> parseExportArguments(const QStringList &arguments);

/// A mistake in the filter as one line, with its place counted from 1.
Error filterMistakeError(const FilterError &mistake, const QString &filter);

} // namespace playhead

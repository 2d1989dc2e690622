// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playhead {

/// One step of a path as people write it: `.name`, or `name` when it is the first; `["c d"]` for keys that are no words.
QString jsonPathStep(const QString &key, bool isFirst);

} // namespace playhead

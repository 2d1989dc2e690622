// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playhead {

/// The text of `playhead serve --help`: how to call it, `options` (the lines of its options), and every fault and switch,
/// from their tables. At most 100 columns wide.
QString serveHelp(const QString &options);

} // namespace playhead

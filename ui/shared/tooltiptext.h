// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playhead {

/// Words that others chose (a server, a consumer, a person) for a tool tip, which would read what looks like markup in them as
/// markup. What does not look so stays as it is. Empty = no tool tip.
QString toolTipText(const QString &text);

} // namespace playhead

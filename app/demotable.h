// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace playhead {

class TypeCatalogue;

/// Whether a window can be opened. QApplication ends the program where none can, so this is asked before.
bool hasDisplay();

/// The first `count` demo events as a text table: what `playhead` shows without a display.
QByteArray demoTable(int count, const TypeCatalogue &catalogue);

} // namespace playhead

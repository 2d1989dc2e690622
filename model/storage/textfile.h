// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QString>

namespace playhead {

/// A whole small file. NotFound, Unreadable, or TooLarge when it is longer than `mostBytes`. Waits for the disk.
Result<QByteArray> readTextFile(const QString &path, qint64 mostBytes = 16 * 1024 * 1024);

/// Replaces the file at once or not at all; an old one stays whole when it cannot be written (Unwritable). For its owner
/// only when it is new. Waits for the disk.
Status writeTextFile(const QString &path, const QByteArray &text);

} // namespace playhead

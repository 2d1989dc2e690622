// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFile>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace playhead {

/// Anonymous memory of this process in bytes, without what the heap only keeps for later; 0 where the system does not tell.
inline double anonymousBytes()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("RssAnon:");
    return at < 0
               ? 0
               : text.sliced(at + 8, text.indexOf("kB", at) - at - 8).trimmed().toDouble() * 1024;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "tests/support/testsupport.h"

#include <QDir>

namespace playhead {

QString sharedApiFolder()
{
    const QString folder = qEnvironmentVariable("PLAYHEAD_SHARED_API");
    return !folder.isEmpty() && QDir(folder).exists() ? QDir(folder).absolutePath() : QString();
}

} // namespace playhead

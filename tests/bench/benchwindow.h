// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"

#include <QString>

namespace playhead::bench {

/// A data folder in which a window finds one environment: "Bench", whose key is to be typed, so that nothing is asked of
/// anybody; or the demo, which serves `demoEvents` events up to the end of the made ones.
struct WindowFolder
{
    QString path;
    qint64 environment = 0;

    QString storeFolder() const; ///< Where the window looks for the environment's events.
};
WindowFolder makeWindowFolder(const QString &path, quint32 demoEvents = 0);

/// From now on this process keeps its settings in `folder`; before the application is made.
void keepSettingsIn(const QString &folder);
/// The window opens this environment, and its range holds all made events.
void setUpWindow(qint64 environment);

} // namespace playhead::bench

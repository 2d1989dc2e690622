// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QMetaType>
#include <QString>
#include <QUrl>

namespace playhead {

/// Where an environment's API key comes from. The keychain joins later.
enum class KeySource {
    Variable, ///< The environment variable WORKOS_API_KEY.
    Memory, ///< Typed by a person, kept until Playhead quits.
    Demo, ///< The embedded local Events API's own key.
    Capture, ///< None: a capture is read where it lies.
};

/// The five colours that a person can give an environment (design, Environment dialog); Red is production's.
enum class EnvironmentColour {
    Green,
    Blue,
    Purple,
    Amber,
    Red
};

/// A WorkOS environment, the demo, or a capture. Holds no key, only where the key comes from.
struct Environment
{
    qint64 id = 0; ///< Row id; 0 = not stored yet.
    QString name;
    /// Ignored for the demo, whose server gets a free port at each start; a capture's file.
    QUrl baseUrl;
    KeySource keySource = KeySource::Memory;
    EnvironmentColour colour = EnvironmentColour::Green;
    bool isProduction = false;
    /// Demo only: the fixed end of its stream (semantics 32), its seed and count. 0 = not the demo.
    qint64 demoEndUs = 0;
    quint64 demoSeed = 1;
    quint32 demoEvents = 0;
    /// Captures only: by which content it is known (semantics 15). The file's size and a sample of its bytes.
    qint64 captureSize = 0;
    quint64 captureSample = 0;
    /// False for a capture that was closed: it stays known, with its cursors, but is in no list.
    bool isListed = true;

    bool isDemo() const { return keySource == KeySource::Demo; }
    bool isCapture() const { return keySource == KeySource::Capture; }
    bool operator==(const Environment &) const = default;
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::Environment)

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
};

/// The five colours that a person can give an environment (design, Environment dialog); Red is production's.
enum class EnvironmentColour {
    Green,
    Blue,
    Purple,
    Amber,
    Red
};

/// A WorkOS environment, or the demo. Holds no key, only where the key comes from.
struct Environment
{
    qint64 id = 0; ///< Row id; 0 = not stored yet.
    QString name;
    QUrl baseUrl; ///< Ignored for the demo, whose server gets a free port at each start.
    KeySource keySource = KeySource::Memory;
    EnvironmentColour colour = EnvironmentColour::Green;
    bool isProduction = false;
    /// Demo only: the fixed end of its stream (semantics 32), its seed and count. 0 = not the demo.
    qint64 demoEndUs = 0;
    quint64 demoSeed = 1;
    quint32 demoEvents = 0;

    bool isDemo() const { return keySource == KeySource::Demo; }
    bool operator==(const Environment &) const = default;
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::Environment)

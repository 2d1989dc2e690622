// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventsnapshot.h"

#include <functional>

namespace playhead {

/// The event that gave an object a version.
struct ObjectVersion
{
    EventRow row = 0;
    bool isExact = false; ///< false: it is the newest version older than the one asked for.
};

/// The event of the object `objectId` (as in `data`, whatever its kind) whose `updated_at` is `version`; of several the first
/// in stream order. A version in whole seconds stands for all of that second, since consumers may store no more. Without one
/// the newest older version. Empty when none is stored. Only rows that `isOwn` takes count. Any thread; linear.
std::optional<ObjectVersion> versionAt(const QByteArray &objectId,
                                       Instant version,
                                       const EventSnapshot &events,
                                       const std::function<bool(EventRow)> &isOwn);

} // namespace playhead

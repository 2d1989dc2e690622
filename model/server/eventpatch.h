// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>

namespace playhead {

// Changes of single values in an event's stored bytes. `event` must be valid JSON; every other byte stays.

/// The value at a path of members, as its bytes with quotes; of equal keys the last one. Null when there is none. Any thread.
QByteArrayView valueIn(QByteArrayView event, std::initializer_list<QByteArrayView> path);

/// The event with `value`, a slice of it, replaced. Any thread.
QByteArray withValue(QByteArrayView event, QByteArrayView value, QByteArrayView replacement);

/// `time` spelled as the time `like` is: same length, separator, fraction digits (cut) and zone. Empty when `like` has another
/// form than date, time to the second, fraction and zone. Any thread.
QByteArray timeSpelledLike(QByteArrayView like, Instant time);

} // namespace playhead

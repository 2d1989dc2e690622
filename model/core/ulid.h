// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <array>

namespace playhead {

/// The 16 bytes of a ULID, big endian: 48 bits of milliseconds, 80 random bits (github.com/ulid/spec).
using UlidBytes = std::array<quint8, 16>;

/// Decodes 26 characters of Crockford base32, upper case only (so that encodeUlid gives the same text back).
std::optional<UlidBytes> decodeUlid(QByteArrayView text);
QByteArray encodeUlid(const UlidBytes &bytes);

/// The time in an id such as `event_01KD9F41ZC8Q5M2ZT4WW7RX4`: for showing only, never for ordering (semantics 2).
/// Empty when what follows the last `_` is no ULID.
std::optional<Instant> ulidTime(QByteArrayView id);

} // namespace playhead

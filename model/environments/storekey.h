// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/environments/environment.h"

#include <QByteArray>

namespace playhead {

/// A short salted hash by which a key is known again. The key cannot be found from it.
QByteArray keyFingerprint(const QByteArray &key, const QByteArray &salt);

/// Names the events of a base URL that belongs to no environment: by the URL and the key, on loopback also by the id of
/// the stream that the local Events API sends (semantics 14). Safe as a folder name; never holds the key.
QString storeKeyFor(const QUrl &baseUrl,
                    const QByteArray &key,
                    const QByteArray &salt,
                    const QByteArray &streamId);

/// Names the events of a stored environment: `env-<id>`.
QString storeKeyFor(const Environment &environment);

} // namespace playhead

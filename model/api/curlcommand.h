// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QByteArray>
#include <QUrl>

namespace playhead {

/// A command for a POSIX shell that asks `baseUrl` for the events of one type around one moment: the Events API has no
/// request for a single event. The key is named as `$WORKOS_API_KEY` and never written out. One line, without a break at
/// its end. Any thread.
QByteArray curlCommand(const QUrl &baseUrl, const QByteArray &type, Instant createdAt);

/// The same for a request as it was sent: `target` is the path with its query as on the request line. `knownKey`, the one
/// that every local Events API takes, is no secret and written out; empty = `$WORKOS_API_KEY`.
QByteArray curlCommand(const QUrl &baseUrl,
                       const QByteArray &method,
                       const QByteArray &target,
                       const QByteArray &knownKey = {});

} // namespace playhead

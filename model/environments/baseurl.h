// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/result.h"

#include <QUrl>

namespace playhead {

/// Whether the host is this computer: `localhost`, 127.0.0.0/8 or ::1. A name that only resolves to it does not count.
bool isLoopbackHost(const QString &host);

/// Whether a key may go to this address: https, or http on loopback; with a host, without user, password, query and
/// fragment. WrongUsage says which of these it breaks; the message never repeats a password.
Status checkBaseUrl(const QUrl &url);

/// checkBaseUrl() for what a person or a command line gave, without the white space around it. The result has a lower
/// case scheme and host and no slash at its end, so that two spellings of one address are equal.
Result<QUrl> parseBaseUrl(const QString &text);

} // namespace playhead

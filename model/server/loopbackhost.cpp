// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/loopbackhost.h"

#include <QByteArray>

namespace playhead {

namespace {

/// `127.0.0.1`, `localhost` or `[::1]`, with or without a port.
bool isLoopbackHost(QByteArrayView host)
{
    const qsizetype bracket = host.lastIndexOf(']');
    const qsizetype colon = host.lastIndexOf(':');
    const QByteArray name = (colon > bracket ? host.first(colon) : host).toByteArray().toLower();
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

} // namespace

bool isForeign(std::optional<QByteArrayView> host, std::optional<QByteArrayView> origin)
{
    if (host && !isLoopbackHost(*host)) {
        return true;
    }
    if (!origin) {
        return false;
    }
    const qsizetype scheme = origin->indexOf("://");
    return scheme < 0 || !isLoopbackHost(origin->sliced(scheme + 3));
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/horizon.h"

#include <QHostAddress>

namespace playhead {

bool isLoopbackUrl(const QUrl &url)
{
    const QString host = url.host();
    return host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0
           || QHostAddress(host).isLoopback();
}

ClampedSince clampSince(Instant since, Instant now, const QUrl &baseUrl)
{
    const Instant horizon = horizonAt(now);
    if (since > horizon || isLoopbackUrl(baseUrl)) {
        return {since, false};
    }
    return {horizon + std::chrono::minutes(1), true};
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"

#include <QNetworkAccessManager>
#include <QUrl>

namespace playhead {

/// Asks a server on loopback which stream it serves (semantics 14) and what time it is there: the local Events API may
/// stand at another time than this computer. One HEAD request without a key; it takes no event and no page.
class StreamProbe : public QObject
{
    Q_OBJECT

public:
    explicit StreamProbe(QObject *parent = nullptr);

    void start(const QUrl &baseUrl);

signals:
    /// Once. `streamId` is empty for other servers, and when nobody answers; then `serverTime` is empty too.
    void answered(const QByteArray &streamId, std::optional<playhead::Instant> serverTime);

private:
    QNetworkAccessManager m_network;
};

} // namespace playhead

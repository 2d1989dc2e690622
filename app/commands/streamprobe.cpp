// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/streamprobe.h"

#include "model/api/answerfacts.h"

#include <QNetworkReply>

namespace playhead {

namespace {

/// A server that does not answer a HEAD sends no stream id either; the read itself waits longer.
constexpr auto kDeadline = std::chrono::seconds(5);

} // namespace

StreamProbe::StreamProbe(QObject *parent)
    : QObject(parent)
{}

void StreamProbe::start(const QUrl &baseUrl)
{
    QUrl url = baseUrl;
    url.setPath(baseUrl.path() + QStringLiteral("/"));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(std::chrono::milliseconds(kDeadline).count());
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("playhead/" PLAYHEAD_VERSION));
    // A server with one thread must not wait for this connection while the read uses another.
    request.setRawHeader("Connection", "close");
    QNetworkReply *reply = m_network.head(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const QByteArray streamId = reply->rawHeader("X-Playhead-Stream");
        emit answered(streamId,
                      streamId.isEmpty() ? std::nullopt : parseHttpDate(reply->rawHeader("Date")));
    });
}

} // namespace playhead

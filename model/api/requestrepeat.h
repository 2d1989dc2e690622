// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/eventsclient.h"
#include "model/api/requestrecord.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace playhead {

class RateLimit;

/// A request that a person sent once more, and a look at what came: nothing of it is stored and no cursor moves.
struct RepeatedRequest
{
    /// As much of an event as tells which one it is.
    struct Glance
    {
        EventId id;
        QByteArray type;
        Instant createdAt{};
    };

    RequestRecord record; ///< Its purpose is RequestPurpose::Repeat.
    std::optional<Glance> first; ///< Of the page, in the server's order; empty = it has no event.
    std::optional<Glance> last;
};

/// Whether `record` can be sent once more to `baseUrl`, the server of the open environment (empty = none is open): only where
/// it went, since the key belongs there. Conflict, with what to do, when it went elsewhere.
Status checkRepeat(const QUrl &baseUrl, const RequestRecord &record);

/// Sends a request of the log once more, by a connection of its own, once and without retries, when the rate that it shares with
/// all who ask lets it. Lives on the ingest thread.
class RequestRepeat : public QObject
{
    Q_OBJECT

public:
    RequestRepeat(RateLimit &rate,
                  const TypeCatalogue &catalogue,
                  const Clock &clock,
                  const ClientSettings &settings,
                  QObject *parent = nullptr);
    ~RequestRepeat() override; ///< Breaks off what is under way; it is not answered.

    /// answered() follows once, unless another send() comes first.
    void send(const FetchTarget &target, const PageRequest &request);

signals:
    void answered(const playhead::RepeatedRequest &repeated);

private:
    void sendInTurn();
    void take(const PageReply &reply);
    static RepeatedRequest read(const PageReply &reply);

    RateLimit &m_rate;
    std::unique_ptr<QNetworkAccessManager> m_network;
    EventsClient m_client;
    PageRequest m_request;
    QTimer m_turn; ///< Runs until the rate lets it be sent.
};

} // namespace playhead

Q_DECLARE_METATYPE(playhead::RepeatedRequest)

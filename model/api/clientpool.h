// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/api/eventsclient.h"

#include <QNetworkAccessManager>

#include <vector>

namespace playhead {

/// The clients of one read, each with one request on its way at most. Over HTTP/1.1 an access manager opens six connections
/// to a host, so further clients get further managers, three in all; over HTTP/2 a connection carries all that it has. Lives
/// on the ingest thread.
class ClientPool
{
public:
    /// `count` is at least 1. The first clients use `network`, which outlives the pool.
    ClientPool(QNetworkAccessManager &network,
               const TypeCatalogue &catalogue,
               const Clock &clock,
               const ClientSettings &settings,
               int count);

    /// From the next request on.
    void setTarget(const FetchTarget &target);
    const FetchTarget &target() const { return m_clients.front()->target(); }

    size_t size() const { return m_clients.size(); }
    EventsClient &client(size_t number) { return *m_clients[number]; }

private:
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_furtherNetworks;
    std::vector<std::unique_ptr<EventsClient>> m_clients; ///< Destroyed before their managers.
};

} // namespace playhead

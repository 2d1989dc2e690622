// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/clientpool.h"

#include <algorithm>

namespace playhead {

namespace {

constexpr int kConnectionsOfManager = 6;
constexpr int kFurtherManagers = 2;

} // namespace

ClientPool::ClientPool(QNetworkAccessManager &network,
                       const TypeCatalogue &catalogue,
                       const Clock &clock,
                       const ClientSettings &settings,
                       int count)
{
    const int further = std::min((count - 1) / kConnectionsOfManager, kFurtherManagers);
    for (int i = 0; i < further; ++i) {
        m_furtherNetworks.push_back(std::make_unique<QNetworkAccessManager>());
    }
    for (int i = 0; i < std::max(count, 1); ++i) {
        // In turn, so that those beyond the connections of all managers are spread too.
        const int manager = i % (further + 1);
        QNetworkAccessManager &used = manager == 0 ? network
                                                   : *m_furtherNetworks[size_t(manager - 1)];
        m_clients.push_back(std::make_unique<EventsClient>(used, catalogue, clock, settings));
    }
}

void ClientPool::setTarget(const FetchTarget &target)
{
    for (const auto &client : m_clients) {
        client->setTarget(target);
    }
}

} // namespace playhead

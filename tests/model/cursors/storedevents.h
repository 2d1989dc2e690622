// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventstore.h"
#include "model/events/streamorder.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace playhead {

/// One event of a made stream; stored in the order of the list.
struct MadeEvent
{
    QByteArray id;
    Instant createdAt{};
    QByteArray type;
    QByteArray organization; ///< Empty = none.
};

/// A store in a temporary folder with made events, for everything that reads snapshots.
class StoredEvents
{
public:
    /// Check isValid() before anything else.
    explicit StoredEvents(const std::vector<MadeEvent> &events)
    {
        const Result<TypeCatalogue> catalogue = TypeCatalogue::load();
        if (!catalogue || !m_folder.isValid()) {
            return;
        }
        auto store = EventStore::open(m_folder.filePath(QStringLiteral("events")), *catalogue);
        if (!store) {
            return;
        }
        m_store = std::move(*store);
        m_isValid = add(events);
    }

    /// Stores more of them, those that are not stored yet.
    bool add(const std::vector<MadeEvent> &events)
    {
        std::vector<DecodedEvent> page;
        page.reserve(events.size());
        for (const MadeEvent &event : events) {
            DecodedEvent decoded;
            decoded.fields.id = event.id;
            decoded.fields.type = event.type;
            decoded.fields.createdAt = event.createdAt;
            decoded.fields.organizationId = event.organization;
            decoded.raw = "{\"object\":\"event\",\"id\":\"" + event.id + "\",\"event\":\""
                          + event.type + "\",\"created_at\":\"" + isoUtcExact(event.createdAt)
                          + "\",\"data\":{}}";
            page.push_back(std::move(decoded));
        }
        return page.empty() || m_store->append(page).has_value();
    }

    bool isValid() const { return m_isValid; }
    EventSnapshot snapshot() const { return m_store->snapshot(); }
    std::vector<EventRow> order() const { return streamOrder(m_store->snapshot()); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<EventStore> m_store;
    bool m_isValid = false;
};

} // namespace playhead

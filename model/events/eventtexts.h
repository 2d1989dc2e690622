// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"
#include "model/events/eventsnapshot.h"
#include "model/events/typecatalogue.h"

#include <QCache>
#include <QString>

#include <optional>

namespace playhead {

/// What a row of the table shows of an event's own bytes.
struct EventText
{
    QString
        object; ///< Email, else name, else `…` and the end of the object's id; empty without an object.
    QString summary; ///< See eventSummary().
    QString actor; ///< Who did it, by name, else id: context.actor; for the vault also in data.
    QString clientId; ///< context.client_id
    std::optional<Instant> updatedAt; ///< The object's version; empty when missing or unreadable.

    bool operator==(const EventText &) const = default;
};

/// Makes the texts of one event. `objectKey`: `kind:id`, empty = no object.
EventText describeEvent(JsonValue event, const EventType &type, QByteArrayView objectKey);

/// The id in an object key `kind:id`.
QByteArrayView objectIdOf(QByteArrayView objectKey);

/// The texts of the events that are on the screen, made when first asked for and kept for some screens. One thread.
class EventTexts
{
public:
    EventTexts();

    /// Another store.
    void clear();
    /// Valid until the next call.
    const EventText &of(const EventSnapshot &events, EventRow row, const EventType &type);

private:
    QCache<EventRow, EventText> m_cache;
    JsonDocument m_document;
};

} // namespace playhead

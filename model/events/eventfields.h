// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/core/json.h"
#include "model/events/typecatalogue.h"

namespace playhead {

/// The facts of one event that the store keeps in columns.
struct EventFields
{
    QByteArray id;
    QByteArray type;
    Instant createdAt{};
    QByteArray organizationId; ///< By the catalogue's pointers; empty = none in the body.
    QByteArray objectKey; ///< `kind:id` of semantics 23; empty = no object.
    std::optional<Instant> updatedAt; ///< Empty when missing or unreadable.

    bool operator==(const EventFields &) const = default;
};

/// One event as it goes into the store: its bytes (one line) and their fields.
struct DecodedEvent
{
    QByteArray raw;
    EventFields fields;
};

/// Reads the fields of an event. Malformed, naming the field, when id, event, created_at or data is missing or has the
/// wrong type. Any thread.
Result<EventFields> readEventFields(JsonValue event, const TypeCatalogue &catalogue);

/// `updated_at` alone, as readEventFields() reads it; `type` by TypeCatalogue::describe().
std::optional<Instant> readUpdatedAt(JsonValue event, const EventType &type);
/// Types of which semantics 25 says that they tell no version of their object: members come and go in a group.
bool isMembershipChange(QByteArrayView type);

/// Parses and validates one event and reads its fields; `raw` of the result is singleLine(text).
Result<DecodedEvent> decodeEvent(QByteArrayView text, const TypeCatalogue &catalogue);

} // namespace playhead

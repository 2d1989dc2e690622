// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/core/instant.h"

#include <memory>

namespace playhead {

class EventStoreData;

/// Number of an event in its store: in the order of storing, from 0, never changed. Not a row of a table.
using EventRow = quint32;

/// Facts about a stored event beside its bytes.
enum class EventFlag : quint16 {
    OutOfOrder = 1, ///< The server sent it after a younger one (semantics 2).
    ByReadOrganization = 2, ///< Its organization is that of the read it came in (semantics 8).
    ReceivedAgain = 4, ///< The same id came more than once in one read (semantics 10).
};

/// What a store held at one moment: a value, cheap to copy, readable from any thread without locks while the writer goes
/// on. Views returned stay valid as long as any copy of the snapshot lives.
class EventSnapshot
{
public:
    EventSnapshot(); ///< Empty: no events.
    explicit EventSnapshot(std::shared_ptr<const EventStoreData> data);

    EventRow rowCount() const;
    bool isEmpty() const { return rowCount() == 0; }

    Instant createdAt(EventRow row) const;
    quint16 type(EventRow row) const; ///< For typeName().
    quint32 organization(EventRow row) const; ///< For organizationId(); 0 = no organization.
    quint32 object(EventRow row) const; ///< For objectKey(); 0 = no object.
    quint16 flags(EventRow row) const; ///< EventFlag bits.
    bool hasFlag(EventRow row, EventFlag flag) const;
    EventId id(EventRow row) const;
    QByteArrayView raw(EventRow row) const; ///< The stored bytes, without line end.
    quint32 rawSize(EventRow row) const;

    quint16 typeCount() const; ///< Type numbers are 0 to typeCount() - 1.
    QByteArray typeName(quint16 type) const;
    quint32 organizationCount() const; ///< Numbers 1 to organizationCount(); 0 is "No organization".
    OrganizationId organizationId(quint32 organization) const;
    QByteArray objectKey(quint32 object) const;
    std::optional<quint16> findType(QByteArrayView name) const;
    std::optional<quint32> findOrganization(const OrganizationId &id) const;

    /// The row that stores this id, if it is among this snapshot's rows.
    std::optional<EventRow> find(const EventId &id) const;

    /// Raw bytes of all events of the snapshot, in bytes.
    qint64 rawBytes() const;

private:
    std::shared_ptr<const EventStoreData> m_data;
};

} // namespace playhead

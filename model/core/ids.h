// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace playhead {

/// An identifier of the API as its wire bytes. Each kind is a type of its own, so that an organization cannot be
/// passed where an event is meant. Empty means "none".
template<typename Tag>
struct WireId
{
    QByteArray value;

    WireId() = default;
    explicit WireId(QByteArray bytes)
        : value(std::move(bytes))
    {}

    bool isEmpty() const { return value.isEmpty(); }
    QString toString() const { return QString::fromUtf8(value); }

    friend bool operator==(const WireId &, const WireId &) = default;
    friend size_t qHash(const WireId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

struct EventIdTag;
struct OrganizationIdTag;

/// Usually `event_` and a ULID, but any text the server uses is valid (semantics 3).
using EventId = WireId<EventIdTag>;
/// `org_…`; empty = no organization.
using OrganizationId = WireId<OrganizationIdTag>;

} // namespace playhead

Q_DECLARE_METATYPE(playhead::EventId)
Q_DECLARE_METATYPE(playhead::OrganizationId)

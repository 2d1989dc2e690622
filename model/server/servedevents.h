// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/server/groupedrows.h"
#include "model/server/servedsource.h"

#include <optional>
#include <vector>

namespace playhead {

/// The events of a local Events API in stream order, with what its questions need: 64 bytes an event, whose own bytes stay
/// where the source has them. Immutable after build(); any thread.
class ServedEvents
{
public:
    using Row = ServedEvent;

    /// WrongUsage, naming the place, when an event cannot be read; Cancelled. Sorts by created_at; ties keep their order.
    static Result<ServedEvents> build(ServedSource source,
                                      const TypeCatalogue &catalogue,
                                      const std::stop_token &stop = {});

    size_t size() const { return m_source.events.size(); }
    const Row &row(size_t index) const { return m_source.events[index]; }
    QByteArrayView bytes(size_t index) const { return row(index).bytes(); }
    QByteArray idOf(size_t index) const { return idInEvent(bytes(index)); }

    std::optional<size_t> find(const QByteArray &id) const;
    size_t firstNotBefore(Instant time) const; ///< size() when all are older.
    /// The nearest older row about the same object; empty when there is none, or no object.
    std::optional<size_t> previousOfObject(size_t index) const;
    /// Of a type that the catalogue lists or that occurs here.
    std::optional<quint32> typeNumber(const QByteArray &name) const;
    quint32 typeCount() const { return quint32(m_source.names.types.size()); }
    std::optional<quint32> organizationNumber(const QByteArray &id) const;
    /// The rows of one type or organization, by its number, ascending.
    std::span<const quint32> rowsOfType(quint32 type) const { return m_byType.of(type); }
    std::span<const quint32> rowsOfOrganization(quint32 organization) const
    {
        return m_byOrganization.of(organization);
    }

    /// When the newest event happened; empty without events.
    std::optional<Instant> end() const;
    /// The oldest moment that can be read at `now`: 90 days back from it, but from the newest event when that is older
    /// (semantics 15 and 32), so that a capture stays whole however old it is.
    Instant horizon(Instant now) const;

    /// False when a file under it was cut or written anew: then no byte may be touched, not even by idOf() and find(). Asked before each page.
    bool isWhole() const { return m_source.isWhole(); }
    const ServedSource &source() const { return m_source; } ///< Its label, stream id and notes.

private:
    Status read(const TypeCatalogue &catalogue, const std::stop_token &stop);
    void index();
    void group();

    ServedSource m_source; ///< Its events are the rows.
    std::vector<quint32> m_byId; ///< Rows, sorted by the hash of their ids.
    GroupedRows m_byType;
    GroupedRows m_byOrganization;
    std::vector<quint32> m_previous; ///< For previousOfObject(); kNone = none.
};

} // namespace playhead

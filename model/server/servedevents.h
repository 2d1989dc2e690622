// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/instant.h"
#include "model/core/result.h"
#include "model/events/typecatalogue.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace playhead {

/// The events of a local Events API in stream order, with what its questions need. Immutable after build(); any thread.
class ServedEvents
{
public:
    struct Row
    {
        Instant createdAt{};
        quint32 type = 0;
        quint32 organization = 0; ///< 0 = none.
    };

    /// WrongUsage, naming the place, when an event cannot be read. Sorts by created_at; ties keep their order.
    static Result<ServedEvents> build(std::vector<QByteArray> events,
                                      const TypeCatalogue &catalogue);

    size_t size() const { return m_rows.size(); }
    const Row &row(size_t index) const { return m_rows[index]; }
    const QByteArray &bytes(size_t index) const { return m_bytes[index]; }
    QByteArray idOf(size_t index) const;

    std::optional<size_t> find(const QByteArray &id) const;
    size_t firstNotBefore(Instant time) const; ///< size() when all are older.
    /// Of a type that the catalogue lists or that occurs here.
    std::optional<quint32> typeNumber(const QByteArray &name) const;
    quint32 typeCount() const { return quint32(m_types.size()); }
    std::optional<quint32> organizationNumber(const QByteArray &id) const;

private:
    void index();

    std::vector<QByteArray> m_bytes;
    std::vector<Row> m_rows;
    std::vector<std::pair<quint64, quint32>> m_byIdHash; ///< Sorted; 16 bytes an event.
    QHash<QByteArray, quint32> m_types;
    QHash<QByteArray, quint32> m_organizations;
};

} // namespace playhead

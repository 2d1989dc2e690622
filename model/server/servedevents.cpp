// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/servedevents.h"

#include "model/core/json.h"
#include "model/events/eventfields.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace playhead {

namespace {

quint64 hashOf(QByteArrayView id)
{
    // FNV-1a. A collision costs one more comparison, see find().
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const char c : id) {
        hash = (hash ^ quint8(c)) * 0x100000001b3ULL;
    }
    return hash;
}

/// The number of `name` in `numbers`, a new one if needed.
quint32 numberOf(QHash<QByteArray, quint32> &numbers, const QByteArray &name, quint32 next)
{
    const auto known = numbers.constFind(name);
    return known != numbers.cend() ? *known : *numbers.insert(name, next);
}

} // namespace

Result<ServedEvents> ServedEvents::build(std::vector<QByteArray> events,
                                         const TypeCatalogue &catalogue)
{
    ServedEvents served;
    for (const EventType &type : catalogue.types()) {
        numberOf(served.m_types, type.name, quint32(served.m_types.size()));
    }
    served.m_rows.reserve(events.size());
    served.m_byIdHash.reserve(events.size());
    JsonDocument document;
    for (size_t i = 0; i < events.size(); ++i) {
        Status parsed = document.parse(events[i]);
        Result<EventFields> fields = parsed ? readEventFields(document.root(), catalogue)
                                            : Result<EventFields>(tl::unexpected(parsed.error()));
        if (!fields) {
            return failure(ErrorCode::WrongUsage,
                           QCoreApplication::translate(
                               "LocalEventsApi",
                               "Event %1 cannot be served: %2 Take it out or correct it.")
                               .arg(QString::number(i + 1), fields.error().message),
                           fields.error().detail);
        }
        Row row;
        row.createdAt = fields->createdAt;
        row.type = numberOf(served.m_types, fields->type, quint32(served.m_types.size()));
        if (!fields->organizationId.isEmpty()) {
            row.organization = numberOf(served.m_organizations,
                                        fields->organizationId,
                                        quint32(served.m_organizations.size()) + 1);
        }
        served.m_rows.push_back(row);
        served.m_byIdHash.emplace_back(hashOf(fields->id), quint32(i));
    }
    served.m_bytes = std::move(events);
    served.index();
    return served;
}

void ServedEvents::index()
{
    const auto older = [](const Row &a, const Row &b) { return a.createdAt < b.createdAt; };
    if (!std::is_sorted(m_rows.begin(), m_rows.end(), older)) {
        std::vector<quint32> order(m_rows.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [this](quint32 a, quint32 b) {
            return m_rows[a].createdAt < m_rows[b].createdAt;
        });
        std::vector<QByteArray> bytes;
        std::vector<Row> rows;
        std::vector<quint32> place(m_rows.size());
        for (const quint32 from : order) {
            place[from] = quint32(rows.size());
            bytes.push_back(std::move(m_bytes[from]));
            rows.push_back(m_rows[from]);
        }
        for (auto &[hash, index] : m_byIdHash) {
            index = place[index];
        }
        m_bytes = std::move(bytes);
        m_rows = std::move(rows);
    }
    std::sort(m_byIdHash.begin(), m_byIdHash.end());
}

QByteArray ServedEvents::idOf(size_t index) const
{
    JsonDocument document;
    const auto id = document.parse(m_bytes[index]) ? document.root().member("id") : std::nullopt;
    return id ? id->string().toByteArray() : QByteArray();
}

std::optional<size_t> ServedEvents::find(const QByteArray &id) const
{
    const quint64 hash = hashOf(id);
    auto found = std::lower_bound(m_byIdHash.begin(),
                                  m_byIdHash.end(),
                                  std::pair(hash, quint32(0)));
    for (; found != m_byIdHash.end() && found->first == hash; ++found) {
        if (idOf(found->second) == id) {
            return found->second;
        }
    }
    return std::nullopt;
}

size_t ServedEvents::firstNotBefore(Instant time) const
{
    const auto found =
        std::lower_bound(m_rows.begin(), m_rows.end(), time, [](const Row &row, Instant wanted) {
            return row.createdAt < wanted;
        });
    return size_t(found - m_rows.begin());
}

std::optional<quint32> ServedEvents::typeNumber(const QByteArray &name) const
{
    const auto found = m_types.constFind(name);
    return found == m_types.cend() ? std::nullopt : std::optional(*found);
}

std::optional<quint32> ServedEvents::organizationNumber(const QByteArray &id) const
{
    const auto found = m_organizations.constFind(id);
    return found == m_organizations.cend() ? std::nullopt : std::optional(*found);
}

} // namespace playhead

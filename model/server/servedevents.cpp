// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/server/servedevents.h"

#include "model/core/json.h"
#include "model/events/eventfields.h"
#include "model/events/typecatalogue.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace playhead {

namespace {

constexpr quint32 kNone = std::numeric_limits<quint32>::max();
/// WorkOS docs, "Sync data using the Events API".
constexpr std::chrono::days kKept{90};

} // namespace

Result<ServedEvents> ServedEvents::build(ServedSource source,
                                         const TypeCatalogue &catalogue,
                                         const std::stop_token &stop)
{
    ServedEvents served;
    served.m_source = std::move(source);
    for (const EventType &type : catalogue.types()) {
        served.m_source.names.typeNumber(type.name);
    }
    if (!served.m_source.isRead) {
        if (Status status = served.read(catalogue, stop); !status) {
            return tl::unexpected(status.error());
        }
    }
    sortByTime(served.m_source.events);
    served.index();
    served.group();
    return served;
}

Status ServedEvents::read(const TypeCatalogue &catalogue, const std::stop_token &stop)
{
    JsonDocument document;
    for (size_t i = 0; i < m_source.events.size(); ++i) {
        if (stop.stop_requested()) {
            return failure(ErrorCode::Cancelled,
                           QCoreApplication::translate("LocalEventsApi",
                                                       "The start of the server was stopped."));
        }
        ServedEvent &event = m_source.events[i];
        Status parsed = document.parse(event.bytes());
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
        event = servedEvent(event.bytes(), *fields, m_source.names);
    }
    m_source.isRead = true;
    return {};
}

void ServedEvents::index()
{
    m_byId.reserve(size());
    for (const auto &[hash, row] : sortedByHash(m_source.events, &ServedEvent::idHash)) {
        m_byId.push_back(row);
    }
    m_previous.assign(size(), kNone);
    const auto byObject = sortedByHash(m_source.events, &ServedEvent::object);
    for (size_t i = 1; i < byObject.size(); ++i) {
        if (byObject[i].first != 0 && byObject[i].first == byObject[i - 1].first) {
            m_previous[byObject[i].second] = byObject[i - 1].second;
        }
    }
}

void ServedEvents::group()
{
    std::vector<quint32> groups(size());
    for (size_t i = 0; i < groups.size(); ++i) {
        groups[i] = row(i).type;
    }
    m_byType = GroupedRows(groups, typeCount());
    for (size_t i = 0; i < groups.size(); ++i) {
        groups[i] = row(i).organization;
    }
    m_byOrganization = GroupedRows(groups, quint32(m_source.names.organizations.size()) + 1);
}

std::optional<size_t> ServedEvents::find(const QByteArray &id) const
{
    const quint64 hash = servedHash(id);
    auto found =
        std::lower_bound(m_byId.begin(), m_byId.end(), hash, [this](quint32 index, quint64 wanted) {
            return row(index).idHash < wanted;
        });
    for (; found != m_byId.end() && row(*found).idHash == hash; ++found) {
        if (idOf(*found) == id) {
            return *found;
        }
    }
    return std::nullopt;
}

size_t ServedEvents::firstNotBefore(Instant time) const
{
    const auto &rows = m_source.events;
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), time, [](const Row &row, Instant wanted) {
            return row.createdAt < wanted;
        });
    return size_t(found - rows.begin());
}

std::optional<size_t> ServedEvents::previousOfObject(size_t index) const
{
    const quint32 previous = m_previous[index];
    return previous == kNone ? std::nullopt : std::optional<size_t>(previous);
}

std::optional<quint32> ServedEvents::typeNumber(const QByteArray &name) const
{
    const auto found = m_source.names.types.constFind(name);
    return found == m_source.names.types.cend() ? std::nullopt : std::optional(*found);
}

std::optional<quint32> ServedEvents::organizationNumber(const QByteArray &id) const
{
    const auto found = m_source.names.organizations.constFind(id);
    return found == m_source.names.organizations.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Instant> ServedEvents::end() const
{
    return size() == 0 ? std::nullopt : std::optional(m_source.events.back().createdAt);
}

Instant ServedEvents::horizon(Instant now) const
{
    return std::min(now, end().value_or(now)) - kKept;
}

} // namespace playhead

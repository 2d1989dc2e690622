// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/fetchoutput.h"

#include "model/events/streamorder.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace playhead {

namespace {

/// Which types and organization numbers of a snapshot a query asks for.
class ScopeTest
{
public:
    ScopeTest(const EventSnapshot &events, const FetchScope &scope)
        : m_events(events)
        , m_range(scope.range)
        , m_hasAllTypes(scope.types.isEmpty())
        , m_wanted(events.typeCount(), false)
    {
        for (const QByteArray &type : scope.types) {
            if (const auto number = events.findType(type)) {
                m_wanted[*number] = true;
            }
        }
        if (!scope.organization.isEmpty()) {
            m_organization =
                events.findOrganization(scope.organization).value_or(kNoSuchOrganization);
        }
    }

    bool holds(EventRow row) const
    {
        return m_range.contains(m_events.createdAt(row))
               && (m_hasAllTypes || m_wanted[m_events.type(row)])
               && (!m_organization || m_events.organization(row) == *m_organization);
    }

private:
    static constexpr quint32 kNoSuchOrganization = std::numeric_limits<quint32>::max();
    const EventSnapshot &m_events;
    TimeRange m_range;
    bool m_hasAllTypes;
    std::vector<bool> m_wanted;
    std::optional<quint32> m_organization;
};

} // namespace

std::vector<EventRow> rowsOfRead(const EventSnapshot &events,
                                 const FetchQuery &query,
                                 const ReadExtent &extent)
{
    FetchScope scope = query.scope;
    scope.range.until = std::min(scope.range.until, extent.completeUntil);
    std::optional<EventRow> after;
    if (!query.after.isEmpty()) {
        after = events.find(query.after);
        scope.range.since = after ? events.createdAt(*after)
                                  : extent.firstReceived.value_or(scope.range.until);
    }
    const ScopeTest test(events, scope);
    std::vector<EventRow> rows;
    for (const EventRow row : streamOrder(events)) {
        if (!test.holds(row) || (after && !streamBefore(events, *after, row))) {
            continue;
        }
        rows.push_back(row);
        if (query.limit > 0 && rows.size() >= query.limit) {
            break;
        }
    }
    return rows;
}

std::vector<EventRow> rowsOfScope(const EventSnapshot &events,
                                  const FetchScope &scope,
                                  EventRow firstRow)
{
    const ScopeTest test(events, scope);
    std::vector<EventRow> rows;
    for (EventRow row = firstRow; row < events.rowCount(); ++row) {
        if (test.holds(row)) {
            rows.push_back(row);
        }
    }
    return rows;
}

QByteArray fetchSummary(const FetchProgress &progress,
                        quint64 events,
                        const EventId &lastEventId,
                        double seconds)
{
    // An id may be any text: spelled by Qt, without the brackets of its array.
    QByteArray last = "null";
    if (!lastEventId.isEmpty()) {
        last = QJsonDocument(QJsonArray{lastEventId.toString()}).toJson(QJsonDocument::Compact);
        last = last.mid(1, last.size() - 2);
    }
    return "{\"events\":" + QByteArray::number(events)
           + ",\"requests\":" + QByteArray::number(progress.requests)
           + ",\"retries\":" + QByteArray::number(progress.retries)
           + ",\"duplicates\":" + QByteArray::number(progress.duplicates)
           + ",\"windows\":" + QByteArray::number(progress.windows) + ",\"last_event_id\":" + last
           + ",\"seconds\":" + QByteArray::number(seconds, 'f', 3) + '}';
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/events/organizationnames.h"

#include "model/events/streamorder.h"

#include <algorithm>
#include <utility>

namespace playhead {

void OrganizationNames::clear()
{
    m_known = 0;
    m_knownTypes = 0;
    m_isTeller.clear();
    m_entries.clear();
}

void OrganizationNames::adoptNoted(OrganizationNames noted)
{
    m_known = noted.m_known;
    m_knownTypes = noted.m_knownTypes;
    m_isTeller = std::move(noted.m_isTeller);
    m_entries = std::move(noted.m_entries);
}

bool OrganizationNames::extend(const EventSnapshot &events)
{
    for (; m_knownTypes < events.typeCount(); ++m_knownTypes) {
        const QByteArray name = events.typeName(m_knownTypes);
        m_isTeller.push_back(name == "organization.created" || name == "organization.updated"
                             || name == "organization.deleted");
    }
    if (m_entries.size() <= events.organizationCount()) {
        m_entries.resize(events.organizationCount() + 1);
    }
    bool isChanged = false;
    for (ColumnRun run = events.columnsFrom(m_known); run.count > 0;
         run = events.columnsFrom(m_known)) {
        for (quint32 i = 0; i < run.count; ++i) {
            if (m_isTeller[run.type[i]] != 0
                && addTeller(events, run.first + i, run.organization(i))) {
                isChanged = true;
            }
        }
        m_known = run.first + run.count;
    }
    return isChanged;
}

bool OrganizationNames::addTeller(const EventSnapshot &events, EventRow row, quint32 organization)
{
    Entry &entry = m_entries[organization];
    const auto inStream = [&events](EventRow a, EventRow b) { return streamBefore(events, a, b); };
    // Mostly they come in order.
    const bool isLast = entry.tellers.empty() || inStream(entry.tellers.back(), row);
    entry.tellers.insert(isLast ? entry.tellers.end()
                                : std::upper_bound(entry.tellers.begin(),
                                                   entry.tellers.end(),
                                                   row,
                                                   inStream),
                         row);
    const bool wasTold = entry.name.has_value();
    entry.name.reset();
    return wasTold;
}

QString OrganizationNames::name(const EventSnapshot &events, quint32 organization) const
{
    if (organization == 0 || organization >= m_entries.size()) {
        return {};
    }
    Entry &entry = m_entries[organization];
    if (!entry.name) {
        const QString given = m_aliases.isEmpty() ? QString()
                                                  : alias(events.organizationId(organization));
        entry.name = given.isEmpty() ? readName(events, entry) : given;
    }
    return *entry.name;
}

QString OrganizationNames::storedName(const EventSnapshot &events, quint32 organization) const
{
    return organization == 0 || organization >= m_entries.size()
               ? QString()
               : readName(events, m_entries[organization]);
}

QString OrganizationNames::alias(const OrganizationId &organization) const
{
    return m_aliases.value(organization);
}

bool OrganizationNames::setAliases(const EventSnapshot &events,
                                   const QHash<OrganizationId, QString> &aliases)
{
    if (aliases == m_aliases) {
        return false;
    }
    // Only the names that change are read again: a store may have thousands.
    const auto forget = [this, &events](const OrganizationId &id) {
        const std::optional<quint32> number = events.findOrganization(id);
        if (number && *number < m_entries.size()) {
            m_entries[*number].name.reset();
        }
    };
    for (auto was = m_aliases.cbegin(); was != m_aliases.cend(); ++was) {
        if (aliases.value(was.key()) != was.value()) {
            forget(was.key());
        }
    }
    for (auto now = aliases.cbegin(); now != aliases.cend(); ++now) {
        if (alias(now.key()) != now.value()) {
            forget(now.key());
        }
    }
    m_aliases = aliases;
    return true;
}

QString OrganizationNames::readName(const EventSnapshot &events, const Entry &entry) const
{
    for (auto row = entry.tellers.rbegin(); row != entry.tellers.rend(); ++row) {
        if (!m_document.parse(events.raw(*row))) {
            continue;
        }
        const std::optional<JsonValue> name = m_document.root().at("/data/name");
        if (name && !name->string().isEmpty()) {
            return QString::fromUtf8(name->string());
        }
    }
    return {};
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "model/api/askedtypes.h"

#include "model/api/refusedtypes.h"
#include "model/events/typecatalogue.h"

#include <algorithm>

namespace playhead {

AskedTypes::AskedTypes(const QList<QByteArray> &chosen, const TypeCatalogue &catalogue)
    : m_sent(chosen)
    , m_isAllTypes(chosen.isEmpty())
{
    for (const EventType &type : catalogue.types()) {
        m_catalogue.append(type.name);
    }
}

CoverageKey AskedTypes::coverageKey(const OrganizationId &organization) const
{
    CoverageKey key{m_isAllTypes ? ReadKind::AllByList : ReadKind::ChosenTypes,
                    m_sent,
                    organization};
    if (m_isAllTypes && m_sent.isEmpty()) {
        key.kind = ReadKind::AllTypes;
    }
    std::sort(key.types.begin(), key.types.end());
    key.types.erase(std::unique(key.types.begin(), key.types.end()), key.types.end());
    return key;
}

bool AskedTypes::adaptTo(const QByteArray &refusalBody, QStringList &refused)
{
    if (!m_isAllTypes) {
        return false;
    }
    if (m_sent.isEmpty()) {
        if (!saysEventsRequired(refusalBody)) {
            return false;
        }
        m_sent = m_catalogue;
        return !m_sent.isEmpty();
    }
    const QList<QByteArray> named = refusedTypes(refusalBody, m_sent);
    if (named.isEmpty() || named.size() == m_sent.size()) {
        return false;
    }
    for (const QByteArray &type : named) {
        m_sent.removeAll(type);
        refused.append(QString::fromUtf8(type));
    }
    return true;
}

QStringList AskedTypes::namedIn(const QByteArray &refusalBody) const
{
    QStringList names;
    for (const QByteArray &type : refusedTypes(refusalBody, m_sent)) {
        names.append(QString::fromUtf8(type));
    }
    return names;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/json.h"
#include "model/events/eventsnapshot.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace playhead {

/// What organizations are called: by the alias that a person gave, else by what stored `organization.*` events tell, the
/// newest in stream order (semantics 11). An event's bytes are read when its name is first asked for. Owned by the table
/// model; its thread.
class OrganizationNames
{
public:
    /// Another store: forgets what events told. Aliases stay.
    void clear();
    /// Takes over what another one has noted of a store, instead of what was noted before. Aliases stay.
    void adoptNoted(OrganizationNames noted);
    /// Notes the organization events among the rows that were added since the last call. Returns true when a name that
    /// was already told may have changed.
    bool extend(const EventSnapshot &events);

    /// Returns true when an alias differs from before.
    bool setAliases(const EventSnapshot &events, const QHash<OrganizationId, QString> &aliases);
    /// Empty when it has none.
    QString alias(const OrganizationId &organization) const;

    /// `organization` is the snapshot's number. Empty when it has no alias and no stored event names it.
    QString name(const EventSnapshot &events, quint32 organization) const;
    /// What stored events tell, whatever the alias says.
    QString storedName(const EventSnapshot &events, quint32 organization) const;

private:
    struct Entry
    {
        std::vector<EventRow>
            tellers; ///< In stream order; nearly always the last one has the name.
        std::optional<QString> name; ///< The shown one; empty optional = not read yet.
    };

    /// Returns true when the organization's name was already told.
    bool addTeller(const EventSnapshot &events, EventRow row, quint32 organization);
    QString readName(const EventSnapshot &events, const Entry &entry) const;

    EventRow m_known = 0;
    quint16 m_knownTypes = 0;
    QHash<OrganizationId, QString> m_aliases;
    std::vector<quint8> m_isTeller; ///< By type number: an `organization.*` type.
    mutable std::vector<Entry> m_entries; ///< By organization number.
    mutable JsonDocument m_document;
};

} // namespace playhead

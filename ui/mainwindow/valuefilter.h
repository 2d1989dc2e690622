// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"

namespace playhead {

/// What "Filter by this value" and "Exclude this value" mean for one cell of the events table: organizations and what
/// has words of its own (object, actor, ids) by that, every other cell by its event's type.
class ValueFilter
{
public:
    /// `events` outlives the value, and `row` is one of its snapshot's.
    ValueFilter(const EventTableModel &events, EventRow row, EventTableModel::Column column);

    /// The filter that shows only events with this value; the other parts of the one in force stay.
    EventFilter only() const;
    /// The filter that hides events with this value. Needs canExclude().
    EventFilter without() const;
    /// A text can be looked for, not left out.
    bool canExclude() const { return m_kind != Kind::Text; }

    // For menus, with mnemonics.
    QString onlyText() const;
    QString withoutText() const;

private:
    enum class Kind {
        Type,
        Organization,
        Text
    };

    const EventTableModel &m_events;
    Kind m_kind = Kind::Type;
    QByteArray m_type;
    OrganizationId m_organization;
    QString m_text;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"
#include "model/events/filterexpression.h"

namespace playhead {

/// What "Filter by this value" and "Exclude this value" mean for one cell of the events table: types and organizations by
/// the sidebar's checks; what has words of its own (object, actor, ids) by a term of the filter language; every other
/// cell by its event's type.
class ValueFilter
{
public:
    /// `events` outlives the value, and `row` is one of its snapshot's.
    ValueFilter(const EventTableModel &events, EventRow row, EventTableModel::Column column);

    /// The filter that shows only events with this value; the other parts of the one in force stay.
    EventFilter only() const;
    /// The filter that hides events with this value.
    EventFilter without() const;

    // For menus, with mnemonics.
    QString onlyText() const;
    QString withoutText() const;

private:
    enum class Kind {
        Type,
        Organization,
        Term
    };

    const EventTableModel &m_events;
    Kind m_kind = Kind::Type;
    QByteArray m_type;
    OrganizationId m_organization;
    FilterTerm m_term;
    QString m_shown; ///< The value as the table writes it.
};

/// The term for a value at a place of an event, as JSON trees write it (`data.groups[0].name`, `id`): of a list any element
/// counts. Empty where the language has none.
std::optional<FilterTerm> termForPath(const QString &path, const QString &value);

/// The filter text with one more term that must, or must not, hold; the text itself when it says so already.
QString withTerm(const QString &text, const FilterTerm &term, bool isExcluded);

} // namespace playhead

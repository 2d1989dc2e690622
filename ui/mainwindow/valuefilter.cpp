// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/valuefilter.h"

#include <QCoreApplication>

namespace playhead {

namespace {

using Column = EventTableModel::Column;

/// As much of a value as a menu can show.
constexpr qsizetype kMostInMenu = 32;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ValueFilter)
};

bool hasWordsOfItsOwn(Column column)
{
    return column == Column::Object || column == Column::ObjectId || column == Column::Actor
           || column == Column::ClientId || column == Column::Id;
}

} // namespace

ValueFilter::ValueFilter(const EventTableModel &events, EventRow row, Column column)
    : m_events(events)
    , m_type(events.snapshot().typeName(events.snapshot().type(row)))
    , m_organization(events.snapshot().organizationId(events.snapshot().organization(row)))
{
    if (column == Column::Organization) {
        m_kind = Kind::Organization;
    } else if (const int tableRow = events.tableRowOf(row);
               hasWordsOfItsOwn(column) && tableRow >= 0) {
        m_text = events.index(tableRow, static_cast<int>(column))
                     .data(EventTableModel::FullTextRole)
                     .toString();
        m_kind = m_text.isEmpty() ? Kind::Type : Kind::Text;
    }
}

EventFilter ValueFilter::only() const
{
    EventFilter filter = m_events.filter();
    switch (m_kind) {
    case Kind::Type:
        filter.hiddenTypes.clear();
        for (const FacetCounts::TypeCount &other : m_events.facets().types) {
            filter.hiddenTypes.insert(other.name);
        }
        filter.hiddenTypes.remove(m_type);
        break;
    case Kind::Organization:
        filter.hiddenOrganizations.clear();
        for (const FacetCounts::OrganizationCount &other : m_events.facets().organizations) {
            filter.hiddenOrganizations.insert(other.id);
        }
        filter.hiddenOrganizations.remove(m_organization);
        break;
    case Kind::Text:
        filter.text = m_text;
        break;
    }
    return filter;
}

EventFilter ValueFilter::without() const
{
    EventFilter filter = m_events.filter();
    switch (m_kind) {
    case Kind::Type:
        filter.hiddenTypes.insert(m_type);
        break;
    case Kind::Organization:
        filter.hiddenOrganizations.insert(m_organization);
        break;
    case Kind::Text:
        Q_ASSERT(false);
        break;
    }
    return filter;
}

QString ValueFilter::onlyText() const
{
    switch (m_kind) {
    case Kind::Type:
        return Text::tr("Filter by This T&ype");
    case Kind::Organization:
        return Text::tr("Filter by This Or&ganization");
    case Kind::Text:
        break;
    }
    QString shown = m_text.size() > kMostInMenu ? m_text.left(kMostInMenu - 1) + u'…' : m_text;
    return Text::tr("Filter b&y \"%1\"").arg(shown.replace(u'&', QStringLiteral("&&")));
}

QString ValueFilter::withoutText() const
{
    return m_kind == Kind::Organization ? Text::tr("E&xclude This Organization")
                                        : Text::tr("E&xclude This Type");
}

} // namespace playhead

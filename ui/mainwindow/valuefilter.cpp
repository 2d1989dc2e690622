// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/valuefilter.h"

#include "model/events/filterparser.h"
#include "model/events/filterpath.h"
#include "model/events/filterprinter.h"

#include <QCoreApplication>

#include <algorithm>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

using Column = EventTableModel::Column;

/// As much of a value as a menu can show.
constexpr qsizetype kMostInMenu = 32;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ValueFilter)
};

FilterTerm termOf(FilterField field, const QString &value, FilterPath path = {})
{
    FilterTerm term;
    term.field = field;
    term.path = std::move(path);
    // A star in the value is a star.
    const bool isLiteral = value.contains(u'*') || value.contains(u'?');
    term.op = isLiteral && field != FilterField::Text ? FilterOperator::Equals
                                                      : FilterOperator::Matches;
    term.values = {{value, false, {}}};
    return term;
}

QString inMenu(QString value)
{
    value = value.size() > kMostInMenu ? value.left(kMostInMenu - 1) + u'…' : value;
    return value.replace(u'&', u"&&"_s);
}

/// What the column's word is in the filter language; empty for columns without one.
std::optional<FilterTerm> termOfCell(const EventTableModel &events, int tableRow, Column column)
{
    const auto full = [&events, tableRow](Column of) {
        return events.index(tableRow, static_cast<int>(of))
            .data(EventTableModel::FullTextRole)
            .toString();
    };
    const QString value = full(column);
    if (value.isEmpty()) {
        return std::nullopt;
    }
    if (const int number = static_cast<int>(column); events.isPathColumn(number)) {
        const QString path = events.pathColumns()[number - EventTableModel::kColumnCount];
        const bool isOneValue = !path.contains(u"[]"_s)
                                && value == events.index(tableRow, number).data().toString();
        return isOneValue ? termForPath(path, value) : std::nullopt;
    }
    switch (column) {
    case Column::Id:
        return termOf(FilterField::Id, value);
    case Column::ObjectId:
        return termOf(FilterField::Object, value);
    case Column::Object: {
        // Its id tells it from others of the same name, and finds it under an earlier one.
        const QString id = full(Column::ObjectId);
        return id.isEmpty() ? termOf(FilterField::Text, value) : termOf(FilterField::Object, id);
    }
    case Column::Actor:
        return termOf(FilterField::Actor, value);
    case Column::ClientId:
        return termOf(FilterField::Context, value, {{FilterStep::Kind::Key, u"client_id"_s, 0}});
    default:
        return std::nullopt;
    }
}

} // namespace

ValueFilter::ValueFilter(const EventTableModel &events, EventRow row, Column column)
    : m_events(events)
    , m_type(events.snapshot().typeName(events.snapshot().type(row)))
    , m_organization(events.snapshot().organizationId(events.snapshot().organization(row)))
{
    const int tableRow = events.tableRowOf(row);
    if (column == Column::Organization) {
        m_kind = Kind::Organization;
    } else if (const auto term = tableRow >= 0 ? termOfCell(events, tableRow, column)
                                               : std::nullopt) {
        m_kind = Kind::Term;
        m_term = *term;
        m_shown = events.index(tableRow, static_cast<int>(column))
                      .data(EventTableModel::FullTextRole)
                      .toString();
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
    case Kind::Term:
        filter.text = withTerm(filter.text, m_term, false);
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
    case Kind::Term:
        filter.text = withTerm(filter.text, m_term, true);
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
    case Kind::Term:
        break;
    }
    return Text::tr("Filter b&y \"%1\"").arg(inMenu(m_shown));
}

QString ValueFilter::withoutText() const
{
    switch (m_kind) {
    case Kind::Type:
        return Text::tr("E&xclude This Type");
    case Kind::Organization:
        return Text::tr("E&xclude This Organization");
    case Kind::Term:
        break;
    }
    return Text::tr("E&xclude \"%1\"").arg(inMenu(m_shown));
}

std::optional<FilterTerm> termForPath(const QString &path, const QString &value)
{
    if (path == "id"_L1) {
        return termOf(FilterField::Id, value);
    }
    if (path == "event"_L1) {
        return termOf(FilterField::Type, value);
    }
    const PathResult parsed = parseFilterPath(path);
    if (!parsed.path) {
        return std::nullopt;
    }
    FilterPath steps = parsed.path->path;
    for (FilterStep &step : steps) {
        if (step.kind == FilterStep::Kind::Element) {
            step = {FilterStep::Kind::AnyElement, {}, 0};
        }
    }
    return termOf(parsed.path->field, value, std::move(steps));
}

QString withTerm(const QString &text, const FilterTerm &term, bool isExcluded)
{
    using Kind = FilterExpression::Kind;
    FilterExpression added{Kind::Term, {}, term};
    if (isExcluded) {
        added = {Kind::Not, {added}, {}};
    }
    const QString addedText = filterText(added);
    const auto before = parseFilter(text);
    if (!before || text.trimmed().isEmpty()) {
        return addedText;
    }
    const bool isThere = *before == added
                         || (before->kind == Kind::And
                             && std::find(before->operands.begin(), before->operands.end(), added)
                                    != before->operands.end());
    if (isThere) {
        return text;
    }
    return before->kind == Kind::Or ? u'(' + text.trimmed() + u") "_s + addedText
                                    : text.trimmed() + u' ' + addedText;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/organizationlistmodel.h"

#include "ui/sidebar/rowsync.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kTailLength = 5;

QString labelOf(const FacetCounts::OrganizationCount &organization)
{
    if (organization.id.isEmpty()) {
        return OrganizationListModel::tr("No organization");
    }
    if (!organization.name.isEmpty()) {
        return organization.name;
    }
    const QString id = organization.id.toString();
    return id.size() > kTailLength ? u"…"_s + id.right(kTailLength) : id;
}

/// Names may be cut in the list, so the tip has both.
QString toolTipOf(const FacetCounts::OrganizationCount &organization)
{
    const QString id = organization.id.toString();
    return organization.name.isEmpty() ? id : QString(organization.name + u'\n' + id);
}
} // namespace

void OrganizationListModel::setOrganizations(
    const QList<FacetCounts::OrganizationCount> &organizations, const QSet<OrganizationId> &hidden)
{
    m_hidden = hidden;
    std::vector<Row> wanted;
    wanted.reserve(size_t(organizations.size()));
    for (const FacetCounts::OrganizationCount &organization : organizations) {
        wanted.push_back({organization, hidden.contains(organization.id)});
    }
    RowSync::apply(*this, {}, m_rows, std::move(wanted), [](const Row &row) {
        return row.organization.id;
    });
}

void OrganizationListModel::takeHidden(QSet<OrganizationId> hidden)
{
    if (hidden == m_hidden) {
        return;
    }
    m_hidden = std::move(hidden);
    std::vector<Row> wanted = m_rows;
    for (Row &row : wanted) {
        row.isHidden = m_hidden.contains(row.organization.id);
    }
    RowSync::apply(*this, {}, m_rows, std::move(wanted), [](const Row &row) {
        return row.organization.id;
    });
    emit hiddenOrganizationsEdited(m_hidden);
}

void OrganizationListModel::showOnly(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return;
    }
    QSet<OrganizationId> hidden = m_hidden;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const OrganizationId &id = m_rows[size_t(row)].organization.id;
        if (row == index.row()) {
            hidden.remove(id);
        } else {
            hidden.insert(id);
        }
    }
    takeHidden(std::move(hidden));
}

void OrganizationListModel::showAll()
{
    takeHidden({});
}

int OrganizationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OrganizationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return labelOf(row.organization);
    case Qt::CheckStateRole:
        return int(row.isHidden ? Qt::Unchecked : Qt::Checked);
    case Qt::ToolTipRole:
        return row.organization.id.isEmpty() ? QVariant() : toolTipOf(row.organization);
    case Qt::AccessibleTextRole:
        return tr("%1, %2 events")
            .arg(labelOf(row.organization), QLocale().toString(row.organization.count));
    case CountRole:
        return quint64(row.organization.count);
    case OrganizationIdRole:
        return row.organization.id.toString();
    case SearchTextRole:
        return QString(labelOf(row.organization) + u'\n' + row.organization.id.toString());
    default:
        return {};
    }
}

bool OrganizationListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    QSet<OrganizationId> hidden = m_hidden;
    const OrganizationId &id = m_rows[size_t(index.row())].organization.id;
    if (value.toInt() == Qt::Checked) {
        hidden.remove(id);
    } else {
        hidden.insert(id);
    }
    takeHidden(std::move(hidden));
    return true;
}

Qt::ItemFlags OrganizationListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                | Qt::ItemNeverHasChildren;
    // Editable = a person may name it.
    return m_rows[size_t(index.row())].organization.id.isEmpty() ? flags
                                                                 : flags | Qt::ItemIsEditable;
}

} // namespace playhead

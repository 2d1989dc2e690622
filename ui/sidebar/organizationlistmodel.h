// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace playhead {

/// The loaded events' organizations with counts and checks; an empty id stands for "No organization".
class OrganizationListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole, ///< quint32
        OrganizationIdRole, ///< QString; empty for "No organization"
        SearchTextRole, ///< QString: name and id, for the search field
    };

    using QAbstractListModel::QAbstractListModel;

    void setOrganizations(const QList<FacetCounts::OrganizationCount> &organizations,
                          const QSet<OrganizationId> &hidden);
    /// Checks this one and unchecks every other.
    void showOnly(const QModelIndex &index);
    void showAll();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// A person changed the checks.
    void hiddenOrganizationsEdited(const QSet<playhead::OrganizationId> &hidden);

private:
    friend struct RowSync;

    struct Row
    {
        FacetCounts::OrganizationCount organization;
        bool isHidden = false;
        bool operator==(const Row &) const = default;
    };

    void takeHidden(QSet<OrganizationId> hidden);

    std::vector<Row> m_rows;
    QSet<OrganizationId> m_hidden;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/eventtablemodel.h"

#include <QAbstractItemModel>
#include <QSet>

#include <vector>

namespace playhead {

/// The loaded types under their families, each with its count and a check: checked types are shown in the table. A
/// family's check is the common one of its types, or partial.
class TypeTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole, ///< quint32
        FamilyRole, ///< int(Family); valid for family rows only
        TypeNameRole, ///< QByteArray; valid for type rows only
    };

    /// `catalogue` outlives the model.
    explicit TypeTreeModel(const TypeCatalogue &catalogue, QObject *parent = nullptr);

    void setTypes(const QList<FacetCounts::TypeCount> &types, const QSet<QByteArray> &hidden);
    /// Checks this type, or all of this family, and unchecks every other loaded type.
    void showOnly(const QModelIndex &index);
    void showAll();
    QModelIndex familyIndex(Family family) const;
    QModelIndex typeIndex(const QByteArray &name) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// A person changed the checks. Types that are not loaded keep what the filter said of them, except by showAll().
    void hiddenTypesEdited(const QSet<QByteArray> &hidden);

private:
    friend struct RowSync;

    struct TypeRow
    {
        QByteArray name;
        QString label;
        quint32 count = 0;
        bool isHidden = false;
        bool operator==(const TypeRow &) const = default;
    };
    struct FamilyRow
    {
        Family family = Family::Other;
        std::vector<TypeRow> types;
        quint64 count() const;
        Qt::CheckState checkState() const;
    };

    int familyRow(Family family) const;
    QVariant familyData(const FamilyRow &row, int role) const;
    QVariant typeData(const TypeRow &row, int role) const;
    void syncFamily(FamilyRow &row, std::vector<TypeRow> wanted);
    void takeHidden(QSet<QByteArray> hidden);

    const TypeCatalogue &m_catalogue;
    std::vector<FamilyRow> m_families;
    QSet<QByteArray> m_hidden;
};

} // namespace playhead

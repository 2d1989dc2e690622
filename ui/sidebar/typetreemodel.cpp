// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/typetreemodel.h"

#include "ui/sidebar/rowsync.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace playhead {

namespace {
// Type rows carry their family, family rows 0, so that a type's index stays valid when families come and go.
constexpr quintptr kFamilyLevel = 0;
quintptr typeLevel(Family family)
{
    return quintptr(family) + 1;
}
Family familyOfLevel(quintptr level)
{
    return Family(int(level) - 1);
}
} // namespace

quint64 TypeTreeModel::FamilyRow::count() const
{
    quint64 sum = 0;
    for (const TypeRow &type : types) {
        sum += type.count;
    }
    return sum;
}

Qt::CheckState TypeTreeModel::FamilyRow::checkState() const
{
    const auto hidden = std::count_if(types.begin(), types.end(), [](const TypeRow &type) {
        return type.isHidden;
    });
    if (hidden == 0) {
        return Qt::Checked;
    }
    return hidden == std::ptrdiff_t(types.size()) ? Qt::Unchecked : Qt::PartiallyChecked;
}

TypeTreeModel::TypeTreeModel(const TypeCatalogue &catalogue, QObject *parent)
    : QAbstractItemModel(parent)
    , m_catalogue(catalogue)
{}

void TypeTreeModel::setTypes(const QList<FacetCounts::TypeCount> &types,
                             const QSet<QByteArray> &hidden)
{
    m_hidden = hidden;
    std::array<std::vector<TypeRow>, kFamilyCount> wanted;
    for (const FacetCounts::TypeCount &type : types) {
        const EventType *known = m_catalogue.find(type.name);
        wanted[size_t(type.family)].push_back({type.name,
                                               known ? known->label : QString::fromUtf8(type.name),
                                               type.count,
                                               hidden.contains(type.name)});
    }
    for (int i = 0; i < kFamilyCount; ++i) {
        const Family family = Family(i);
        std::vector<TypeRow> &rows = wanted[size_t(i)];
        const int at = familyRow(family);
        if (at >= 0 && rows.empty()) {
            beginRemoveRows({}, at, at);
            m_families.erase(m_families.begin() + at);
            endRemoveRows();
        } else if (at >= 0) {
            syncFamily(m_families[size_t(at)], std::move(rows));
        } else if (!rows.empty()) {
            const auto place = std::find_if(m_families.begin(),
                                            m_families.end(),
                                            [family](const FamilyRow &row) {
                                                return row.family > family;
                                            });
            const int row = int(place - m_families.begin());
            beginInsertRows({}, row, row);
            m_families.insert(place, FamilyRow{family, std::move(rows)});
            endInsertRows();
        }
    }
}

void TypeTreeModel::syncFamily(FamilyRow &row, std::vector<TypeRow> wanted)
{
    const quint64 countBefore = row.count();
    const Qt::CheckState stateBefore = row.checkState();
    const QModelIndex index = familyIndex(row.family);
    RowSync::apply(*this, index, row.types, std::move(wanted), [](const TypeRow &type) {
        return type.name;
    });
    if (row.count() != countBefore || row.checkState() != stateBefore) {
        emit dataChanged(index, index);
    }
}

void TypeTreeModel::takeHidden(QSet<QByteArray> hidden)
{
    if (hidden == m_hidden) {
        return;
    }
    m_hidden = std::move(hidden);
    for (FamilyRow &row : m_families) {
        std::vector<TypeRow> wanted = row.types;
        for (TypeRow &type : wanted) {
            type.isHidden = m_hidden.contains(type.name);
        }
        syncFamily(row, std::move(wanted));
    }
    emit hiddenTypesEdited(m_hidden);
}

void TypeTreeModel::showOnly(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return;
    }
    QSet<QByteArray> hidden = m_hidden;
    for (const FamilyRow &family : m_families) {
        for (const TypeRow &type : family.types) {
            const bool isWanted = index.internalId() == kFamilyLevel
                                      ? family.family == m_families[size_t(index.row())].family
                                      : type.name == index.data(TypeNameRole).toByteArray();
            if (isWanted) {
                hidden.remove(type.name);
            } else {
                hidden.insert(type.name);
            }
        }
    }
    takeHidden(std::move(hidden));
}

void TypeTreeModel::showAll()
{
    takeHidden({});
}

int TypeTreeModel::familyRow(Family family) const
{
    for (int row = 0; row < int(m_families.size()); ++row) {
        if (m_families[size_t(row)].family == family) {
            return row;
        }
    }
    return -1;
}

QModelIndex TypeTreeModel::familyIndex(Family family) const
{
    const int row = familyRow(family);
    return row < 0 ? QModelIndex() : createIndex(row, 0, kFamilyLevel);
}

QModelIndex TypeTreeModel::typeIndex(const QByteArray &name) const
{
    for (const FamilyRow &family : m_families) {
        for (int row = 0; row < int(family.types.size()); ++row) {
            if (family.types[size_t(row)].name == name) {
                return createIndex(row, 0, typeLevel(family.family));
            }
        }
    }
    return {};
}

QModelIndex TypeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row,
                       column,
                       parent.isValid() ? typeLevel(m_families[size_t(parent.row())].family)
                                        : kFamilyLevel);
}

QModelIndex TypeTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kFamilyLevel) {
        return {};
    }
    return familyIndex(familyOfLevel(child.internalId()));
}

int TypeTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return int(m_families.size());
    }
    if (parent.column() > 0 || parent.internalId() != kFamilyLevel) {
        return 0;
    }
    return int(m_families[size_t(parent.row())].types.size());
}

int TypeTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant TypeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (index.internalId() == kFamilyLevel) {
        return familyData(m_families[size_t(index.row())], role);
    }
    const FamilyRow &family = m_families[size_t(familyRow(familyOfLevel(index.internalId())))];
    return typeData(family.types[size_t(index.row())], role);
}

QVariant TypeTreeModel::familyData(const FamilyRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return familyLabel(row.family);
    case Qt::CheckStateRole:
        return int(row.checkState());
    case Qt::AccessibleTextRole:
        return tr("%1, %2 events").arg(familyLabel(row.family), QLocale().toString(row.count()));
    case CountRole:
        return row.count();
    case FamilyRole:
        return int(row.family);
    default:
        return {};
    }
}

QVariant TypeTreeModel::typeData(const TypeRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return row.label;
    case Qt::CheckStateRole:
        return int(row.isHidden ? Qt::Unchecked : Qt::Checked);
    case Qt::ToolTipRole:
        return QString::fromUtf8(row.name);
    case Qt::AccessibleTextRole:
        return tr("%1, %2 events").arg(QString::fromUtf8(row.name), QLocale().toString(row.count));
    case CountRole:
        return quint64(row.count);
    case TypeNameRole:
        return row.name;
    default:
        return {};
    }
}

bool TypeTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    QSet<QByteArray> hidden = m_hidden;
    const bool isShown = value.toInt() == Qt::Checked;
    const auto take = [&hidden, isShown](const QByteArray &name) {
        if (isShown) {
            hidden.remove(name);
        } else {
            hidden.insert(name);
        }
    };
    if (index.internalId() == kFamilyLevel) {
        for (const TypeRow &type : m_families[size_t(index.row())].types) {
            take(type.name);
        }
    } else {
        take(index.data(TypeNameRole).toByteArray());
    }
    takeHidden(std::move(hidden));
    return true;
}

Qt::ItemFlags TypeTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
}

} // namespace playhead

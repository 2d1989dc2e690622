// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/commonfieldsview.h"

#include "ui/detail/jsontreedelegate.h"
#include "ui/detail/jsontreemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace playhead {

using Column = JsonTreeModel::Column;

void CommonFieldsModel::setFields(const QList<CommonFields::Field> &fields)
{
    beginResetModel();
    m_fields = fields;
    endResetModel();
}

void CommonFieldsModel::setOrganizationNames(std::function<QString(const OrganizationId &)> nameOf)
{
    m_nameOf = std::move(nameOf);
}

int CommonFieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int CommonFieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant CommonFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CommonFields::Field &field = m_fields[index.row()];
    const bool isKey = Column(index.column()) == Column::Key;
    if (role == JsonTreeModel::PathRole || (role == Qt::DisplayRole && isKey)) {
        return field.path;
    }
    const JsonNode node({}, field.value);
    switch (role) {
    case Qt::DisplayRole:
        return JsonTreeModel::shownValue(node, node.childCount());
    case JsonTreeModel::JsonTypeRole:
        return int(node.type());
    case JsonTreeModel::InstantRole:
        return JsonTreeModel::instantOf(node);
    case JsonTreeModel::OrganizationNameRole:
        return JsonTreeModel::organizationNameOf(node, m_nameOf);
    case JsonTreeModel::ValueTextRole:
        return JsonTreeModel::wholeValue(node);
    default:
        return {};
    }
}

QVariant CommonFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return Column(section) == Column::Key ? tr("Field") : tr("Value");
}

CommonFieldsView::CommonFieldsView(const Clock &clock, QWidget *parent)
    : QTreeView(parent)
    , m_fields(new CommonFieldsModel(this))
    , m_delegate(new JsonTreeDelegate(clock, this))
{
    setAccessibleName(tr("Common fields"));
    setObjectName(u"commonFields"_s);
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(m_delegate);
    setModel(m_fields);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(0, QHeaderView::Fixed);
}

void CommonFieldsView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(
            currentIndex().data(JsonTreeModel::ValueTextRole).toString());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void CommonFieldsView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    header()->resizeSection(0, width() / 2);
}

} // namespace playhead

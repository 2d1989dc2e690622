// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/core/ids.h"
#include "model/events/commonfields.h"

#include <QAbstractTableModel>
#include <QTreeView>

#include <functional>

namespace playhead {

class Clock;
class JsonTreeDelegate;

/// The fields that several events share, with the roles of JsonTreeModel, so that the tree's delegate paints them.
class CommonFieldsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setFields(const QList<CommonFields::Field> &fields);
    void setOrganizationNames(std::function<QString(const OrganizationId &)> nameOf);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<CommonFields::Field> m_fields;
    std::function<QString(const OrganizationId &)> m_nameOf;
};

/// The table of them. Ctrl+C copies the current value.
class CommonFieldsView : public QTreeView
{
    Q_OBJECT

public:
    /// `clock` outlives the view.
    explicit CommonFieldsView(const Clock &clock, QWidget *parent = nullptr);

    CommonFieldsModel &fields() { return *m_fields; }
    JsonTreeDelegate &delegate() { return *m_delegate; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    CommonFieldsModel *m_fields;
    JsonTreeDelegate *m_delegate;
};

} // namespace playhead

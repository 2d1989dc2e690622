// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include "model/events/typecatalogue.h"
#include "ui/mainwindow/pickerbutton.h"

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace playhead {

/// Picks the types that are asked for: a tree of families with checks and a search. The choice is handed on when the
/// popup closes. Nothing checked means the same as everything: all types.
class TypesPicker : public PickerButton
{
    Q_OBJECT

public:
    explicit TypesPicker(const TypeCatalogue &catalogue, QWidget *parent = nullptr);

    /// Empty = all types. Types that the catalogue does not list are kept, under "Other".
    void setTypes(const QList<QByteArray> &types);

signals:
    void picked(const QList<QByteArray> &types); ///< Sorted; empty = all types.

private:
    void fill();
    void search(const QString &text);
    void setAllChecked(bool isChecked);
    void takeOver();
    QList<QByteArray> checkedTypes() const;
    QTreeWidgetItem *addType(const EventType &type);

    const TypeCatalogue &m_catalogue;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    QList<QTreeWidgetItem *> m_families; ///< By Family.
    QList<QByteArray> m_types;
};

} // namespace playhead

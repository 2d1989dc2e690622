// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>

namespace playhead {

/// The columns of a log: titles over them, numbers at the right, what screen readers say. What stands in the rows is the derived
/// model's. Window's thread.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    LogModel(int columnCount, QObject *parent);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    virtual QString title(int column) const = 0;
    virtual bool isNumberAt(int column) const = 0; ///< Stands at the right.
    virtual QString cellText(int row, int column) const = 0;
    virtual QString cellToolTip(int row, int column) const = 0; ///< Plain text; empty = none.
    virtual QString cellSpoken(int row,
                               int column) const; ///< For screen readers; the text unless told.
    virtual QVariant factAt(int row, int role) const = 0; ///< For roles from Qt::UserRole on.

private:
    Qt::Alignment alignmentAt(int column) const;

    const int m_columnCount;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QTableView>

namespace playhead {

/// A short table in a dialog: whole rows are chosen, one at a time; texts stand under the titles of their columns, those of
/// the main column in the text colour and the others quieter.
class PlainTable : public QTableView
{
    Q_OBJECT

public:
    /// `widths` in the design's px for the columns but the last, which takes the rest; `rows` are seen at once.
    PlainTable(QAbstractItemModel *model,
               int mainColumn,
               const QList<int> &widths,
               int rows,
               QWidget *parent = nullptr);

    /// The chosen row; -1 = none.
    int chosenRow() const;
};

} // namespace playhead

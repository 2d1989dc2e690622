// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QTableView;

namespace playhead {

/// Grey bars in the place of events that are still to come, beneath the table's rows. Lies over the table's viewport and
/// lets the mouse through; not for screen readers, whom the message strip tells.
class SkeletonRows : public QWidget
{
    Q_OBJECT

public:
    /// A child of `table`'s viewport.
    explicit SkeletonRows(QTableView *table);

    void setWanted(bool isWanted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    QTableView *m_table;
    bool m_isWanted = false;
};

} // namespace playhead

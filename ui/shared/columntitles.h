// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHeaderView>

namespace playhead {

/// The quiet titles over the columns of a list in a dialog: each stands over the texts of its column, by the alignment of
/// the model's header, else at the left.
class ColumnTitles : public QHeaderView
{
    Q_OBJECT

public:
    /// `left` and `right`: the insets of the cells, in pixels.
    ColumnTitles(int left, int right, QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    int m_left;
    int m_right;
};

} // namespace playhead

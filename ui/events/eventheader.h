// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHeaderView>

class QMenu;

namespace playhead {

/// The header of the events table: names, a small mark on the sorted column, and a menu that shows, hides and resets
/// columns. The gutter stays first and visible.
class EventHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit EventHeader(QWidget *parent = nullptr);

    /// Widths, order and visibility of the design, grown with the font; needs a model.
    void resetColumns();
    /// From 1900 px the id's column is wider, unless a person sized it.
    void setWide(bool isWide);
    /// Order, widths and visible columns; false, and nothing changed, when the bytes are not from this version.
    QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state);
    /// Fills `menu` with one entry a column and "Reset columns".
    void fillMenu(QMenu *menu);

signals:
    void columnsEdited(); ///< A person moved, sized, showed or hid a column.

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void stretchSummary();
    QString columnName(int section) const;
    int defaultWidth(int section) const;
    bool m_isWide = false;
    bool m_isResetting = false;
};

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHeaderView>

#include <optional>

class QMenu;

namespace playhead {

class EventTableModel;

/// The header of the events table: names, a small mark on the sorted column, and a menu that shows, hides, adds, removes
/// and resets columns. The gutter stays first and visible.
class EventHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit EventHeader(QWidget *parent = nullptr);

    /// Widths, order and visibility of the design, grown with the font, without added columns; needs a model, which is an
    /// EventTableModel.
    void resetColumns();
    /// From 1900 px the id's column is wider, unless a person sized it.
    void setWide(bool isWide);
    /// Order, widths, visible and added columns; false, and nothing changed, when the bytes are not from this version.
    QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state);
    /// Fills `menu` with one entry a column and what can be done with columns.
    void fillMenu(QMenu *menu);
    /// Adds the column of this path and shows it; the one that there is already is shown again. Returns the column; empty
    /// when the path cannot be read.
    std::optional<int> addPathColumn(const QString &path);
    void removePathColumn(int section);

signals:
    void columnsEdited(); ///< A person moved, sized, showed, hid, added or removed a column.
    void pathRequested(); ///< A column shall be added: of which path?

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    EventTableModel &events() const;
    void stretchSummary();
    void fillRemoveMenu(QMenu *menu);
    bool setPaths(const QStringList &paths);
    QString columnName(int section) const;
    int defaultWidth(int section) const;
    bool m_isWide = false;
    bool m_isResetting = false;
};

} // namespace playhead

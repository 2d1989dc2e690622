// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/plaintable.h"

#include "ui/shared/columntitles.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace playhead {

namespace {
constexpr int kRow = 25;
constexpr int kInset = 10;

class PlainDelegate : public QStyledItemDelegate
{
public:
    PlainDelegate(int mainColumn, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_mainColumn(mainColumn)
    {}

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, t.selection);
        }
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          t.hair);
        const QRect rect = option.rect.adjusted(kInset, 0, -4, -1);
        painter->setFont(uiFont(12));
        painter->setPen(index.column() == m_mainColumn ? t.text : t.text2);
        painter->drawText(rect,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                            Qt::ElideRight,
                                                            rect.width()));
    }

private:
    int m_mainColumn;
};
} // namespace

PlainTable::PlainTable(
    QAbstractItemModel *model, int mainColumn, const QList<int> &widths, int rows, QWidget *parent)
    : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalHeader(new ColumnTitles(kInset, 4, this));
    setModel(model);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(scaledPx(kRow));
    verticalHeader()->setDefaultSectionSize(scaledPx(kRow));
    setItemDelegate(new PlainDelegate(mainColumn, this));
    horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < widths.size(); ++column) {
        setColumnWidth(column, scaledPx(widths[column]));
    }
    setMinimumHeight(horizontalHeader()->height() + rows * scaledPx(kRow));
}

int PlainTable::chosenRow() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

} // namespace playhead

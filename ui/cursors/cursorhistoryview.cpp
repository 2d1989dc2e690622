// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/cursorhistoryview.h"

#include "ui/cursors/cursorhistorymodel.h"
#include "ui/shared/columntitles.h"
#include "ui/shared/dialogparts.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kRow = 25;
constexpr int kRows = 5;
constexpr int kCellInset = 10;
constexpr int kTimeWidth = 108;
constexpr int kChangeWidth = 264;

/// Texts of the history stand under the titles of their columns; what was said as a reason is quieter.
class HistoryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

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
        const QRect rect = option.rect.adjusted(kCellInset, 0, -4, -1);
        painter->setFont(uiFont(12));
        painter->setPen(index.column() == int(CursorHistoryModel::Column::Change) ? t.text
                                                                                  : t.text2);
        painter->drawText(rect,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                            Qt::ElideRight,
                                                            rect.width()));
    }
};

void setUpView(QTableView *view, QAbstractItemModel *model)
{
    view->setFrameShape(QFrame::NoFrame);
    view->setAccessibleName(CursorHistoryView::tr("History"));
    view->setObjectName(u"history"_s);
    view->setHorizontalHeader(new ColumnTitles(kCellInset, 4, view));
    view->setModel(model);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setMinimumSectionSize(scaledPx(kRow));
    view->verticalHeader()->setDefaultSectionSize(scaledPx(kRow));
    view->setItemDelegate(new HistoryDelegate(view));
    view->horizontalHeader()->setStretchLastSection(true);
    view->setColumnWidth(int(CursorHistoryModel::Column::Time), scaledPx(kTimeWidth));
    view->setColumnWidth(int(CursorHistoryModel::Column::Change), scaledPx(kChangeWidth));
    view->setMinimumHeight(view->horizontalHeader()->height() + kRows * scaledPx(kRow));
}
} // namespace

CursorHistoryView::CursorHistoryView(const QTimeZone &zone, Instant now, QWidget *parent)
    : QWidget(parent)
    , m_model(new CursorHistoryModel(zone, now, this))
    , m_view(new QTableView(this))
    , m_restore(new QPushButton(icon(u"history"_s), tr("Restore…"), this))
{
    setUpView(m_view, m_model);
    m_restore->setObjectName(u"restore"_s);
    m_restore->setAutoDefault(false);
    m_restore->setFont(uiFont(12, QFont::Medium));
    m_restore->setToolTip(tr("Move the cursor to the place of the selected entry, with a preview"));
    auto *head = new QHBoxLayout;
    head->addWidget(groupTitle(tr("History"), this));
    head->addStretch(1);
    head->addWidget(m_restore);
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_view);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(6);
    box->addLayout(head);
    box->addWidget(card, 1);
    connect(m_view->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &CursorHistoryView::enable);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        const QModelIndexList rows = m_view->selectionModel()->selectedRows();
        if (!rows.isEmpty()) {
            emit restoreRequested(m_model->entryAt(rows.first().row()));
        }
    });
    enable();
}

void CursorHistoryView::setEntries(const QList<CursorHistoryEntry> &entries)
{
    m_model->setEntries(entries);
    enable();
}

void CursorHistoryView::setStanding(const CursorPosition &position)
{
    m_standing = position;
    enable();
}

void CursorHistoryView::focusList()
{
    m_view->setFocus();
    m_view->selectRow(0);
}

void CursorHistoryView::enable()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    m_restore->setEnabled(!rows.isEmpty()
                          && m_model->entryAt(rows.first().row()).after.position != m_standing);
}

} // namespace playhead

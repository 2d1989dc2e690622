// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/shared/logtable.h"

#include "ui/shared/columntitles.h"
#include "ui/shared/icons.h"
#include "ui/shared/logdelegate.h"
#include "ui/shared/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace playhead {

using namespace Qt::StringLiterals;

LogTable::LogTable(QAbstractItemModel &model, LogColumns columns, QWidget *parent)
    : QTableView(parent)
    , m_columns(std::move(columns))
    , m_newest(new QPushButton(icon(u"chev-down"_s), {}, this))
{
    setUpTable(model);
    m_newest->setObjectName(u"newRequests"_s);
    m_newest->hide();
    connect(m_newest, &QPushButton::clicked, this, [this] {
        goToNewest();
        setFocus();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogTable::scrolled);
    const auto begins = [this] { m_isChanging = true; };
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, begins);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, begins);
    connect(&model,
            &QAbstractItemModel::rowsRemoved,
            this,
            [this](const QModelIndex &, int first, int last) { removed(last - first + 1); });
    connect(&model,
            &QAbstractItemModel::rowsInserted,
            this,
            [this](const QModelIndex &, int first, int last) { inserted(last - first + 1); });
    connect(&model, &QAbstractItemModel::modelReset, this, &LogTable::goToNewest);
}

void LogTable::setLogDelegate(LogDelegate *delegate)
{
    delegate->setParent(this);
    setItemDelegate(delegate);
}

void LogTable::setUpTable(QAbstractItemModel &model)
{
    setHorizontalHeader(new ColumnTitles(kLogCellInset, kLogCellInset, this));
    horizontalHeader()->setMinimumSectionSize(32);
    setModel(&model);
    setFrameShape(NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(scaledPx(kLogRow));
    verticalHeader()->setDefaultSectionSize(scaledPx(kLogRow));
    for (size_t column = 0; column < m_columns.widths.size(); ++column) {
        setColumnWidth(int(column), scaledPx(m_columns.widths[column]));
    }
}

void LogTable::scrolled()
{
    if (!m_isChanging) {
        m_isFollowing = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
        m_unseen = m_isFollowing ? 0 : m_unseen;
        showButton();
    }
}

void LogTable::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    if (currentIndex().isValid() && currentIndex().row() <= last) {
        selectionModel()->clear(); // Else the view would select another request in its stead.
    }
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

void LogTable::removed(int count)
{
    // What is looked at stays in its place, as long as it is there. Its place is read before the scroll bar's range shrinks, which
    // moves it.
    const int place = verticalScrollBar()->value();
    updateGeometries();
    if (m_isFollowing) {
        scrollToBottom();
    } else {
        verticalScrollBar()->setValue(place - count * verticalHeader()->defaultSectionSize());
    }
    m_isChanging = false;
}

void LogTable::inserted(int count)
{
    updateGeometries(); // The scroll bar's range, which the view sets later by itself.
    if (m_isFollowing) {
        scrollToBottom();
    } else {
        m_unseen += count;
    }
    m_isChanging = false;
    showButton();
}

void LogTable::goToNewest()
{
    m_isChanging = false;
    m_isFollowing = true;
    m_unseen = 0;
    scrollToBottom();
    showButton();
}

void LogTable::showButton()
{
    m_newest->setVisible(m_unseen > 0);
    if (m_unseen > 0) {
        m_newest->setText(m_unseen == 1 ? tr("1 new request")
                                        : tr("%1 new requests").arg(QLocale().toString(m_unseen)));
        m_newest->resize(m_newest->sizeHint());
        const QRect area = viewport()->geometry();
        m_newest->move(area.left() + (area.width() - m_newest->width()) / 2,
                       area.bottom() - m_newest->height() - 10);
        m_newest->raise();
    }
}

void LogTable::sizeColumns()
{
    int others = 0;
    for (int column = 0; column < int(m_columns.widths.size()); ++column) {
        others += column == m_columns.stretching ? 0 : columnWidth(column);
    }
    setColumnWidth(m_columns.stretching,
                   std::max(scaledPx(m_columns.leastStretched), viewport()->width() - others));
}

void LogTable::keyPressEvent(QKeyEvent *event)
{
    QTableView::keyPressEvent(event);
    // While it follows, the current row may be far away; a key that leaves it where it is goes back to it all the same.
    const int key = event->key();
    if (key == Qt::Key_Home || key == Qt::Key_End || key == Qt::Key_Up || key == Qt::Key_Down) {
        scrollTo(currentIndex());
    }
}

void LogTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    sizeColumns();
    if (m_isFollowing) {
        scrollToBottom();
    }
    showButton();
}

} // namespace playhead

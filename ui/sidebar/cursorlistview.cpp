// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/cursorlistview.h"

#include "ui/shared/icons.h"
#include "ui/sidebar/cursorlistmodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kMostRows = 5;

qint64 cursorIdOf(const QModelIndex &index)
{
    return index.data(CursorListModel::CursorIdRole).toLongLong();
}
} // namespace

CursorListView::CursorListView(QWidget *parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        emit activateRequested(cursorIdOf(index));
    });
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        emit editRequested(cursorIdOf(index));
    });
}

void CursorListView::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &QWidget::updateGeometry);
}

QSize CursorListView::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return {200, qMin(rows, kMostRows) * itemDelegate()->sizeHint({}, {}).height()};
}

QSize CursorListView::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void CursorListView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            emit activateRequested(cursorIdOf(index));
            return;
        case Qt::Key_F2:
            emit editRequested(cursorIdOf(index));
            return;
        case Qt::Key_Delete:
            emit deleteRequested(cursorIdOf(index));
            return;
        default:
            break;
        }
    }
    QListView::keyPressEvent(event);
}

void CursorListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKeyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    const qint64 id = cursorIdOf(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *activate = menu->addAction(tr("Make Active"), this, [this, id] {
        emit activateRequested(id);
    });
    activate->setEnabled(!index.data(CursorListModel::IsActiveRole).toBool());
    menu->addSeparator();
    menu->addAction(icon(u"rewind"_s), tr("Rewind…"), this, [this, id] {
        emit rewindRequested(id);
    });
    menu->addAction(icon(u"edit"_s), tr("Edit…"), QKeySequence(Qt::Key_F2), this, [this, id] {
        emit editRequested(id);
    });
    menu->addAction(icon(u"history"_s), tr("History…"), this, [this, id] {
        emit historyRequested(id);
    });
    if (index.data(CursorListModel::IsLostRole).toBool()) {
        menu->addAction(icon(u"playhead"_s), tr("Recover…"), this, [this, id] {
            emit recoverRequested(id);
        });
    }
    QAction *move = menu->addAction(tr("Move to Selection…"), this, [this, id] {
        emit moveToSelectionRequested(id);
    });
    move->setEnabled(m_hasSelection);
    QAction *copy = menu->addAction(icon(u"copy"_s), tr("Copy Event ID"), this, [this, id] {
        emit copyIdRequested(id);
    });
    copy->setEnabled(!index.data(CursorListModel::EventIdRole).toString().isEmpty());
    emit menuOpening(menu, id);
    menu->addSeparator();
    menu->addAction(icon(u"trash"_s), tr("Delete"), QKeySequence(Qt::Key_Delete), this, [this, id] {
        emit deleteRequested(id);
    });
    menu->popup(isKeyboard ? viewport()->mapToGlobal(visualRect(index).center())
                           : event->globalPos());
}

} // namespace playhead

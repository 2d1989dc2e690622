// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/cursorlistview.h"

#include "ui/shared/icons.h"
#include "ui/sidebar/cursordelegate.h"
#include "ui/sidebar/cursorlistmodel.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

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

QMenu *CursorListView::makeMenu(const QModelIndex &cursor)
{
    const qint64 id = cursorIdOf(cursor);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu, id](const QString &iconName,
                                      const QString &text,
                                      void (CursorListView::*order)(qint64),
                                      const QKeySequence &keys = {}) {
        QAction *action = menu->addAction(text, this, [this, id, order] {
            emit(this->*order)(id);
        });
        if (!iconName.isEmpty()) {
            action->setIcon(icon(iconName));
        }
        action->setShortcut(keys);
        return action;
    };
    add({}, tr("Make Active"), &CursorListView::activateRequested)
        ->setEnabled(!cursor.data(CursorListModel::IsActiveRole).toBool());
    menu->addSeparator();
    add(u"rewind"_s, tr("Rewind…"), &CursorListView::rewindRequested);
    add({}, tr("Move to Selection…"), &CursorListView::moveToSelectionRequested)
        ->setEnabled(m_hasSelection);
    if (cursor.data(CursorListModel::IsLostRole).toBool()) {
        add(u"playhead"_s, tr("Recover…"), &CursorListView::recoverRequested);
    }
    menu->addSeparator();
    add(u"edit"_s, tr("Rename or Edit…"), &CursorListView::editRequested, Qt::Key_F2);
    add(u"history"_s, tr("History…"), &CursorListView::historyRequested);
    add(u"save"_s, tr("Save Position As…"), &CursorListView::savePlaceRequested);
    add({}, tr("Duplicate…"), &CursorListView::duplicateRequested);
    const bool hasEvent = !cursor.data(CursorListModel::EventIdRole).toString().isEmpty();
    add(u"copy"_s,
        hasEvent ? tr("Copy Event ID") : tr("Copy Time"),
        &CursorListView::copyIdRequested);
    emit menuOpening(menu, id);
    menu->addSeparator();
    add(u"trash"_s, tr("Delete"), &CursorListView::deleteRequested, Qt::Key_Delete);
    return menu;
}

void CursorListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKeyboard ? currentIndex() : indexAt(event->pos());
    if (index.isValid()) {
        makeMenu(index)->popup(isKeyboard ? viewport()->mapToGlobal(visualRect(index).center())
                                          : event->globalPos());
    }
}

bool CursorListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto *texts = qobject_cast<const CursorDelegate *>(itemDelegate());
        const QModelIndex index = indexAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           texts && index.isValid() ? texts->tipText(index) : QString(),
                           viewport(),
                           visualRect(index));
        return true;
    }
    return QListView::viewportEvent(event);
}

} // namespace playhead

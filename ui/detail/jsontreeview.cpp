// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsontreeview.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kIndentation = 16;
constexpr int kBranchIcon = 14;
constexpr int kKeyWidth = 186;
// Levels that open by themselves, and the largest object that does below the first.
constexpr int kOpenLevels = 2;
constexpr int kMostKeysOpened = 12;
constexpr int kMostKeysVisited = 100;
constexpr int kDeepestNoted = 4;
} // namespace

JsonTreeView::JsonTreeView(QWidget *parent)
    : QTreeView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(kIndentation);
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        noteOpen(index, true);
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        noteOpen(index, false);
    });
}

void JsonTreeView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(0, QHeaderView::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { openFirstLevels({}, 1); });
}

void JsonTreeView::openFirstLevels(const QModelIndex &parent, int level)
{
    const QScopedValueRollback opening(m_isOpening, true);
    for (int row = 0; row < model()->rowCount(parent); ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        if (!model()->hasChildren(index)) {
            continue;
        }
        const bool isObject = index.data(JsonTreeModel::JsonTypeRole).toInt()
                              == int(JsonValue::Type::Object);
        const QString path = index.data(JsonTreeModel::PathRole).toString();
        const qsizetype children = index.data(JsonTreeModel::ChildCountRole).toLongLong();
        const bool isOpen = isObject && level <= kOpenLevels
                            && (level == 1 || children <= kMostKeysOpened);
        if (!m_openByPath.value(path, isOpen)) {
            continue;
        }
        expand(index);
        if (level < kDeepestNoted && children <= kMostKeysVisited) {
            openFirstLevels(index, level + 1);
        }
    }
}

void JsonTreeView::noteOpen(const QModelIndex &index, bool isOpen)
{
    if (!m_isOpening) {
        m_openByPath.insert(index.data(JsonTreeModel::PathRole).toString(), isOpen);
    }
}

void JsonTreeView::copyPath()
{
    QGuiApplication::clipboard()->setText(currentIndex().data(JsonTreeModel::PathRole).toString());
}

void JsonTreeView::copyValue()
{
    QGuiApplication::clipboard()->setText(
        currentIndex().data(JsonTreeModel::ValueTextRole).toString());
}

void JsonTreeView::copyJson()
{
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(currentIndex().data(JsonTreeModel::JsonTextRole).toByteArray()));
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        copyValue();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKeyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy Value"),
                    QKeySequence(QKeySequence::Copy),
                    this,
                    &JsonTreeView::copyValue);
    menu->addAction(tr("Copy Path"), this, &JsonTreeView::copyPath);
    menu->addAction(tr("Copy JSON"), this, &JsonTreeView::copyJson);
    menu->addSeparator();
    menu->addAction(tr("Expand All Below"), this, [this] {
        expandRecursively(currentIndex(), kDeepestNoted);
    });
    menu->addAction(tr("Collapse"), this, [this] { collapse(currentIndex()); });
    menu->popup(isKeyboard ? viewport()->mapToGlobal(visualRect(index).center())
                           : event->globalPos());
}

void JsonTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    header()->resizeSection(0, qMin(kKeyWidth, viewport()->width() * 12 / 25));
}

void JsonTreeView::drawBranches(QPainter *painter,
                                const QRect &rect,
                                const QModelIndex &index) const
{
    if (selectionModel()->isSelected(index)) {
        painter->fillRect(rect, tokens().selection);
    }
    if (!model()->hasChildren(index)) {
        return;
    }
    const QRect box(rect.right() - kBranchIcon + 5,
                    rect.center().y() - kBranchIcon / 2 + 1,
                    kBranchIcon,
                    kBranchIcon);
    icon(isExpanded(index) ? u"chev-down"_s : u"chev-right"_s).paint(painter, box);
}

} // namespace playhead

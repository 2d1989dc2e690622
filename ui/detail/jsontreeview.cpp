// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsontreeview.h"

#include "model/events/filterpath.h"
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
constexpr int kBranchIcon = 12;
constexpr int kKeyWidth = 186;
constexpr int kLeastKey = 108;
constexpr int kLeastValue = 120;
// Levels that open by themselves, and the largest object that does below the first.
constexpr int kOpenLevels = 2;
constexpr int kMostKeysOpened = 12;
constexpr int kMostKeysVisited = 100;
constexpr int kDeepestNoted = 4;
constexpr int kMostOpenedBelow = 500;
constexpr qsizetype kLongestFiltered = 500;

/// 1 for the first rows.
int levelOf(const QModelIndex &index)
{
    int level = 0;
    for (QModelIndex at = index; at.isValid(); at = at.parent()) {
        ++level;
    }
    return level;
}

/// The path of a column that shows such values of every event: of any element where this one stands in a list. Empty for
/// what the table shows anyway (id, type, time).
QString columnPath(const QString &path)
{
    PathResult read = parseFilterPath(path);
    if (!read.path) {
        return {};
    }
    for (FilterStep &step : read.path->path) {
        if (step.kind == FilterStep::Kind::Element) {
            step = {FilterStep::Kind::AnyElement, {}, 0};
        }
    }
    return filterPathText(read.path->field, read.path->path);
}

const QKeySequence kCopyPath(Qt::CTRL | Qt::ALT | Qt::Key_C);
const QKeySequence kCopyJson(Qt::CTRL | Qt::ALT | Qt::Key_J);
} // namespace

JsonTreeView::JsonTreeView(QWidget *parent)
    : QTreeView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(scaledPx(kIndentation));
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        noteOpen(index, true);
        if (!m_isExpandingBelow) {
            fitKeys(levelOf(index));
        }
    });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(JsonTreeModel::IsRestRole).toBool()) {
            act(index);
        }
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
    header()->setMinimumSectionSize(kLeastValue);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_deepest = 0;
        fitKeys(0);
        openFirstLevels({}, 1);
        emit currentRowChanged({});
    });
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
    if (!m_isOpening && levelOf(index) <= kDeepestNoted) {
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

void JsonTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentRowChanged(current);
}

/// Enter: opens, closes, or asks for more.
void JsonTreeView::act(const QModelIndex &index)
{
    if (index.data(JsonTreeModel::IsRestRole).toBool()) {
        const int row = index.row();
        const QModelIndex parent = index.parent();
        static_cast<JsonTreeModel *>(model())->showMore(index);
        setCurrentIndex(model()->index(row, 0, parent));
    } else {
        setExpanded(index, !isExpanded(index));
    }
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex().siblingAtColumn(0);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!index.isValid()) {
        QTreeView::keyPressEvent(event);
    } else if (event->matches(QKeySequence::Copy)) {
        copyValue();
    } else if (QKeySequence(event->keyCombination()) == kCopyPath) {
        copyPath();
    } else if (QKeySequence(event->keyCombination()) == kCopyJson) {
        copyJson();
    } else if (isEnter && event->modifiers() == Qt::NoModifier) {
        act(index);
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void JsonTreeView::expandBelow()
{
    const QScopedValueRollback expanding(m_isExpandingBelow, true);
    scheduleDelayedItemsLayout(); // one layout for all of them
    std::vector<QModelIndex> level{currentIndex().siblingAtColumn(0)};
    int depth = levelOf(level.front()) - 1;
    for (int opened = 0; !level.empty() && opened < kMostOpenedBelow; ++depth) {
        std::vector<QModelIndex> next;
        for (const QModelIndex &index : level) {
            if (opened == kMostOpenedBelow || !model()->hasChildren(index)) {
                continue;
            }
            ++opened;
            model()->fetchMore(index);
            expand(index);
            for (int row = 0; row < model()->rowCount(index); ++row) {
                const QModelIndex child = model()->index(row, 0, index);
                if (int(next.size()) < kMostOpenedBelow && model()->hasChildren(child)) {
                    next.push_back(child);
                }
            }
        }
        level = std::move(next);
    }
    fitKeys(depth);
}

/// Deep rows keep room for their keys: the view scrolls sideways then.
void JsonTreeView::fitKeys(int level)
{
    m_deepest = qMax(m_deepest, level);
    const int plain = qMin(kKeyWidth, width() * 12 / 25);
    header()->resizeSection(0, qMax(plain, (m_deepest + 1) * indentation() + kLeastKey));
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKeyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || index.data(JsonTreeModel::IsRestRole).toBool()) {
        return;
    }
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(isKeyboard ? viewport()->mapToGlobal(visualRect(index).center())
                           : event->globalPos());
}

void JsonTreeView::fillMenu(QMenu *menu)
{
    const QModelIndex index = currentIndex();
    menu->addAction(tr("Copy Value"),
                    QKeySequence(QKeySequence::Copy),
                    this,
                    &JsonTreeView::copyValue);
    menu->addAction(tr("Copy Path"), kCopyPath, this, &JsonTreeView::copyPath);
    menu->addAction(tr("Copy JSON"), kCopyJson, this, &JsonTreeView::copyJson);
    addValueFilters(menu, index.siblingAtColumn(0));
    menu->addSeparator();
    const QString column = columnPath(index.data(JsonTreeModel::PathRole).toString());
    QAction *add = menu->addAction(tr("Add Column from Path"), this, [this, column] {
        emit columnRequested(column);
    });
    add->setEnabled(!column.isEmpty());
    if (model()->hasChildren(index.siblingAtColumn(0))) {
        menu->addSeparator();
        menu->addAction(tr("Expand Below"), this, &JsonTreeView::expandBelow);
        menu->addAction(tr("Collapse"), this, [this] {
            collapse(currentIndex().siblingAtColumn(0));
        });
    }
}

/// For what the filter language can name: short values of data and context, the event's id and type.
void JsonTreeView::addValueFilters(QMenu *menu, const QModelIndex &index)
{
    const QString path = index.data(JsonTreeModel::PathRole).toString();
    const QString value = index.data(JsonTreeModel::ValueTextRole).toString();
    const auto type = JsonValue::Type(index.data(JsonTreeModel::JsonTypeRole).toInt());
    const bool isScalar = type != JsonValue::Type::Object && type != JsonValue::Type::Array;
    const bool hasWord = path == u"id" || path == u"event" || parseFilterPath(path).path;
    if (!isScalar || !hasWord || value.size() > kLongestFiltered || value.contains(u'\n')) {
        return;
    }
    menu->addSeparator();
    menu->addAction(tr("Filter by This Value"), this, [this, path, value] {
        emit valueFilterRequested(path, value, false);
    });
    menu->addAction(tr("Exclude This Value"), this, [this, path, value] {
        emit valueFilterRequested(path, value, true);
    });
}

void JsonTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitKeys(0);
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
    const int side = scaledPx(kBranchIcon);
    const QRect box(rect.right() - side + 5, rect.center().y() - side / 2 + 1, side, side);
    icon(isExpanded(index) ? u"chev-down"_s : u"chev-right"_s).paint(painter, box);
}

} // namespace playhead

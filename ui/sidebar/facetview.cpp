// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/facetview.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kBranchWidth = 19;
constexpr int kBranchIcon = 12;
constexpr int kMinimumRows = 8;
} // namespace

FacetView::FacetView(QWidget *parent)
    : QTreeView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setExpandsOnDoubleClick(false);
    setIndentation(scaledPx(kBranchWidth));
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    header()->setStretchLastSection(true);
    // The pane's ground shows through.
    viewport()->setAutoFillBackground(false);
    connect(this, &QTreeView::expanded, this, &QWidget::updateGeometry);
    connect(this, &QTreeView::collapsed, this, &QWidget::updateGeometry);
}

void FacetView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
}

QSize FacetView::sizeHint() const
{
    int rows = 0;
    if (model()) {
        rows = model()->rowCount();
        for (int row = 0; row < model()->rowCount() && rootIsDecorated(); ++row) {
            const QModelIndex index = model()->index(row, 0);
            rows += isExpanded(index) ? model()->rowCount(index) : 0;
        }
    }
    const int rowHeight = itemDelegate()->sizeHint({}, {}).height();
    return {200, qMin(rows, m_mostHintRows) * rowHeight};
}

QSize FacetView::minimumSizeHint() const
{
    const int rowHeight = itemDelegate()->sizeHint({}, {}).height();
    return {0, qMin(sizeHint().height(), kMinimumRows * rowHeight)};
}

void FacetView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isOnRow = index.isValid() && event->position().x() >= visualRect(index).left();
    m_pressed = event->button() == Qt::LeftButton && isOnRow ? index : QModelIndex();
    QTreeView::mousePressEvent(event);
}

void FacetView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !m_pressed.isValid() || m_pressed != index) {
        return;
    }
    m_pressed = QModelIndex();
    if (event->modifiers() & Qt::AltModifier) {
        emit onlyThisRequested(index);
    } else {
        toggle(index);
    }
}

void FacetView::toggle(const QModelIndex &index)
{
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    model()->setData(index, int(isChecked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

bool FacetView::canRename(const QModelIndex &index) const
{
    return !m_renameText.isEmpty() && (model()->flags(index) & Qt::ItemIsEditable);
}

void FacetView::keyboardSearch(const QString &text)
{
    if (!m_searchesElsewhere) {
        QTreeView::keyboardSearch(text);
    } else if (!text.trimmed().isEmpty()) { // the space that toggled a check comes here too
        emit searchTyped(text);
    }
}

void FacetView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (index.isValid() && isEnter && (event->modifiers() & Qt::AltModifier)) {
        emit onlyThisRequested(index);
    } else if (index.isValid() && event->key() == Qt::Key_F2 && canRename(index)) {
        emit renameRequested(index);
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void FacetView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKeyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex kept = index;
    menu->addAction(tr("Only This"), QKeySequence(Qt::ALT | Qt::Key_Return), this, [this, kept] {
        if (kept.isValid()) {
            emit onlyThisRequested(kept);
        }
    });
    menu->addAction(tr("Show All"), this, &FacetView::allRequested);
    if (canRename(index)) {
        menu->addSeparator();
        menu->addAction(icon(u"edit"_s),
                        m_renameText,
                        QKeySequence(Qt::Key_F2),
                        this,
                        [this, kept] {
                            if (kept.isValid()) {
                                emit renameRequested(kept);
                            }
                        });
    }
    menu->popup(isKeyboard ? viewport()->mapToGlobal(visualRect(index).center())
                           : event->globalPos());
}

void FacetView::drawRow(QPainter *painter,
                        const QStyleOptionViewItem &options,
                        const QModelIndex &index) const
{
    // The style would paint its own hover and selection over the branch; rows are the delegate's alone.
    QStyleOptionViewItem plain = options;
    plain.state &= ~QStyle::State_Selected;
    QTreeView::drawRow(painter, plain, index);
}

void FacetView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!model()->hasChildren(index)) {
        return;
    }
    const int side = scaledPx(kBranchIcon);
    const QRect box(rect.right() - side + 2, rect.center().y() - side / 2 + 1, side, side);
    icon(isExpanded(index) ? u"chev-down"_s : u"chev-right"_s).paint(painter, box);
}

} // namespace playhead

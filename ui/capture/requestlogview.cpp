// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/capture/requestlogview.h"

#include "ui/capture/requestlogmodel.h"
#include "ui/shared/columntitles.h"
#include "ui/shared/icons.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace playhead {

using namespace Qt::StringLiterals;
using Column = RequestLogModel::Column;

namespace {

constexpr int kRow = 25;
constexpr int kCellInset = 8;
constexpr int kIcon = 14;
constexpr int kChipInset = 6;

// By Column; the rest of the width goes to what was asked.
constexpr int kWidths[] = {74, 106, 66, 200, 104, 96, 140, 62, 68, 72, 56, 116};
static_assert(std::size(kWidths) == RequestLogModel::kColumnCount);
constexpr int kLeastAsked = 160;

class LogDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tokens &t = tokens();
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->save();
        painter->fillRect(option.rect, isSelected ? t.selection : t.base);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          t.hair);
        if (isSelected && index.column() == 0) {
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              t.accent);
        }
        paintCell(painter, option.rect.adjusted(kCellInset, 0, -kCellInset, -1), index);
        painter->restore();
    }

private:
    static void paintCell(QPainter *painter, QRect rect, const QModelIndex &index)
    {
        const Tokens &t = tokens();
        const auto column = Column(index.column());
        const QString text = index.data().toString();
        if (column == Column::Fault && !text.isEmpty()) {
            paintChip(painter, rect, text);
            return;
        }
        painter->setPen(t.text2);
        if (column == Column::Asked || column == Column::Events) {
            painter->setPen(t.text);
        }
        if (column == Column::Code && index.data(RequestLogModel::RefusedRole).toBool()) {
            rect = withIcon(painter, rect, u"error"_s, t.danger);
            painter->setPen(t.danger);
        }
        const bool isMono = column == Column::Cursor || column == Column::Next;
        drawTabular(painter,
                    rect,
                    RequestLogModel::isNumber(column) ? Qt::AlignRight : Qt::AlignLeft,
                    text,
                    isMono ? monoFont(12) : uiFont(12));
    }

    static QRect withIcon(QPainter *painter,
                          const QRect &rect,
                          const QString &name,
                          const QColor &colour)
    {
        const int side = scaledPx(kIcon);
        paintIcon(painter,
                  QRectF(rect.left(), rect.center().y() - side / 2.0 + 0.5, side, side),
                  name,
                  colour);
        return rect.adjusted(side + 4, 0, 0, 0);
    }

    static void paintChip(QPainter *painter, const QRect &rect, const QString &text)
    {
        const Tokens &t = tokens();
        const QFont font = uiFont(12, QFont::Medium);
        const int wanted = 2 * kChipInset + scaledPx(kIcon) + 4
                           + QFontMetrics(font).horizontalAdvance(text) + 2;
        const QRect chip(rect.left() - 2,
                         rect.top() + 2,
                         std::min(wanted, rect.width() + 4),
                         rect.height() - 4);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.warningSoft);
        painter->drawRoundedRect(chip, 3, 3);
        painter->setPen(t.warning);
        painter->setFont(font);
        const QRect inside = withIcon(painter,
                                      chip.adjusted(kChipInset, 0, -kChipInset, 0),
                                      u"warning"_s,
                                      t.warning);
        painter->drawText(inside,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
    }
};

} // namespace

RequestLogView::RequestLogView(RequestLogModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_newest(new QPushButton(icon(u"chev-down"_s), {}, this))
{
    setUpTable();
    m_newest->setObjectName(u"newRequests"_s);
    m_newest->hide();
    connect(m_newest, &QPushButton::clicked, this, [this] {
        goToNewest();
        setFocus();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestLogView::scrolled);
    const auto begins = [this] { m_isChanging = true; };
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, begins);
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, begins);
    connect(&m_model,
            &QAbstractItemModel::rowsRemoved,
            this,
            [this](const QModelIndex &, int first, int last) { removed(last - first + 1); });
    connect(&m_model,
            &QAbstractItemModel::rowsInserted,
            this,
            [this](const QModelIndex &, int first, int last) { inserted(last - first + 1); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RequestLogView::goToNewest);
}

void RequestLogView::setUpTable()
{
    setObjectName(u"requestLog"_s);
    setAccessibleName(tr("Request log"));
    setHorizontalHeader(new ColumnTitles(kCellInset, kCellInset, this));
    horizontalHeader()->setMinimumSectionSize(32);
    setModel(&m_model);
    setItemDelegate(new LogDelegate(this));
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
    verticalHeader()->setMinimumSectionSize(scaledPx(kRow));
    verticalHeader()->setDefaultSectionSize(scaledPx(kRow));
    for (int column = 0; column < RequestLogModel::kColumnCount; ++column) {
        setColumnWidth(column, scaledPx(kWidths[column]));
    }
}

void RequestLogView::scrolled()
{
    if (!m_isChanging) {
        m_isFollowing = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
        m_unseen = m_isFollowing ? 0 : m_unseen;
        showButton();
    }
}

void RequestLogView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    if (currentIndex().isValid() && currentIndex().row() <= last) {
        selectionModel()->clear(); // Else the view would select another request in its stead.
    }
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

void RequestLogView::removed(int count)
{
    // What is looked at stays in its place, as long as it is there.
    updateGeometries();
    verticalScrollBar()->setValue(verticalScrollBar()->value()
                                  - count * verticalHeader()->defaultSectionSize());
}

void RequestLogView::inserted(int count)
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

void RequestLogView::goToNewest()
{
    m_isChanging = false;
    m_isFollowing = true;
    m_unseen = 0;
    scrollToBottom();
    showButton();
}

void RequestLogView::showButton()
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

void RequestLogView::sizeColumns()
{
    int others = 0;
    for (int column = 0; column < RequestLogModel::kColumnCount; ++column) {
        others += column == int(Column::Asked) ? 0 : columnWidth(column);
    }
    setColumnWidth(int(Column::Asked),
                   std::max(scaledPx(kLeastAsked), viewport()->width() - others));
}

void RequestLogView::keyPressEvent(QKeyEvent *event)
{
    QTableView::keyPressEvent(event);
    // While it follows, the current row may be far away; a key that leaves it where it is goes back to it all the same.
    const int key = event->key();
    if (key == Qt::Key_Home || key == Qt::Key_End || key == Qt::Key_Up || key == Qt::Key_Down) {
        scrollTo(currentIndex());
    }
}

void RequestLogView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    sizeColumns();
    if (m_isFollowing) {
        scrollToBottom();
    }
    showButton();
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/events/eventtable.h"

#include "ui/events/eventdelegate.h"
#include "ui/events/eventheader.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QPainter>
#include <QScrollBar>

namespace playhead {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Column = EventTableModel::Column;

namespace {

constexpr int kRowHeight = 25;
constexpr int kCompactRowHeight = 22;
constexpr int kPlayheadLine = 2;
constexpr int kIdTail = 5;
constexpr int kWideIdTail = 12;
constexpr auto kRelativeRefresh = 10s;
constexpr auto kCalmRefresh = 60s;

/// Leads the header's ground and line on over the vertical scroll bar.
class HeaderCorner : public QWidget
{
public:
    explicit HeaderCorner(EventTable *table)
        : QWidget(table)
    {
        setFixedHeight(table->header().height());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().side);
        painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
    }
};

} // namespace

EventTable::EventTable(EventTableModel &model, const Clock &clock, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_clock(clock)
    , m_delegate(new EventDelegate(this))
    , m_header(new EventHeader(this))
{
    setObjectName(u"eventTable"_s);
    setAccessibleName(tr("Events"));
    setHorizontalHeader(m_header);
    setModel(&m_model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    addScrollBarWidget(new HeaderCorner(this), Qt::AlignTop);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    applyRowHeight();
    // While everything is selected, a header asks its selection model about every row at each paint: give it an empty one.
    m_header->setSelectionModel(new QItemSelectionModel(&m_model, m_header));
    m_header->resetColumns();
    m_header->setSortIndicator(static_cast<int>(m_model.sortColumn()), m_model.sortOrder());
    connect(m_header, &QHeaderView::sectionClicked, this, &EventTable::sortBy);
    connect(m_header, &EventHeader::pathRequested, this, &EventTable::askForPath);
    connect(&m_model, &QAbstractItemModel::columnsInserted, this, &EventTable::widenSelection);

    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &EventTable::keep);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &EventTable::restore);
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        m_topBeforeInsert = rowAt(0);
    });
    connect(&m_model,
            &QAbstractItemModel::rowsInserted,
            this,
            [this](const QModelIndex &, int first, int last) {
                // Rows that come in above the view must not push what is looked at.
                if (m_topBeforeInsert > 0 && first <= m_topBeforeInsert) {
                    verticalScrollBar()->setValue(verticalScrollBar()->value()
                                                  + (last - first + 1) * rowHeightPx());
                }
            });
    m_refresh.start(kCalmRefresh);
    connect(&m_refresh, &QTimer::timeout, this, &EventTable::refreshNow);
    refreshNow();
}

EventTable::~EventTable() = default;

void EventTable::setTimeMode(TimeMode mode)
{
    m_delegate->setTimeMode(mode);
    // "7 min ago" ages quickly, "today" once a day.
    m_refresh.setInterval(mode == TimeMode::Relative ? kRelativeRefresh : kCalmRefresh);
    refreshNow();
}

TimeMode EventTable::timeMode() const
{
    return m_delegate->timeMode();
}

void EventTable::refreshNow()
{
    m_delegate->setNow(m_clock.now());
    viewport()->update();
}

void EventTable::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    applyRowHeight();
}

void EventTable::setWide(bool isWide)
{
    m_delegate->setIdTail(isWide ? kWideIdTail : kIdTail);
    m_header->setWide(isWide);
    viewport()->update();
}

int EventTable::rowHeightPx() const
{
    return verticalHeader()->defaultSectionSize();
}

void EventTable::applyRowHeight()
{
    // Rows grow with the person's font (design, section 12: text to 200 %).
    const int textHeight = QFontMetrics(font()).height();
    const int wanted = m_isCompact ? qMax(kCompactRowHeight, textHeight + 4)
                                   : qMax(kRowHeight, textHeight + 7);
    verticalHeader()->setMinimumSectionSize(wanted);
    verticalHeader()->setDefaultSectionSize(wanted);
}

void EventTable::sortBy(int section)
{
    const auto column = static_cast<Column>(section);
    if (column != Column::Time && column != Column::Type && column != Column::Organization
        && column != Column::Object && column != Column::Id) {
        // The header has moved its mark by itself.
        m_header->setSortIndicator(static_cast<int>(m_model.sortColumn()), m_model.sortOrder());
        return;
    }
    const bool isTurned = m_model.sortColumn() == column
                          && m_model.sortOrder() == Qt::AscendingOrder;
    sortKeepingSelection(section, isTurned ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_header->setSortIndicator(section, m_model.sortOrder());
    m_header->viewport()->update();
}

qint64 EventTable::selectedCount() const
{
    qint64 count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        count += range.isValid() && range.left() == 0 ? range.height() : 0;
    }
    return count;
}

std::vector<EventRow> EventTable::selectedEvents() const
{
    // Ranges, never selectedRows(): that takes a second at a million rows.
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        if (range.isValid()) {
            ranges.emplace_back(range.top(), range.bottom());
        }
    }
    std::sort(ranges.begin(), ranges.end());
    const std::vector<EventRow> &shown = m_model.shownRows();
    std::vector<EventRow> events;
    int next = 0;
    for (const auto &[top, bottom] : ranges) {
        const int first = qMax(next, top);
        if (first <= bottom) {
            events.insert(events.end(), shown.begin() + first, shown.begin() + bottom + 1);
            next = bottom + 1;
        }
    }
    return events;
}

std::optional<EventRow> EventTable::currentEvent() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? std::optional(m_model.eventRowAt(current.row())) : std::nullopt;
}

void EventTable::selectEvent(EventRow row)
{
    const int tableRow = m_model.nearestTableRow(row);
    if (tableRow >= 0) {
        selectionModel()->setCurrentIndex(m_model.index(tableRow, static_cast<int>(Column::Time)),
                                          QItemSelectionModel::ClearAndSelect
                                              | QItemSelectionModel::Rows);
        QTableView::scrollTo(currentIndex(), EnsureVisible);
    }
}

void EventTable::revealEvent(EventRow row)
{
    const int tableRow = m_model.nearestTableRow(row);
    if (tableRow >= 0) {
        QTableView::scrollTo(m_model.index(tableRow, static_cast<int>(Column::Time)),
                             PositionAtCenter);
    }
}

QString EventTable::rowText(EventRow row) const
{
    const int tableRow = m_model.tableRowOf(row);
    QStringList cells;
    for (int visual = 0; tableRow >= 0 && visual < m_header->count(); ++visual) {
        const int section = m_header->logicalIndex(visual);
        if (m_header->isSectionHidden(section) || section == static_cast<int>(Column::Gutter)) {
            continue;
        }
        const QModelIndex index = m_model.index(tableRow, section);
        const QString full = index.data(EventTableModel::FullTextRole).toString();
        QString cell = full.isEmpty() ? index.data(Qt::DisplayRole).toString() : full;
        // A value from a path may hold what parts cells and rows.
        for (const QChar part : {u'\t', u'\n', u'\r'}) {
            cell.replace(part, u' ');
        }
        cells << cell;
    }
    return cells.join(u'\t');
}

void EventTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    // QTableView's own version lists every index for accessibility: a quarter of a second for a million rows.
    QAbstractItemView::selectionChanged(selected, deselected);
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::SelectionWithin);
        QAccessible::updateAccessibility(&event);
    }
    emit selectionEdited();
}

void EventTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() != previous.isValid()) {
        viewport()->update(); // The focus ring goes from the whole view to a row, or back.
    }
    emit selectionEdited();
}

void EventTable::keyPressEvent(QKeyEvent *event)
{
    const int rows = m_model.rowCount();
    if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && rows > 0) {
        const int target = event->key() == Qt::Key_Home ? 0 : rows - 1;
        const QModelIndex index = m_model.index(target, static_cast<int>(Column::Time));
        selectionModel()->setCurrentIndex(index, selectionCommand(index, event));
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
            emit detailRequested();
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void EventTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (indexAt(event->position().toPoint()).isValid()) {
        emit detailRequested();
    }
}

void EventTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid()) {
        const QPoint position = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
                                      : event->globalPos();
        emit menuRequested(m_model.eventRowAt(index.row()),
                           static_cast<Column>(index.column()),
                           position);
    }
}

void EventTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyRowHeight();
    }
}

void EventTable::resizeEvent(QResizeEvent *event)
{
    const int top = currentIndex().isValid() ? rowViewportPosition(currentIndex().row()) : -1;
    const bool wasInView = top >= 0 && top + rowHeightPx() <= event->oldSize().height();
    QTableView::resizeEvent(event);
    // The detail pane that comes up from below does not cover the row that it shows.
    if (wasInView && top + rowHeightPx() > viewport()->height()) {
        QTableView::scrollTo(currentIndex(), EnsureVisible);
    }
}

void EventTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    paintPlayhead();
    if (hasFocus()) {
        // The row that the keys move from; round the whole view while there is none.
        const int row = currentIndex().row();
        const QRect rows(0, rowViewportPosition(row), viewport()->width(), rowHeightPx() - 1);
        QPainter painter(viewport());
        paintFocusRing(&painter, row < 0 ? viewport()->rect() : rows, 2);
    }
}

void EventTable::paintPlayhead()
{
    const int first = rowAt(0);
    if (first < 0 || !m_model.isSortedByTime()) {
        return;
    }
    int last = rowAt(viewport()->height() - 1);
    last = last < 0 ? m_model.rowCount() - 1 : last;
    // The row above the first one may carry the line on its lower edge, at the view's upper edge.
    for (int row = first; row <= last; ++row) {
        if (m_model.index(row, 0).data(EventTableModel::ActiveCursorRole).toBool()) {
            const int top = rowViewportPosition(row);
            const bool isAscending = m_model.sortOrder() == Qt::AscendingOrder;
            const int y = isAscending ? top + rowHeightPx() - 1 : top - 1;
            QPainter painter(viewport());
            painter.fillRect(QRect(0, y, viewport()->width(), kPlayheadLine), tokens().accent);
            return;
        }
    }
}

} // namespace playhead

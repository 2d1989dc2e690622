// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/events/playheaddrag.h"

#include "ui/events/eventtable.h"
#include "ui/shared/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace playhead {

using namespace std::chrono_literals;
using Column = EventTableModel::Column;

namespace {

constexpr int kReach = 4; ///< From the line, to both sides.
constexpr int kLine = 2;
constexpr qreal kDragDistance = 3; ///< As the timeline's: rows are low.
constexpr auto kScrollEvery = 40ms;
constexpr int kScrollZone = 12; ///< From the view's edges.
constexpr int kFastest = 12; ///< Rows a step, far beyond an edge.
constexpr int kLabelPad = 8;

/// `100 shown events back`: what is shown can be less than what the cursor reads; the preview tells that.
QString distanceText(int from, int to, bool isAscending)
{
    const int rows = std::abs(to - from);
    const bool isBack = (to < from) == isAscending;
    const QString count = QLocale().toString(rows);
    if (rows == 1) {
        return isBack ? PlayheadDrag::tr("1 shown event back")
                      : PlayheadDrag::tr("1 shown event forward");
    }
    return isBack ? PlayheadDrag::tr("%1 shown events back").arg(count)
                  : PlayheadDrag::tr("%1 shown events forward").arg(count);
}

} // namespace

/// Lies over the table's rows while the playhead is dragged: the new place, the rows between, how many they are.
class PlayheadDrag::Line : public QWidget
{
public:
    explicit Line(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(QStringLiteral("draggedPlayhead"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

    void setPlace(int from, int to, const QString &text)
    {
        m_from = from;
        m_to = to;
        m_text = text;
        setAccessibleName(text);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        QColor tint = t.accent;
        tint.setAlphaF(0.14F);
        const int top = std::clamp(std::min(m_from, m_to), 0, height());
        const int bottom = std::clamp(std::max(m_from, m_to), 0, height());
        painter.fillRect(QRect(0, top, width(), bottom - top), tint);
        const int y = std::clamp(m_to, 1, height() - 1);
        painter.fillRect(QRect(0, y - 1, width(), kLine), t.accent);
        if (!m_text.isEmpty()) {
            paintLabel(painter, y);
        }
    }

private:
    void paintLabel(QPainter &painter, int y)
    {
        const Tokens &t = tokens();
        painter.setFont(uiFont(11, QFont::Medium));
        const QFontMetrics metrics = painter.fontMetrics();
        const QSize size(metrics.horizontalAdvance(m_text) + 2 * kLabelPad, metrics.height() + 4);
        // Above the line, below it where there is no room.
        const int top = y - size.height() - 1 >= 0 ? y - size.height() - 1 : y + 1;
        const QRect label(QPoint(width() - size.width() - kLabelPad, top), size);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accentFill);
        painter.drawRoundedRect(label, 3, 3);
        painter.setPen(t.accentText);
        painter.drawText(label, Qt::AlignCenter, m_text);
    }

    int m_from = 0;
    int m_to = 0;
    QString m_text;
};

PlayheadDrag::PlayheadDrag(EventTable &table, EventTableModel &model)
    : QObject(&table)
    , m_table(table)
    , m_model(model)
    // Of the table, not of its viewport: that moves its children when it scrolls.
    , m_line(new Line(&table))
{
    table.viewport()->setMouseTracking(true);
    table.viewport()->installEventFilter(this);
    table.installEventFilter(this);
    m_scrolling.setInterval(kScrollEvery);
    connect(&m_scrolling, &QTimer::timeout, this, &PlayheadDrag::scroll);
    connect(table.verticalScrollBar(), &QAbstractSlider::valueChanged, this, &PlayheadDrag::follow);
    // Other rows, or another order: the place that was meant is not there any more.
    connect(&model, &QAbstractItemModel::modelReset, this, &PlayheadDrag::end);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &PlayheadDrag::end);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &PlayheadDrag::follow);
}

/// The edge that the playhead line lies on: 0 is above the first row. Empty while no line is drawn.
std::optional<int> PlayheadDrag::playheadEdge() const
{
    if (!m_model.isSortedByTime()) {
        return std::nullopt;
    }
    for (const CursorMark &mark : m_model.cursorMarks()) {
        const int row = mark.isActive && mark.row ? m_model.nearestTableRow(*mark.row) : -1;
        if (row >= 0) {
            return m_model.sortOrder() == Qt::AscendingOrder ? row + 1 : row;
        }
    }
    return std::nullopt;
}

int PlayheadDrag::yOf(int edge) const
{
    return edge * m_table.verticalHeader()->defaultSectionSize()
           - m_table.verticalScrollBar()->value();
}

int PlayheadDrag::edgeAt(int y) const
{
    const double height = m_table.verticalHeader()->defaultSectionSize();
    const int edge = int(std::lround((y + m_table.verticalScrollBar()->value()) / height));
    return std::clamp(edge, 0, m_model.rowCount());
}

bool PlayheadDrag::isOnPlayhead(QPointF place) const
{
    const std::optional<int> edge = playheadEdge();
    if (!edge) {
        return false;
    }
    if (std::abs(place.y() - yOf(*edge)) <= kReach) {
        return true;
    }
    const bool isAscending = m_model.sortOrder() == Qt::AscendingOrder;
    const QModelIndex index = m_table.indexAt(place.toPoint());
    return index.column() == int(Column::Gutter)
           && index.row() == (isAscending ? *edge - 1 : *edge);
}

bool PlayheadDrag::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        return watched == m_table.viewport() && handleMouse(*static_cast<QMouseEvent *>(event));
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const bool isOverride = event->type() == QEvent::ShortcutOverride;
        if (handleKey(*static_cast<QKeyEvent *>(event), isOverride)) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
        if (watched == &m_table) {
            end();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool PlayheadDrag::handleMouse(const QMouseEvent &event)
{
    if (event.type() == QEvent::MouseButtonPress) {
        if (isDragging()) {
            end(); // Another button.
            return true;
        }
        if (event.button() == Qt::LeftButton && event.modifiers() == Qt::NoModifier
            && isOnPlayhead(event.position())) {
            press(event.position());
            return true;
        }
        return false;
    }
    if (!isDragging()) {
        if (event.type() == QEvent::MouseMove && event.buttons() == Qt::NoButton) {
            showShape(event.position());
        }
        return false;
    }
    if (event.type() == QEvent::MouseMove) {
        moveTo(event.position());
    } else if (event.type() == QEvent::MouseButtonRelease && event.button() == Qt::LeftButton) {
        drop();
    }
    return true;
}

/// The window stops a fetch with Esc; while the line is dragged it is this one's.
bool PlayheadDrag::handleKey(const QKeyEvent &event, bool isOverride)
{
    if (!isDragging() || event.key() != Qt::Key_Escape) {
        return false;
    }
    if (!isOverride) {
        end();
    }
    return true;
}

void PlayheadDrag::press(QPointF place)
{
    m_from = playheadEdge();
    m_to = *m_from;
    m_pressed = place;
    m_place = place;
    m_isMoving = false;
    m_table.setFocus(Qt::MouseFocusReason);
}

void PlayheadDrag::moveTo(QPointF place)
{
    m_place = place;
    if (!m_isMoving && std::abs(place.y() - m_pressed.y()) < kDragDistance) {
        return;
    }
    m_isMoving = true;
    follow();
    const bool isAtEdge = place.y() < kScrollZone
                          || place.y() > m_table.viewport()->height() - kScrollZone;
    if (isAtEdge != m_scrolling.isActive()) {
        isAtEdge ? m_scrolling.start() : m_scrolling.stop();
    }
}

/// The line goes to the edge nearest to the mouse; the rows may have moved below it.
void PlayheadDrag::follow()
{
    if (!isDragging() || !m_isMoving) {
        return;
    }
    const std::optional<int> from = playheadEdge();
    if (!from) {
        end();
        return;
    }
    m_from = from; // Rows that come in above push it.
    const int height = m_table.viewport()->height();
    m_to = edgeAt(std::clamp(int(m_place.y()), 0, height));
    const bool isAscending = m_model.sortOrder() == Qt::AscendingOrder;
    m_line->setGeometry(m_table.viewport()->geometry());
    m_line->setPlace(yOf(*m_from),
                     yOf(m_to),
                     m_to == *m_from ? QString() : distanceText(*m_from, m_to, isAscending));
    m_line->show();
    m_line->raise();
}

/// The further beyond the edge, the faster.
void PlayheadDrag::scroll()
{
    const int row = m_table.verticalHeader()->defaultSectionSize();
    const qreal above = kScrollZone - m_place.y();
    const qreal below = m_place.y() - (m_table.viewport()->height() - kScrollZone);
    const qreal beyond = std::max(above, below);
    const int rows = std::clamp(int(beyond / row) + 1, 1, kFastest);
    QScrollBar *bar = m_table.verticalScrollBar();
    bar->setValue(bar->value() + (above > below ? -rows : rows) * row);
}

void PlayheadDrag::drop()
{
    const int to = m_to;
    const bool isClick = !m_isMoving;
    const bool isElsewhere = to != *m_from;
    end();
    if (isClick) {
        // The line lies on rows, and a click on a row chooses it.
        m_table.selectionModel()->setCurrentIndex(m_table.indexAt(m_pressed.toPoint()),
                                                  QItemSelectionModel::ClearAndSelect
                                                      | QItemSelectionModel::Rows);
        return;
    }
    if (!isElsewhere) {
        return;
    }
    // What the new place is after: the row above in the order of time, the one below when that is turned.
    const bool isAscending = m_model.sortOrder() == Qt::AscendingOrder;
    const int processed = isAscending ? to - 1 : to;
    if (processed >= 0 && processed < m_model.rowCount()) {
        emit droppedAfter(m_model.eventRowAt(processed));
    } else {
        emit droppedBefore(m_model.eventRowAt(isAscending ? 0 : m_model.rowCount() - 1));
    }
}

void PlayheadDrag::end()
{
    m_from.reset();
    m_isMoving = false;
    m_scrolling.stop();
    m_line->hide();
}

void PlayheadDrag::showShape(QPointF place)
{
    const bool isOn = isOnPlayhead(place);
    if (isOn != m_hasShape) {
        m_hasShape = isOn;
        isOn ? m_table.viewport()->setCursor(Qt::SplitVCursor) : m_table.viewport()->unsetCursor();
    }
}

} // namespace playhead

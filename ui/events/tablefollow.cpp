// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/events/tablefollow.h"

#include "ui/events/eventtable.h"
#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace playhead {

using namespace Qt::StringLiterals;

namespace {

constexpr int kButtonHeight = 28;
constexpr int kFromEdge = 10;

} // namespace

TableFollow::TableFollow(EventTable &table, EventTableModel &model)
    : QObject(&table)
    , m_table(table)
    , m_model(model)
    // Of the table, not of its viewport: that moves its children when it scrolls.
    , m_button(new QPushButton(&table))
{
    m_button->setObjectName(u"goToNewest"_s);
    m_button->setProperty("role", u"primary"_s);
    m_button->setFont(uiFont(12, QFont::Medium));
    m_button->setFixedHeight(scaledPx(kButtonHeight));
    m_button->setAutoDefault(false);
    m_button->setAccessibleName(tr("Go to newest")); // Hidden, but not without a name.
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &TableFollow::goToNewest);
    table.viewport()->installEventFilter(this);
    m_resized.setSingleShot(true);
    m_resized.setInterval(0);
    connect(&m_resized, &QTimer::timeout, this, &TableFollow::takeSize);

    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &TableFollow::noteEnd);
    connect(&model,
            &QAbstractItemModel::rowsInserted,
            this,
            [this](const QModelIndex &, int first, int last) { takeRows(first, last); });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &TableFollow::noteEnd);
    connect(&model, &QAbstractItemModel::modelReset, this, &TableFollow::recount);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &TableFollow::recount);
    connect(table.verticalScrollBar(), &QAbstractSlider::valueChanged, this, [this] {
        m_isAtNewest = m_table.isAtNewest();
        m_keepsEnd = m_keepsEnd || m_isAtNewest;
        if (!m_isChanging && m_isFollowing && m_isAtNewest) {
            seeAll();
        }
    });
}

void TableFollow::setFollowing(bool isFollowing)
{
    if (m_isFollowing != isFollowing) {
        m_isFollowing = isFollowing;
        seeAll();
    }
}

void TableFollow::setFilling(bool isFilling)
{
    if (m_isFilling == isFilling) {
        return;
    }
    m_isFilling = isFilling;
    const EventRow end = m_model.snapshot().rowCount();
    if (isFilling) {
        m_filled.push_back({end, std::numeric_limits<EventRow>::max()});
    } else {
        m_filled.back().end = end;
    }
}

bool TableFollow::isNew(EventRow row) const
{
    return row >= m_firstUnseen
           && std::none_of(m_filled.begin(), m_filled.end(), [row](const Filled &filled) {
                  return row >= filled.first && row < filled.end;
              });
}

void TableFollow::noteEnd()
{
    m_wasAtNewest = m_table.isAtNewest();
    m_isChanging = true;
}

void TableFollow::takeRows(int first, int last)
{
    m_isChanging = false;
    if (!m_isFollowing) {
        return;
    }
    if (m_wasAtNewest) {
        m_table.scrollToNewest();
        seeAll();
        return;
    }
    for (int row = first; row <= last; ++row) {
        m_newCount += isNew(m_model.eventRowAt(row)) ? 1 : 0;
    }
    showButton();
}

/// Other rows are shown, or in another order.
void TableFollow::recount()
{
    m_isChanging = false;
    if (!m_isFollowing) {
        return;
    }
    // A row that is being read stays where it is.
    if (m_wasAtNewest && m_model.isSortedByTime() && !isReading()) {
        m_table.scrollToNewest();
    }
    if (m_table.isAtNewest()) {
        seeAll();
        return;
    }
    const std::vector<EventRow> &shown = m_model.shownRows();
    m_firstUnseen = std::min(m_firstUnseen, m_model.snapshot().rowCount()); // another store
    m_newCount = int(
        std::count_if(shown.begin(), shown.end(), [this](EventRow row) { return isNew(row); }));
    showButton();
}

void TableFollow::seeAll()
{
    m_isAtNewest = m_table.isAtNewest();
    m_firstUnseen = m_model.snapshot().rowCount();
    m_filled.clear();
    if (m_isFilling) {
        m_filled.push_back({m_firstUnseen, std::numeric_limits<EventRow>::max()});
    }
    m_newCount = 0;
    showButton();
}

void TableFollow::showButton()
{
    const bool isWanted = m_isFollowing && m_newCount > 0 && m_model.isSortedByTime();
    if (!isWanted) {
        if (m_button->hasFocus()) {
            m_table.setFocus(Qt::OtherFocusReason);
        }
        m_button->hide();
        return;
    }
    const bool isDown = m_model.sortOrder() == Qt::AscendingOrder;
    m_button->setText(tr("%1 new, go to newest").arg(QLocale().toString(m_newCount)));
    m_button->setAccessibleName(m_button->text());
    m_button->setToolTip(tr("Show the newest events and follow what comes"));
    m_button->setIcon(icon(isDown ? u"chev-down"_s : u"chev-up"_s, IconTint::OnAccent));
    const QRect view = m_table.viewport()->geometry();
    const QSize size = m_button->sizeHint();
    m_button->setGeometry(view.center().x() - size.width() / 2,
                          isDown ? view.bottom() - kFromEdge - m_button->height()
                                 : view.top() + kFromEdge,
                          size.width(),
                          m_button->height());
    m_button->show();
    m_button->raise();
}

void TableFollow::goToNewest()
{
    m_table.scrollToNewest();
    seeAll();
    m_table.setFocus(Qt::OtherFocusReason);
}

/// A selected row is in view. Current alone tells nothing: a view that gets the keyboard makes its first row that.
bool TableFollow::isReading() const
{
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid() || !m_table.selectionModel()->isSelected(current)) {
        return false;
    }
    // Its column may be scrolled out of view.
    const int top = m_table.rowViewportPosition(current.row());
    return top < m_table.viewport()->height() && top + m_table.rowHeight(current.row()) > 0;
}

void TableFollow::takeSize()
{
    // A message that comes or goes is no reason to leave the end, but a row that is being read is.
    if (m_isFollowing && m_keepsEnd && !isReading()) {
        m_table.scrollToNewest();
    }
    m_isAtNewest = m_table.isAtNewest();
    showButton();
}

bool TableFollow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        if (!m_resized.isActive()) {
            m_keepsEnd = m_isAtNewest;
            m_resized.start();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/mainwindow/skeletonrows.h"

#include "ui/shared/theme.h"

#include <QAbstractItemModel>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace playhead {

namespace {

// Design, error-states, "Loading, first page".
constexpr int kRows = 3;
constexpr int kBars = 3;
constexpr int kBarHeight = 8;
constexpr int kBarWidths[kRows][kBars] = {{82, 150, 64}, {82, 120, 64}, {82, 170, 64}};
constexpr int kPad = 7; ///< From a column's edge to its text.
constexpr int kLeastColumn = 60; ///< The gutter has no text.

} // namespace

SkeletonRows::SkeletonRows(QTableView *table)
    : QWidget(table->viewport())
    , m_table(table)
{
    setObjectName(QStringLiteral("skeletonRows"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    table->viewport()->installEventFilter(this);
    const QAbstractItemModel *model = table->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &SkeletonRows::place);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &SkeletonRows::place);
    connect(model, &QAbstractItemModel::modelReset, this, &SkeletonRows::place);
    const QHeaderView *header = table->horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, [this] { update(); });
    connect(header, &QHeaderView::sectionMoved, this, [this] { update(); });
}

void SkeletonRows::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    place();
}

void SkeletonRows::place()
{
    const QAbstractItemModel *model = m_table->model();
    const qint64 rowHeight = m_table->verticalHeader()->defaultSectionSize();
    const QRect all = m_table->viewport()->rect();
    const qint64 top = model->rowCount() * rowHeight;
    if (!m_isWanted || top + rowHeight > all.height()) {
        hide();
        return;
    }
    setGeometry(0,
                int(top),
                all.width(),
                int(std::min<qint64>(kRows * rowHeight, all.height() - top)));
    show();
    raise();
}

bool SkeletonRows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int rowHeight = m_table->verticalHeader()->defaultSectionSize();
    const QHeaderView *header = m_table->horizontalHeader();
    for (int row = 0; row < kRows; ++row) {
        const int bottom = (row + 1) * rowHeight;
        int bar = 0;
        for (int visual = 0; visual < header->count() && bar < kBars; ++visual) {
            const int section = header->logicalIndex(visual);
            const int width = header->isSectionHidden(section) ? 0 : header->sectionSize(section);
            if (width < kLeastColumn) {
                continue;
            }
            const QRectF place(header->sectionViewportPosition(section) + kPad,
                               bottom - (rowHeight + scaledPx(kBarHeight)) / 2.0,
                               std::min(scaledPx(kBarWidths[row][bar++]), width - 2 * kPad),
                               scaledPx(kBarHeight));
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.hover);
            painter.drawRoundedRect(place, place.height() / 2, place.height() / 2);
        }
        painter.fillRect(QRect(0, bottom - 1, width(), 1), t.hair);
    }
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/timelinedetails.h"

#include "ui/shared/dialogparts.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"
#include "ui/timeline/timelinebars.h"
#include "ui/timeline/timelinescale.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr QSize kSize(720, 460);
constexpr int kInset = 20;
constexpr int kRowHeight = 25;
constexpr int kTimeWidth = 190;
constexpr int kCountWidth = 110;
constexpr int kCellInset = 8;

/// Figures of equal width, under their titles.
class BinDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, tokens().selection);
        }
        painter->setPen(index.column() == 0 ? tokens().text2 : tokens().text);
        drawTabular(painter,
                    QRectF(option.rect).adjusted(kCellInset, 0, -kCellInset, 0),
                    Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()),
                    index.data().toString(),
                    option.font);
        if (option.state & QStyle::State_HasFocus) {
            paintFocusRing(painter, option.rect, 3);
        }
    }
};

QTableView *makeBinTable(TimelineBinModel *model, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setItemDelegate(new BinDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setDefaultSectionSize(scaledPx(kRowHeight));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultSectionSize(scaledPx(kCountWidth));
    table->setColumnWidth(0, scaledPx(kTimeWidth));
    if (model->rowCount() > 0) {
        table->setCurrentIndex(model->index(0, 0));
    }
    return table;
}
} // namespace

TimelineBinModel::TimelineBinModel(TimelineBins bins, const QTimeZone &zone, QObject *parent)
    : QAbstractTableModel(parent)
    , m_bins(std::move(bins))
    , m_zone(zone)
{
    TimelineBins::Bin all{};
    for (size_t i = 0; i < m_bins.bins.size(); ++i) {
        if (eventsIn(m_bins.bins[i]) > 0) {
            m_rows.append(i);
        }
        for (size_t family = 0; family < all.size(); ++family) {
            all[family] |= m_bins.bins[i][family];
        }
    }
    for (size_t family = 0; family < all.size(); ++family) {
        if (all[family] != 0) {
            m_families.append(Family(family));
        }
    }
}

int TimelineBinModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TimelineBinModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FixedColumns + int(m_families.size());
}

quint64 TimelineBinModel::countAt(const QModelIndex &index) const
{
    const TimelineBins::Bin &bin = m_bins.bins[m_rows[index.row()]];
    return index.column() == EventsColumn ? eventsIn(bin)
                                          : bin[size_t(m_families[index.column() - FixedColumns])];
}

QVariant TimelineBinModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const bool isTime = index.column() == TimeColumn;
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter | (isTime ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (isTime) {
        const size_t bin = m_rows[index.row()];
        const TimeRange span{m_bins.startOf(bin), m_bins.startOf(bin + 1)};
        return timeSpanText(span, m_bins.range.until, m_zone);
    }
    return QLocale().toString(countAt(index));
}

QVariant TimelineBinModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter | (section == TimeColumn ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Time, %1").arg(zoneName(m_zone, m_bins.range.until));
    case EventsColumn:
        return tr("Events");
    default:
        return familyLabel(m_families[section - FixedColumns]);
    }
}

TimelineDetails::TimelineDetails(const TimelineBins &bins, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"timelineDetails"_s);
    setWindowTitle(tr("Events over time"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto *body = new QVBoxLayout;
    body->setContentsMargins(kInset, kInset, kInset, kInset);
    auto *model = new TimelineBinModel(bins, zone, this);
    QTableView *table = makeBinTable(model, this);
    table->setAccessibleName(tr("Events over time"));
    body->addWidget(table);
    if (model->rowCount() == 0) {
        body->addWidget(smallText(tr("No event lies in the shown range."), this));
    }
    column->addLayout(body, 1);

    makeCloseFooter(this, column);
    resize(scaledPx(kSize.width()), scaledPx(kSize.height()));
    table->setFocus();
}

} // namespace playhead

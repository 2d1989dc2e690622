// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/events/eventdelegate.h"

#include "ui/shared/icons.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace playhead {

using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

// Design, sections 2 and 6.
/// A value from a path may be a megabyte.
constexpr qsizetype kMostInToolTip = 2000;
constexpr int kPad = 7;
constexpr int kGlyph = 10;
constexpr int kGlyphGap = 8;
constexpr int kProcessedLine = 3;
constexpr int kSelectionBar = 3;
constexpr int kOrderMark = 12;
constexpr int kChipHeight = 18; // of the design; grows with the font

} // namespace

/// One cell while it is painted.
struct EventDelegate::Cell
{
    QModelIndex index;
    QRect rect;
    Column column = Column::Gutter;
    bool isSelected = false;
    bool isProcessed = false;
    QFont font;

    QRectF textRect() const { return rect.adjusted(kPad, 0, -kPad, 0); }
    QColor textColour() const
    {
        const Tokens &t = tokens();
        if (isProcessed) {
            // text3 has too little contrast on the selection (design, section 3).
            return isSelected ? t.text2 : t.text3;
        }
        const bool isSecondary = column == Column::Time || column == Column::Summary
                                 || column == Column::Id;
        return isSecondary ? t.text2 : t.text;
    }
};

EventDelegate::EventDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void EventDelegate::setTimeMode(TimeMode mode)
{
    m_timeMode = mode;
    m_zone = zoneOf(mode);
}

QString EventDelegate::timeTextOf(const QModelIndex &index) const
{
    const QVariant us = index.data(EventTableModel::InstantRole);
    if (!us.isValid()) {
        return {};
    }
    const Instant instant = instantFromUs(us.toLongLong());
    switch (m_timeMode) {
    case TimeMode::Relative:
        return relativeTimeText(instant, m_now);
    case TimeMode::Delta: {
        const QVariant above = index.siblingAtColumn(index.column())
                                   .sibling(index.row() - 1, index.column())
                                   .data(EventTableModel::InstantRole);
        return above.isValid() ? deltaText(instant - instantFromUs(above.toLongLong()))
                               : clockTimeText(instant, m_now, m_zone, false);
    }
    case TimeMode::Local:
    case TimeMode::Utc:
        break;
    }
    return clockTimeText(instant, m_now, m_zone, m_timeMode == TimeMode::Utc);
}

QString EventDelegate::idTextOf(const QModelIndex &index) const
{
    const QString id = index.data(EventTableModel::FullTextRole).toString();
    return id.size() <= m_idTail + 1 ? id : u'…' + id.right(m_idTail);
}

void EventDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &t = tokens();
    Cell cell;
    cell.index = index;
    cell.rect = option.rect;
    cell.column = static_cast<Column>(index.column());
    cell.isSelected = option.state.testFlag(QStyle::State_Selected);
    cell.isProcessed = index.data(EventTableModel::ProcessedRole).toBool();
    cell.font = option.font;

    painter->save();
    painter->fillRect(option.rect,
                      cell.isSelected    ? t.selection
                      : cell.isProcessed ? t.processed
                                         : t.base);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      cell.isSelected ? t.selection : t.hair);
    painter->setPen(cell.textColour());
    if (index.column() >= EventTableModel::kColumnCount) {
        paintText(painter, cell);
        painter->restore();
        return;
    }
    switch (cell.column) {
    case Column::Gutter:
        paintGutter(painter, cell);
        break;
    case Column::Time:
    case Column::UpdatedAt:
        drawTabular(painter, cell.textRect(), Qt::AlignLeft, timeTextOf(index), cell.font);
        break;
    case Column::Type:
        paintType(painter, cell);
        break;
    case Column::Id:
        paintId(painter, cell);
        break;
    case Column::Size:
        drawTabular(painter,
                    cell.textRect(),
                    Qt::AlignRight,
                    index.data(Qt::DisplayRole).toString(),
                    cell.font);
        break;
    case Column::ObjectId:
    case Column::ClientId:
        cell.font = monoFont();
        paintText(painter, cell);
        break;
    case Column::Organization:
    case Column::Object:
    case Column::Summary:
    case Column::Actor:
        paintText(painter, cell);
        break;
    }
    painter->restore();
}

void EventDelegate::paintGutter(QPainter *painter, const Cell &cell) const
{
    const Tokens &t = tokens();
    if (cell.isSelected) {
        painter
            ->fillRect(QRect(cell.rect.left(), cell.rect.top(), kSelectionBar, cell.rect.height()),
                       t.accent);
    }
    if (cell.isProcessed) {
        painter->fillRect(QRect(cell.rect.right() - kProcessedLine + 1,
                                cell.rect.top(),
                                kProcessedLine,
                                cell.rect.height()),
                          t.line);
    }
    const bool isActive = cell.index.data(EventTableModel::ActiveCursorRole).toBool();
    if (!isActive && cell.index.data(EventTableModel::CursorNamesRole).toStringList().isEmpty()) {
        if (cell.index.data(EventTableModel::OutOfOrderRole).toBool()) {
            QRectF mark(0, 0, scaledPx(kOrderMark), scaledPx(kOrderMark));
            mark.moveCenter(QRectF(cell.rect).center() + QPointF(-1, 0));
            paintIcon(painter, mark, u"warning"_s, t.warning);
        }
        return;
    }
    const QPointF centre = QRectF(cell.rect).center() + QPointF(-1, 0);
    const qreal scale = fontScale();
    const QPolygonF triangle({centre + QPointF(-3, -4.5) * scale,
                              centre + QPointF(4, 0) * scale,
                              centre + QPointF(-3, 4.5) * scale});
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isActive ? t.accent : t.text2, 1.2));
    painter->setBrush(isActive ? QBrush(t.accent) : QBrush(Qt::NoBrush));
    painter->drawPolygon(triangle);
}

void EventDelegate::paintType(QPainter *painter, const Cell &cell) const
{
    const QRectF all = cell.textRect();
    const auto family = static_cast<Family>(cell.index.data(EventTableModel::FamilyRole).toInt());
    const int side = scaledPx(kGlyph);
    paintFamilyGlyph(painter,
                     QRectF(all.left(), all.center().y() - side / 2.0, side, side),
                     family,
                     cell.isProcessed ? 0.6 : 1.0);
    const QRectF rect = all.adjusted(side + scaledPx(kGlyphGap), 0, 0, 0);
    painter->setFont(cell.font);
    const QString text =
        QFontMetricsF(cell.font).elidedText(cell.index.data(Qt::DisplayRole).toString(),
                                            Qt::ElideLeft,
                                            rect.width());
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void EventDelegate::paintId(QPainter *painter, const Cell &cell) const
{
    const QStringList names = cell.index.data(EventTableModel::CursorNamesRole).toStringList();
    if (!names.isEmpty()) {
        paintChip(painter, cell, names);
        return;
    }
    painter->setFont(monoFont());
    painter->drawText(cell.textRect(),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      idTextOf(cell.index));
}

void EventDelegate::paintChip(QPainter *painter, const Cell &cell, const QStringList &names) const
{
    const Tokens &t = tokens();
    const bool isActive = cell.index.data(EventTableModel::ActiveCursorRole).toBool();
    const QString label = names.size() > 1 ? u"%1 +%2"_s.arg(names.first()).arg(names.size() - 1)
                                           : names.first();
    const QFont font = uiFont(11, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const qreal icon = scaledPx(10);
    const qreal room = cell.rect.width() - kPad - 2;
    const qreal wanted = 6 + icon + 4 + metrics.horizontalAdvance(label) + 6;
    const int height = scaledPx(kChipHeight);
    QRectF chip(cell.textRect().left(), 0, qMin(wanted, room), height);
    chip.moveTop(cell.rect.top() + (cell.rect.height() - height) / 2.0);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(isActive ? QPen(Qt::NoPen) : QPen(t.strong, 1));
    painter->setBrush(isActive ? t.accentFill : t.control);
    painter->drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QRect iconRect(qRound(chip.left() + 6),
                         qRound(chip.center().y() - icon / 2),
                         qRound(icon),
                         qRound(icon));
    playhead::icon(isActive ? u"playhead-fill"_s : u"playhead"_s,
                   isActive ? IconTint::OnAccent : IconTint::Text2)
        .paint(painter, iconRect);
    painter->setPen(isActive ? t.accentText : t.text2);
    painter->setFont(font);
    const QRectF text = chip.adjusted(6 + icon + 4, 0, -4, 0);
    painter->drawText(text,
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(label, Qt::ElideRight, text.width()));
}

void EventDelegate::paintText(QPainter *painter, const Cell &cell) const
{
    painter->setFont(cell.font);
    const QRectF rect = cell.textRect();
    const QString text =
        QFontMetricsF(cell.font).elidedText(cell.index.data(Qt::DisplayRole).toString(),
                                            Qt::ElideRight,
                                            rect.width());
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // For a double click on a column's border: as wide as what is painted.
    const auto column = static_cast<Column>(index.column());
    if (column == Column::Id) {
        return {qCeil(QFontMetricsF(monoFont()).horizontalAdvance(idTextOf(index))) + 2 * kPad + 1,
                option.rect.height()};
    }
    const QString text = column == Column::Time ? timeTextOf(index)
                                                : index.data(Qt::DisplayRole).toString();
    const int glyph = column == Column::Type ? scaledPx(kGlyph) + scaledPx(kGlyphGap) : 0;
    return {qCeil(tabularWidth(text, option.font)) + 2 * kPad + glyph + 1, option.rect.height()};
}

bool EventDelegate::helpEvent(QHelpEvent *event,
                              QAbstractItemView *view,
                              const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    const QString full = index.data(EventTableModel::FullTextRole).toString();
    const QString shown = index.data(Qt::DisplayRole).toString();
    const bool isCut = sizeHint(option, index).width() > view->visualRect(index).width();
    QToolTip::showText(event->globalPos(),
                       !full.isEmpty() ? full.left(kMostInToolTip)
                       : isCut         ? shown
                                       : QString(),
                       view,
                       view->visualRect(index));
    return true;
}

} // namespace playhead

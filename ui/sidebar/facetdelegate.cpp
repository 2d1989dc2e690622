// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/facetdelegate.h"

#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"

#include <QAbstractScrollArea>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

namespace playhead {

namespace {
constexpr int kCheckSize = 14;
constexpr int kLabelAfterCheck = 21;
constexpr int kGlyphAfterCheck = 20;
constexpr int kGlyphSize = 9;
constexpr int kLabelAfterCheckAndGlyph = 37;
constexpr int kRightInset = 15;
constexpr int kLeastRightInset = 3;
constexpr int kGap = 8;

void paintCheck(QPainter *painter, const QRectF &rect, Qt::CheckState state)
{
    const Tokens &t = tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (state == Qt::Unchecked) {
        painter->setPen(QPen(t.strong, 1));
        painter->setBrush(t.control);
        painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accentFill);
        painter->drawRoundedRect(rect, 3, 3);
        painter->setPen(QPen(t.accentText, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / kCheckSize, rect.height() / kCheckSize);
        QPainterPath mark;
        if (state == Qt::PartiallyChecked) {
            mark.moveTo(4, 7);
            mark.lineTo(10, 7);
        } else {
            mark.moveTo(3.6, 7.3);
            mark.lineTo(6, 9.7);
            mark.lineTo(10.5, 4.7);
        }
        painter->drawPath(mark);
    }
    painter->restore();
}

/// Counts stand in one column whether a list has a scroll bar or not: the bar takes its room from their inset.
int rightInset(const QWidget *view)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(view);
    return area ? qMax(kLeastRightInset, kRightInset - (area->width() - area->viewport()->width()))
                : kRightInset;
}
} // namespace

FacetDelegate::FacetDelegate(int countRole, int familyRole, int checkInset, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_countRole(countRole)
    , m_familyRole(familyRole)
    , m_checkInset(checkInset)
{}

void FacetDelegate::paint(QPainter *painter,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QRect rect = option.rect;
    painter->save();
    if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(rect, t.hover);
    }
    const int left = rect.left() + m_checkInset;
    const int check = scaledPx(kCheckSize);
    paintCheck(painter,
               QRectF(left, rect.top() + (rect.height() - check) / 2, check, check),
               Qt::CheckState(index.data(Qt::CheckStateRole).toInt()));
    int labelLeft = left + scaledPx(kLabelAfterCheck);
    const QVariant family = m_familyRole < 0 ? QVariant() : index.data(m_familyRole);
    if (family.isValid()) {
        const int glyph = scaledPx(kGlyphSize);
        paintFamilyGlyph(painter,
                         QRectF(left + scaledPx(kGlyphAfterCheck),
                                rect.top() + (rect.height() - glyph) / 2.0,
                                glyph,
                                glyph),
                         Family(family.toInt()));
        labelLeft = left + scaledPx(kLabelAfterCheckAndGlyph);
    }
    const QFont countFont = uiFont(12);
    const int inset = rightInset(option.widget);
    const quint64 count = index.data(m_countRole).toULongLong();
    const bool isQuiet = count == 0 && !(option.state & QStyle::State_MouseOver);
    painter->setPen(isQuiet ? t.text3 : t.text2);
    const QString countText = QLocale().toString(count);
    drawTabular(painter, rect.adjusted(0, 0, -inset, 0), Qt::AlignRight, countText, countFont);
    const int countLeft = rect.right() - inset - qCeil(tabularWidth(countText, countFont));
    painter->setFont(uiFont(13));
    painter->setPen(count > 0 ? t.text : isQuiet ? t.text3 : t.text2);
    const QRect label(labelLeft, rect.top(), countLeft - kGap - labelLeft, rect.height());
    painter->drawText(label,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(),
                                                        Qt::ElideRight,
                                                        label.width()));
    if (option.state & QStyle::State_HasFocus) {
        paintFocusRing(painter, rect, 3);
    }
    painter->restore();
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, qMax(kRowHeight, QFontMetrics(uiFont()).height() + 6)};
}

bool FacetDelegate::editorEvent(QEvent *event,
                                QAbstractItemModel *model,
                                const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    // The whole row answers to the mouse, not the check alone; so FacetView toggles, and only keys go on from here.
    return event->type() == QEvent::KeyPress
           && QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace playhead

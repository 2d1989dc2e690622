// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/cursordelegate.h"

#include "ui/cursors/placetext.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"
#include "ui/sidebar/cursorlistmodel.h"

#include <QApplication>
#include <QPainter>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kInset = 14;
constexpr int kIconSize = 16;
constexpr int kTextLeft = 33;
constexpr int kIconLeft = 11;
constexpr int kBarWidth = 3;
constexpr int kGap = 8;
} // namespace

CursorDelegate::CursorDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{}

QString CursorDelegate::placeLine(const QModelIndex &index) const
{
    const Instant at = instantFromUs(index.data(CursorListModel::InstantRole).toLongLong());
    const QString time = shortMomentText(at, m_zone, m_clock.now());
    const QString id = index.data(CursorListModel::EventIdRole).toString();
    return id.isEmpty() ? tr("from %1").arg(time) : QString(time + u" · "_s + idTail(id));
}

void CursorDelegate::paint(QPainter *painter,
                           const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QRect rect = option.rect;
    const bool isActive = index.data(CursorListModel::IsActiveRole).toBool();
    const bool isLost = index.data(CursorListModel::IsLostRole).toBool();
    painter->save();
    if (isActive) {
        painter->fillRect(rect, t.selection);
        painter->fillRect(QRect(rect.left(), rect.top(), kBarWidth, rect.height()), t.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(rect, t.hover);
    }
    const QFont nameFont = uiFont(13, QFont::Medium);
    const QFont smallFont = uiFont(12);
    const QFont lagFont = uiFont(12, QFont::Medium);
    const int lineHeight = qMax(QFontMetrics(nameFont).height(), 16);
    const int top = rect.top() + (rect.height() - 2 * lineHeight) / 2 - 1;
    const int textLeft = kIconLeft + scaledPx(kTextLeft - kIconLeft);
    const QRect first(rect.left() + textLeft, top, rect.width() - textLeft - kInset, lineHeight);

    const QString iconName = isLost ? u"warning"_s : isActive ? u"playhead-fill"_s : u"playhead"_s;
    const IconTint tint = isLost ? IconTint::Danger : isActive ? IconTint::Accent : IconTint::Text2;
    const int iconSize = scaledPx(kIconSize);
    icon(iconName, tint)
        .paint(painter,
               rect.left() + kIconLeft,
               first.center().y() - iconSize / 2 + 2,
               iconSize,
               iconSize);

    const QString lag = lagText(index);
    painter->setPen(isLost ? t.danger : t.text);
    drawTabular(painter, first, Qt::AlignRight, lag, lagFont);
    const int lagWidth = lag.isEmpty() ? 0 : qCeil(tabularWidth(lag, lagFont)) + kGap;

    painter->setFont(nameFont);
    painter->setPen(t.text);
    const QString name = QFontMetrics(nameFont).elidedText(index.data(Qt::DisplayRole).toString(),
                                                           Qt::ElideRight,
                                                           first.width() - lagWidth);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, name);

    painter->setPen(t.text2);
    drawTabular(painter,
                first.translated(0, lineHeight + 1),
                Qt::AlignLeft,
                placeLine(index),
                smallFont);
    if (option.state & QStyle::State_HasFocus) {
        paintFocusRing(painter, rect, 3);
    }
    painter->restore();
}

QSize CursorDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, qMax(kRowHeight, 2 * QFontMetrics(uiFont()).height() + 12)};
}

} // namespace playhead

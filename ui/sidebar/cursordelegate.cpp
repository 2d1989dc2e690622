// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/sidebar/cursordelegate.h"

#include "ui/cursors/placetext.h"
#include "ui/shared/icons.h"
#include "ui/shared/playheadstyle.h"
#include "ui/shared/tabulartext.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"
#include "ui/shared/tooltiptext.h"
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

QString CursorDelegate::tipText(const QModelIndex &index) const
{
    const Instant at = instantFromUs(index.data(CursorListModel::InstantRole).toLongLong());
    const QString id = index.data(CursorListModel::EventIdRole).toString();
    const QString time =
        tr("%1 %2", "time, zone").arg(fullTimeText(at, m_zone), zoneName(m_zone, at));
    QStringList lines{index.data(Qt::DisplayRole).toString()};
    lines << (id.isEmpty() ? tr("Nothing processed yet, reads from %1").arg(time)
                           : tr("Last processed %1").arg(time));
    lines << id;
    const QVariant until = index.data(CursorListModel::UntilLostRole);
    if (index.data(CursorListModel::IsLostRole).toBool()) {
        lines << tr("Lost: its event is older than the 90 days that WorkOS keeps");
    } else {
        const QString lag = lagText(index);
        lines << (lag.isEmpty() ? QString() : tr("%1 the newest event").arg(lag));
        lines << (until.isValid() ? tr("Leaves the 90 days that WorkOS keeps in %1")
                                        .arg(durationText(Duration(until.toLongLong())))
                                  : QString());
    }
    lines << index.data(CursorListModel::ReadsRole).toString();
    lines << index.data(CursorListModel::NoteRole).toString();
    lines.removeAll(QString());
    return toolTipText(lines.join(u'\n'));
}

QRect CursorDelegate::firstLine(const QRect &rect) const
{
    const int height = qMax(QFontMetrics(uiFont(13, QFont::Medium)).height(), 16);
    const int top = rect.top() + (rect.height() - 2 * height) / 2 - 1;
    const int left = kIconLeft + scaledPx(kTextLeft - kIconLeft);
    return {rect.left() + left, top, rect.width() - left - kInset, height};
}

void CursorDelegate::paintMark(QPainter *painter,
                               const QRect &first,
                               const QModelIndex &index) const
{
    const bool isActive = index.data(CursorListModel::IsActiveRole).toBool();
    const bool isLost = index.data(CursorListModel::IsLostRole).toBool();
    const QString iconName = isLost ? u"warning"_s : isActive ? u"playhead-fill"_s : u"playhead"_s;
    const IconTint tint = isLost ? IconTint::Danger : isActive ? IconTint::Accent : IconTint::Text2;
    const int size = scaledPx(kIconSize);
    icon(iconName, tint)
        .paint(painter,
               first.left() - scaledPx(kTextLeft - kIconLeft),
               first.center().y() - size / 2 + 2,
               size,
               size);
}

void CursorDelegate::paintFirst(QPainter *painter,
                                const QRect &first,
                                const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QFont nameFont = uiFont(13, QFont::Medium);
    const QFont lagFont = uiFont(12, QFont::Medium);
    const QString lag = lagText(index);
    painter->setPen(index.data(CursorListModel::IsLostRole).toBool() ? t.danger : t.text);
    drawTabular(painter, first, Qt::AlignRight, lag, lagFont);
    const int lagWidth = lag.isEmpty() ? 0 : qCeil(tabularWidth(lag, lagFont)) + kGap;
    painter->setFont(nameFont);
    painter->setPen(t.text);
    const QString name = QFontMetrics(nameFont).elidedText(index.data(Qt::DisplayRole).toString(),
                                                           Qt::ElideRight,
                                                           first.width() - lagWidth);
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter, name);
}

void CursorDelegate::paintSecond(QPainter *painter,
                                 const QRect &second,
                                 const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QFont font = uiFont(12);
    const QString leaving = leavingText(index);
    painter->setPen(t.warning);
    drawTabular(painter, second, Qt::AlignRight, leaving, font);
    const int used = leaving.isEmpty() ? 0 : qCeil(tabularWidth(leaving, font)) + kGap;
    painter->setPen(t.text2);
    painter->setClipRect(second.adjusted(0, 0, -used, 0), Qt::IntersectClip);
    drawTabular(painter, second, Qt::AlignLeft, placeLine(index), font);
}

void CursorDelegate::paint(QPainter *painter,
                           const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QRect rect = option.rect;
    painter->save();
    if (index.data(CursorListModel::IsActiveRole).toBool()) {
        painter->fillRect(rect, t.selection);
        painter->fillRect(QRect(rect.left(), rect.top(), kBarWidth, rect.height()), t.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(rect, t.hover);
    }
    const QRect first = firstLine(rect);
    paintMark(painter, first, index);
    paintFirst(painter, first, index);
    painter->save();
    paintSecond(painter, first.translated(0, first.height() + 1), index);
    painter->restore();
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

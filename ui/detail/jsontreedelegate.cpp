// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/detail/jsontreedelegate.h"

#include "ui/cursors/placetext.h"
#include "ui/detail/jsontreemodel.h"
#include "ui/shared/theme.h"
#include "ui/shared/timetext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {
constexpr int kKeyInset = 8;
constexpr int kRightInset = 13;
constexpr int kLeastRightInset = 3;
constexpr int kGap = 10;
constexpr qsizetype kMostTipLength = 2000;

QColor colourOf(JsonValue::Type type)
{
    const Tokens &t = tokens();
    switch (type) {
    case JsonValue::Type::String:
        return t.jsonString;
    case JsonValue::Type::Number:
        return t.jsonNumber;
    case JsonValue::Type::Bool:
    case JsonValue::Type::Null:
        return t.jsonKeyword;
    default:
        return t.text2;
    }
}

QString distanceText(Duration fromEvent)
{
    const Duration size = fromEvent < Duration::zero() ? -fromEvent : fromEvent;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(size).count();
    if (ms == 0) {
        return JsonTreeDelegate::tr("the time of this event");
    }
    const QString length = ms < 1000 ? JsonTreeDelegate::tr("%1 ms").arg(ms) : durationText(size);
    return fromEvent < Duration::zero() ? JsonTreeDelegate::tr("%1 before this event").arg(length)
                                        : JsonTreeDelegate::tr("%1 after this event").arg(length);
}

/// A scroll bar takes its room from the inset, so that values end where they end without one.
int rightInset(const QWidget *widget)
{
    const auto *view = qobject_cast<const QAbstractScrollArea *>(widget);
    return view ? qMax(kLeastRightInset, kRightInset - (view->width() - view->viewport()->width()))
                : kRightInset;
}
} // namespace

JsonTreeDelegate::JsonTreeDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{}

QString JsonTreeDelegate::hintText(const QModelIndex &value) const
{
    if (const QString name = value.data(JsonTreeModel::OrganizationNameRole).toString();
        !name.isEmpty()) {
        return name;
    }
    const QVariant at = value.data(JsonTreeModel::InstantRole);
    if (!at.isValid()) {
        return {};
    }
    const Instant instant = instantFromUs(at.toLongLong());
    return tr("%1 %2").arg(momentText(instant, m_zone, m_clock.now()), zoneName(m_zone, instant));
}

QString JsonTreeDelegate::explanation(const QModelIndex &value) const
{
    const QVariant at = value.data(JsonTreeModel::InstantRole);
    const QString name = value.data(JsonTreeModel::OrganizationNameRole).toString();
    if (!at.isValid()) {
        return name;
    }
    const Instant instant = instantFromUs(at.toLongLong());
    const QString time = tr("%1 %2").arg(fullTimeText(instant, m_zone), zoneName(m_zone, instant));
    const QString distance = distanceText(instant - m_eventTime);
    return name.isEmpty() ? tr("%1, %2").arg(time, distance)
                          : tr("%1, %2, %3").arg(name, time, distance);
}

void JsonTreeDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens &t = tokens();
    painter->save();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, t.selection);
    }
    painter->setFont(monoFont(12));
    if (JsonTreeModel::Column(index.column()) == JsonTreeModel::Column::Key) {
        painter->setPen(t.text2);
        const QRect rect = option.rect.adjusted(kKeyInset, 0, -kGap, 0);
        const QString key = index.data(Qt::DisplayRole).toString();
        painter->drawText(rect,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(key, Qt::ElideRight, rect.width()));
    } else {
        paintValue(painter, option.rect.adjusted(0, 0, -rightInset(option.widget), 0), index);
    }
    painter->restore();
}

void JsonTreeDelegate::paintValue(QPainter *painter,
                                  const QRect &rect,
                                  const QModelIndex &index) const
{
    const QString value = index.data(Qt::DisplayRole).toString();
    const QFontMetrics metrics = painter->fontMetrics();
    const QString hint = hintText(index);
    const QFont hintFont = uiFont(11);
    const int hintWidth = hint.isEmpty() ? 0 : QFontMetrics(hintFont).horizontalAdvance(hint) + 2;
    int valueWidth = rect.width();
    if (hintWidth > 0) {
        // A name explains an id better than the id's end does; a time only repeats what the value says.
        const bool isName = !index.data(JsonTreeModel::OrganizationNameRole).toString().isEmpty();
        const bool hasRoom = metrics.horizontalAdvance(value) + kGap + hintWidth <= rect.width();
        const bool isShown = hasRoom || (isName && hintWidth <= rect.width() * 2 / 5);
        if (isShown) {
            valueWidth = rect.width() - hintWidth - kGap;
            painter->save();
            painter->setFont(hintFont);
            painter->setPen(tokens().text2);
            painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, hint);
            painter->restore();
        }
    }
    painter->setPen(colourOf(JsonValue::Type(index.data(JsonTreeModel::JsonTypeRole).toInt())));
    painter->drawText(QRect(rect.left(), rect.top(), valueWidth, rect.height()),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(value, Qt::ElideRight, valueWidth));
}

QSize JsonTreeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, qMax(kRowHeight, QFontMetrics(monoFont()).height() + 5)};
}

bool JsonTreeDelegate::helpEvent(QHelpEvent *event,
                                 QAbstractItemView *view,
                                 const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    QString tip = index.data(Qt::DisplayRole).toString().left(kMostTipLength).toHtmlEscaped();
    if (const QString hint = explanation(index.siblingAtColumn(int(JsonTreeModel::Column::Value)));
        !hint.isEmpty()) {
        tip += u"<br>"_s + hint.toHtmlEscaped();
    }
    QToolTip::showText(event->globalPos(),
                       u"<p style='white-space:pre-wrap'>%1</p>"_s.arg(tip),
                       view);
    return true;
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "ui/cursors/betweencursors.h"

#include "model/events/eventtablemodel.h"
#include "model/events/filterprinter.h"
#include "model/events/streamorder.h"

#include <QMenu>

#include <algorithm>

namespace playhead {

namespace {

const CursorMark *markOf(const QString &name, const QList<CursorMark> &marks)
{
    const auto found = std::find_if(marks.cbegin(), marks.cend(), [&name](const CursorMark &mark) {
        return mark.name == name;
    });
    return found == marks.cend() ? nullptr : &*found;
}

bool isBefore(const CursorMark &a, const CursorMark &b, const EventSnapshot &events)
{
    if (a.row && b.row) {
        return streamBefore(events, *a.row, *b.row);
    }
    return b.row.has_value() && !a.row; // Before every event.
}

FilterExpression termOf(FilterOperator op, const QString &cursor)
{
    FilterTerm term;
    term.field = FilterField::Cursor;
    term.op = op;
    term.values = {{cursor, false, {}}};
    return {FilterExpression::Kind::Term, {}, term};
}

} // namespace

std::optional<CursorSpan> spanOf(const QString &a, const QString &b, const EventTableModel &events)
{
    const CursorMark *first = markOf(a, events.cursorMarks());
    const CursorMark *second = markOf(b, events.cursorMarks());
    if (first == nullptr || second == nullptr) {
        return std::nullopt;
    }
    return isBefore(*second, *first, events.snapshot()) ? CursorSpan{b, a} : CursorSpan{a, b};
}

QString filterOf(const CursorSpan &span)
{
    return filterText({FilterExpression::Kind::And,
                       {termOf(FilterOperator::Greater, span.earlier),
                        termOf(FilterOperator::LessOrEqual, span.later)},
                       {}});
}

void fillBetweenMenu(QMenu *menu,
                     const QString &cursor,
                     const QStringList &others,
                     const EventTableModel &events,
                     const std::function<void(const QString &filter)> &chosen)
{
    menu->clear();
    for (const QString &other : others) {
        QString name = other;
        QAction *action = menu->addAction(name.replace(u'&', QStringLiteral("&&")));
        const std::optional<CursorSpan> span = spanOf(cursor, other, events);
        action->setEnabled(span.has_value());
        if (span) {
            const QString filter = filterOf(*span);
            action->setStatusTip(filter);
            QObject::connect(action, &QAction::triggered, menu, [chosen, filter] {
                chosen(filter);
            });
        }
    }
    menu->setEnabled(!others.isEmpty());
}

} // namespace playhead

// SPDX-FileCopyrightText: 2026 The Playhead authors
// SPDX-License-Identifier: MIT
#include "app/commands/cursorpreview.h"

#include "app/commands/cursorreport.h"
#include "model/cursors/cursorcoding.h"
#include "model/cursors/cursorjson.h"
#include "model/events/filterwords.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace playhead {

namespace {

struct CursorCommand
{
    Q_DECLARE_TR_FUNCTIONS(CursorCommand)
};
using Line = CursorCommand;
using Direction = MovePlan::Direction;

QString countText(const MovePlan &plan)
{
    return QString::number(plan.events) + (plan.isAtLeast ? u"+"_s : QString());
}

/// `100 events are read again`
QString headText(const MovePlan &plan)
{
    const bool isOne = plan.events == 1 && !plan.isAtLeast;
    switch (plan.direction) {
    case Direction::Back:
        return isOne ? Line::tr("1 event is read again")
                     : Line::tr("%1 events are read again").arg(countText(plan));
    case Direction::Forward:
        return isOne ? Line::tr("1 event is skipped")
                     : Line::tr("%1 events are skipped").arg(countText(plan));
    case Direction::Nowhere:
        break;
    }
    return Line::tr("nothing is read again or skipped");
}

QString deletesText(const MovePlan &plan)
{
    QStringList words;
    for (const TypeMoveCount &type : plan.types) {
        if (type.isDelete) {
            words << u"%1 %2"_s.arg(QString::fromUtf8(type.type), QString::number(type.count));
        }
    }
    return words.join(u", "_s);
}

QList<QStringList> factRows(const MovePlan &plan)
{
    QList<QStringList> rows{{Line::tr("cursor"), plan.cursor.name},
                            {Line::tr("before"),
                             placeText(plan.cursor.position),
                             leftText(plan.cursor.position, plan.horizon)},
                            {Line::tr("after"),
                             placeText(plan.target),
                             leftText(plan.target, plan.horizon)},
                            {Line::tr("effect"), headText(plan)}};
    if (plan.asked > plan.events) {
        rows.append(
            {Line::tr("asked for"), Line::tr("%1 events; there are no more").arg(plan.asked)});
    }
    if (!plan.firstAgain.isEmpty()) {
        rows.append({plan.direction == Direction::Forward ? Line::tr("first skipped")
                                                          : Line::tr("first again"),
                     placeText(AfterEvent{plan.firstAgain, plan.spanStart}).section(u' ', 1)});
    }
    if (plan.deletes > 0) {
        rows.append({Line::tr("deletes"), deletesText(plan)});
    }
    if (plan.expected) {
        rows.append({Line::tr("careful consumer"),
                     Line::tr("applies %1, skips %2 by updated_at")
                         .arg(QString::number(plan.expected->apply),
                              QString::number(plan.expected->skip))});
    }
    rows.append({Line::tr("behind then"), lagText(plan.ahead)});
    return rows;
}

QJsonArray typesJson(const MovePlan &plan)
{
    QJsonArray types;
    for (const TypeMoveCount &type : plan.types) {
        types.append(QJsonObject{{u"type"_s, QString::fromUtf8(type.type)},
                                 {u"family"_s, familyWord(type.family)},
                                 {u"events"_s, qint64(type.count)},
                                 {u"is_delete"_s, type.isDelete}});
    }
    return types;
}

QJsonArray organizationsJson(const MovePlan &plan)
{
    QJsonArray organizations;
    for (const OrganizationMoveCount &count : plan.byOrganization) {
        organizations.append(QJsonObject{{u"organization"_s, count.organization.toString()},
                                         {u"events"_s, qint64(count.count)}});
    }
    return organizations;
}

QString directionWord(Direction direction)
{
    switch (direction) {
    case Direction::Back:
        return u"back"_s;
    case Direction::Forward:
        return u"forward"_s;
    case Direction::Nowhere:
        break;
    }
    return u"nowhere"_s;
}

} // namespace

QByteArray movePlanText(const MovePlan &plan)
{
    QList<QStringList> counts;
    for (const TypeMoveCount &type : plan.types) {
        counts.append(
            {familyLabel(type.family), QString::fromUtf8(type.type), QString::number(type.count)});
    }
    for (const OrganizationMoveCount &count : plan.byOrganization) {
        counts.append({Line::tr("organization"),
                       count.organization.isEmpty() ? Line::tr("no organization")
                                                    : count.organization.toString(),
                       QString::number(count.count)});
    }
    return tableText(factRows(plan)) + tableText(counts);
}

QJsonObject movePlanJson(const MovePlan &plan)
{
    QJsonObject object{{u"cursor"_s, plan.cursor.name},
                       {u"before"_s, positionJson(plan.cursor.position)},
                       {u"days_left_before"_s, daysLeft(plan.cursor.position, plan.horizon)},
                       {u"after"_s, positionJson(plan.target)},
                       {u"days_left_after"_s, daysLeft(plan.target, plan.horizon)},
                       {u"change"_s, wordOf(plan.change)},
                       {u"how"_s, plan.how},
                       {u"direction"_s, directionWord(plan.direction)},
                       {u"events"_s, qint64(plan.events)},
                       {u"is_at_least"_s, plan.isAtLeast},
                       {u"is_beyond_horizon"_s, plan.isBeyondHorizon},
                       {u"gone"_s, qint64(plan.gone)},
                       {u"types"_s, typesJson(plan)},
                       {u"organizations"_s, organizationsJson(plan)},
                       {u"deletes"_s, qint64(plan.deletes)},
                       {u"behind"_s, qint64(plan.ahead.events)},
                       {u"behind_is_exact"_s, plan.ahead.isExact}};
    if (!plan.firstAgain.isEmpty()) {
        object.insert(u"first_event"_s, plan.firstAgain.toString());
        object.insert(u"first_event_at"_s, QString::fromLatin1(isoUtcExact(plan.spanStart)));
    }
    if (plan.asked > 0) {
        object.insert(u"asked"_s, qint64(plan.asked));
    }
    if (plan.expected) {
        object.insert(u"expected"_s,
                      QJsonObject{{u"apply"_s, qint64(plan.expected->apply)},
                                  {u"skip"_s, qint64(plan.expected->skip)}});
    }
    return object;
}

} // namespace playhead
